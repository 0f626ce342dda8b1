//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleEvidence.java
//SOURCES SampleExperiment.java
//SOURCES SampleLab.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;
import spark.RunEvidence;

/** What the report says about Spark's evidence, and about other numbers of cores. */
class EvidenceReportTest {
  private static final SampleExperiment TUNED =
      SampleExperiment.pair("exp-1", 100, "none", 12.4, "all", 3.7, 6);

  @TempDir Path folder;
  private SampleLab lab;

  @BeforeEach
  void anExperiment() {
    lab = SampleLab.in(folder).with(TUNED);
  }

  private void evidence(RunEvidence before, RunEvidence after) {
    for (Run run : TUNED.runs()) {
      lab.evidence(run, run.variant().equals("none") ? before : after);
    }
  }

  private String markdown() throws IOException {
    lab.report();
    return Files.readString(folder.resolve("ops/report.md"));
  }

  @Test
  void theFinalPlansStandSideBySide() throws IOException {
    evidence(SampleEvidence.shuffled(), SampleEvidence.broadcast());
    String report = markdown();
    for (String row :
        List.of(
            "| join in the final plan | SortMergeJoin LeftOuter | BroadcastHashJoin LeftOuter |",
            "| files read | 1,680, mean size 24.1 KiB | 14, mean size 2.4 MiB |",
            "| exchanges | Exchange x2, 30.7 MiB | BroadcastExchange, Exchange, 3.9 MiB |",
            "| adaptive execution | off | on: SortMergeJoin became BroadcastHashJoin, 14 partitions"
                + " coalesced to 1 |",
            "| opaque to Catalyst | UDF(amount) | none |",
            "| heaviest stage: time | 200 tasks, median 0.03 s, max 2.40 s | 8 tasks, median 0.48"
                + " s, max 0.48 s |",
            "| files written | 150, mean size 1.5 KiB | 14, mean size 1.6 KiB |")) {
      assertTrue(report.contains(row), row + " in " + report);
    }
  }

  @Test
  void theMedianRunStandsForItsSide() throws IOException {
    evidence(SampleEvidence.shuffled(), SampleEvidence.broadcast());
    // 12.276, 12.3504 | 12.4, 12.5488: the third of six in the order of their times.
    List<String> ids =
        TUNED.runs().stream()
            .filter(r -> r.variant().equals("none") && r.counts())
            .sorted((x, y) -> Double.compare(x.durationSec(), y.durationSec()))
            .map(Run::runId)
            .toList();
    assertTrue(markdown().contains("| run | " + ids.get(2) + ", 12.4 s |"));
  }

  /** Two slots: 60 tasks of 130 ms, then 199 of 30 ms and one of 2.4 s, 0.7 s around them. */
  @Test
  void theReplayIsAModelWithItsErrorWhereTheTruthIsKnown() throws IOException {
    evidence(SampleEvidence.shuffled(), SampleEvidence.broadcast());
    String report = markdown();
    assertTrue(report.contains("## The same tasks on other numbers of cores: a model"));
    assertTrue(
        report.contains("- none: a model, 0.0 % off on the 2 cores it was measured on: "), report);
    assertTrue(report.contains("none is behind here, on 2 cores, and by this model on any number"));
  }

  /**
   * Two slots: 8 tasks of 600 ms need 2.4 s, 200 of 30 ms 3.0 s. From 8 slots on the first need 0.6
   * s, the second 0.75 s on 8, 0.6 s on 10 and less from 11 on.
   */
  @Test
  void theSideThatLosesHereMayWinElsewhere() throws IOException {
    evidence(
        SampleEvidence.of(Collections.nCopies(8, 600L)),
        SampleEvidence.of(Collections.nCopies(200, 30L)));
    assertTrue(
        markdown()
            .contains(
                "all is behind here, on 2 cores; by this model, which leaves the tasks as they were"
                    + " cut here, it would be ahead of none from 11 cores on."));
  }

  @Test
  void missingEvidenceIsALine() throws IOException {
    String report = markdown();
    assertTrue(report.contains("- No evidence of run none-"), report);
    assertTrue(report.contains(": there is no ops/events/none-"), report);
    assertFalse(report.contains("## The same tasks"));
  }

  @Test
  void damagedEvidenceIsALine() throws IOException {
    evidence(SampleEvidence.shuffled(), SampleEvidence.broadcast());
    for (Run run : TUNED.runs()) {
      Files.writeString(folder.resolve("ops/events/" + run.runId() + ".json"), "{\"schema\":1,");
    }
    assertTrue(markdown().contains("is damaged or not evidence of the lab"));
  }

  @Test
  void evidenceThatCannotBeReplayedIsStillShown() throws IOException {
    RunEvidence nothing =
        new RunEvidence(4000, List.of(), List.of(), SampleEvidence.broadcast().plans());
    evidence(SampleEvidence.shuffled(), nothing);
    String report = markdown();
    assertTrue(
        report.contains(
            "cannot be replayed: a stage was tried twice, or nothing of it was recorded."),
        report);
    assertTrue(report.contains("BroadcastHashJoin LeftOuter"));
  }
}
