//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Samples.java
//SOURCES ../../runs/ResumeCheck.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import runs.Environment;
import runs.ResumeCheck;
import runs.Run;

class ResumeCheckTest {
  /**
   * On local[2] of "box", 2048 MiB, Spark 3.5.9, Java 17.0.15; the other one never got that far.
   */
  private static final List<Run> EARLIER = List.of(Samples.empty("r1"), Samples.full("r2"));

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

  @Test
  void otherSettingsAreNoticed() {
    String hash = EARLIER.get(1).environment().confHash();
    assertEquals("", ResumeCheck.settingsDifference("all", EARLIER, hash));
    assertEquals(
        "other Spark settings of all (conf/ makes 0badcafe instead of " + hash + ")",
        ResumeCheck.settingsDifference("all", EARLIER, "0badcafe"));
    assertEquals("", ResumeCheck.settingsDifference("all", List.of(), "0badcafe"));
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
