//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Samples.java
//SOURCES ../../runs/ResumeCheck.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.Environment;
import runs.ResumeCheck;
import runs.Run;
import runs.SettingsFiles;
import spark.SessionSpec;

class ResumeCheckTest {
  /**
   * On local[2] of "box", 2048 MiB, Spark 3.5.9, Java 17.0.15; the other one never got that far.
   */
  private static final List<Run> EARLIER = List.of(Samples.empty("r1"), Samples.full("r2"));

  @TempDir Path temp;

  private static String difference(
      String master, int cores, long heapMb, String spark, String java, String host) {
    return ResumeCheck.difference(
        EARLIER, new Environment(master, cores, heapMb, spark, java, "", "", host, "", 0.1));
  }

  @Test
  void nothingDiffersWhereEverythingThatIsKnownIsTheSame() {
    assertEquals("", difference("local[2]", 2, 2048, "3.5.9", "17.0.15", "box"));
    assertEquals("", difference("local[2]", 0, 0, "", "", "box"));
    assertEquals(
        "", ResumeCheck.difference(List.of(Samples.empty("r1")), EARLIER.get(1).environment()));
  }

  /** What a run of {@link #EARLIER} has in the log is the hash of other settings than these. */
  private static final SessionSpec NOW =
      new SessionSpec("", "", Map.of("spark.a", "1", "spark.b", "x y", "spark.token", "t2"));

  @Test
  void otherSettingsAreNamedWithBothValues() {
    SettingsFiles kept = new SettingsFiles(temp.resolve("settings"));
    assertEquals(
        List.of("other Spark settings, which were not written down"),
        ResumeCheck.settingsDifferences(EARLIER, NOW, kept));
    kept.keep("c0ffee", Map.of("spark.b", "x\ny", "spark.c", "3", "spark.token", "t1"));
    assertEquals(
        List.of("spark.a 1 instead of nothing", "spark.c nothing instead of 3"),
        ResumeCheck.settingsDifferences(EARLIER, NOW, kept));
    assertEquals(List.of(), ResumeCheck.settingsDifferences(List.of(), NOW, kept));
  }

  @Test
  void settingsAreWrittenDownOnceAndWithoutSecrets() throws IOException {
    SettingsFiles kept = new SettingsFiles(temp);
    kept.keep("0f", NOW.conf());
    kept.keep("0f", Map.of());
    assertEquals(
        "# Of the runs with conf_hash 0f.\nspark.a 1\nspark.b x y\nspark.token (redacted)\n",
        Files.readString(temp.resolve("0f.conf")));
    assertEquals(
        Optional.of(Map.of("spark.a", "1", "spark.b", "x y", "spark.token", "(redacted)")),
        kept.read("0f"));
    assertEquals(Optional.empty(), kept.read("1f"));
  }

  @Test
  void everythingThatDiffersIsNamed() {
    assertEquals(
        "cores 4 instead of 2, master local[4] instead of local[2]",
        difference("local[4]", 4, 2048, "3.5.9", "17.0.15", "box"));
    assertEquals(
        "host bag instead of box, heap MiB 1500 instead of 2048, Spark 3.5.8 instead of 3.5.9, Java"
            + " 21.0.2 instead of 17.0.15",
        difference("local[2]", 2, 1500, "3.5.8", "21.0.2", "bag"));
  }
}
