//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;
import runs.Status;
import tests.Command;

@Tag("cli")
@Timeout(180)
class TwoAtOnceTest {
  @TempDir Path temp;

  @Test
  void twoBaselinesAtOnceBothSucceedAndTheOutputIsComplete() throws Exception {
    LabFolder lab = LabFolder.withData(temp);
    Command baseline =
        lab.command(
            "baseline", "--cores", "1", "--conf", "spark.sql.shuffle.partitions=20");
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(baseline.start());
    }
    for (Process process : both) {
      assertTrue(process.waitFor(120, TimeUnit.SECONDS));
    }
    List<Run> runs = lab.runs();
    assertEquals(List.of("", ""), runs.stream().map(Run::error).toList());
    assertEquals(
        List.of(Status.SUCCESS, Status.SUCCESS), runs.stream().map(Run::status).toList());
    assertEquals(runs.get(0).output().fingerprint(), runs.get(1).output().fingerprint());
    assertEquals(0, both.get(0).exitValue() + both.get(1).exitValue());
    assertEquals(List.of(), lab.versions("baseline", "staging"));

    Command.Result optimized = lab.run("optimized");
    assertTrue(optimized.out().contains("identical to baseline: yes"), optimized.out());
  }
}
