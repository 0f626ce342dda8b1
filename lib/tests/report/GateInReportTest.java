//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLab.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.inRound;
import static tests.report.SampleRuns.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.ExperimentPlan;

/** The runs of the gate answer no question about speed: a report passes them over. */
class GateInReportTest {
  @TempDir Path folder;

  @Test
  void theReportOfTypedRunsStaysAsItIs() throws IOException {
    SampleLab lab = SampleLab.in(folder).with(List.of(run("baseline", 0, 12), run("optimized", 1, 3)));
    List<String> before = aboutSpeed(lab);
    assertTrue(before.size() > 30, before.toString());
    String gate = ExperimentPlan.newGateId();
    assertTrue(ExperimentPlan.isGate(gate), gate);
    lab.with(
        List.of(
            inRound(run("optimized", 60, 30), gate, 1),
            inRound(run("optimized", 61, 30), gate, 2),
            inRound(run("baseline", 62, 12), gate, 1)));
    assertEquals(before, aboutSpeed(lab));
  }

  /** What the report says of the runs that it compares. */
  private List<String> aboutSpeed(SampleLab lab) throws IOException {
    lab.report();
    return Files.readAllLines(folder.resolve("ops/report.md")).stream()
        .takeWhile(line -> !line.startsWith("## What each step"))
        .toList();
  }
}
