//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
//SOURCES ../../report/Report.java
//SOURCES ../../runs/ExperimentPlan.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import report.Report;
import runs.Arm;
import runs.DataRef;
import runs.Environment;
import runs.ExperimentPlan;
import runs.ExperimentPlan.Kind;
import runs.OutputRef;
import runs.Run;
import runs.Status;
import spark.TaskTotals;

/** What the report says about two commands of the reader's, of which the lab knows little. */
class CommandsReportTest {
  private static final List<String> TYPED =
      List.of(
          "--a-cmd",
          "spark-submit old.py",
          "--b-cmd",
          "spark-submit new.py",
          "--output-a",
          "out/a",
          "--output-b",
          "out/b");

  @TempDir Path folder;
  private SampleLab lab;

  @BeforeEach
  void emptyLab() {
    lab = SampleLab.in(folder);
  }

  private static ExperimentPlan plan(String id, Kind kind, String job) {
    String second = kind == Kind.AA ? "spark-submit old.py" : "spark-submit new.py";
    return new ExperimentPlan(
        id,
        kind,
        job,
        List.of(
            new Arm("a", "spark-submit old.py", List.of(), "out/a"),
            new Arm("b", second, List.of(), "out/b")),
        List.of(),
        List.of("day"),
        false,
        6,
        "2g",
        2.5,
        "",
        TYPED);
  }

  private static Run run(ExperimentPlan plan, int minute, String arm, int round, double sec) {
    Run r = SampleRuns.run(arm, minute + 2 * round + (arm.equals("a") ? 0 : 1), sec);
    return new Run(
        r.runId(),
        plan.jobName(),
        arm,
        plan.id(),
        OptionalInt.of(round),
        r.startTime(),
        r.endTime(),
        OptionalDouble.empty(),
        sec,
        Status.SUCCESS,
        2.5,
        r.costEur(),
        "",
        DataRef.UNKNOWN,
        OutputRef.NONE,
        TaskTotals.NONE,
        new Environment("", 2, 0, "", "", "", "", "lab-1", "", 0.4),
        "");
  }

  /** The runs of a, then b, round by round, the first round being the warm-up. */
  private List<Run> ran(ExperimentPlan plan, int minute, double aSec, double bSec) {
    plan.save(lab.workspace());
    List<Run> runs = new ArrayList<>();
    for (int round = 0; round <= 6; round++) {
      runs.add(run(plan, minute, "a", round, aSec * (1 + 0.005 * (round % 3))));
      runs.add(run(plan, minute, "b", round, bSec * (1 + 0.01 * (round % 2))));
    }
    lab.with(runs);
    return runs;
  }

  private void compare(List<Run> runs, int rounds) {
    for (int round = 1; round <= rounds; round++) {
      lab.identical(runs.get(2 * round), runs.get(2 * round + 1));
    }
  }

  /** One experiment, of whose six rounds the first ones were compared. */
  private Report report(int rounds) {
    compare(ran(plan("exp-1", Kind.PAIR, "nightly"), 0, 20, 10), rounds);
    return report();
  }

  private Report report() {
    return lab.report("daily_sales", Optional.of("exp-1"));
  }

  private String markdown() throws IOException {
    return Files.readString(folder.resolve("ops/report.md"));
  }

  @Test
  void twoCommandsAreComparedLikeTwoJobs() throws IOException {
    Report report = report(6);
    assertTrue(
        report.sentence().startsWith("nightly: 2.00x faster (95 % interval "), report.sentence());
    assertEquals(List.of(), report.problems());
    String markdown = markdown();
    assertTrue(markdown.contains("- Settings: a: spark-submit old.py; b: spark-submit new.py"));
    assertTrue(markdown.contains("outputs identical: yes, compared row by row, 6 times\n"));
  }

  @Test
  void whatIsNotKnownIsNotShown() throws IOException {
    report(6);
    String markdown = markdown();
    assertTrue(markdown.contains("- Data: not recorded"));
    assertTrue(markdown.contains("- Machine: lab-1: 2 cores\n"));
    assertTrue(markdown.contains("; each a process of its own)"), markdown);
    assertTrue(markdown.contains("- Every run is one process of the command, started by sh."));
    for (String absent :
        List.of(
            "## What Spark did",
            "## What each step contributes",
            "session, p50",
            "JVM of its own",
            "replay")) {
      assertFalse(markdown.contains(absent), absent);
    }
  }

  @Test
  void outputsThatWereNotComparedAllowNoClaim() throws IOException {
    String sentence = report(0).sentence();
    assertTrue(sentence.startsWith("The outputs of nightly were not compared ("), markdown());
    assertTrue(
        sentence.endsWith(
            " experiment --a-cmd 'spark-submit old.py' --b-cmd 'spark-submit new.py' --output-a"
                + " out/a --output-b out/b."),
        sentence);
  }

  @Test
  void oneRoundThatWasNotComparedIsEnoughForNoClaim() throws IOException {
    String sentence = report(5).sentence();
    assertTrue(
        sentence.startsWith("The outputs of nightly were not compared for 1 of 6 pairs ("),
        sentence);
    assertTrue(markdown().contains("- Same answer: outputs were not compared for 1 of 6 pairs\n"));
    assertFalse(markdown().contains("faster (95"));
  }

  @Test
  void aComparisonThatWasTornIsNone() {
    List<Run> runs = ran(plan("exp-1", Kind.PAIR, "nightly"), 0, 20, 10);
    compare(runs, 5);
    lab.torn(runs.get(12), runs.get(13));
    String sentence = report().sentence();
    assertTrue(sentence.contains(" were not compared for 1 of 6 pairs ("), sentence);
  }

  @Test
  void oneCoupleThatDiffersIsADifferentAnswer() {
    List<Run> runs = ran(plan("exp-1", Kind.PAIR, "nightly"), 0, 20, 10);
    compare(runs, 5);
    lab.different(runs.get(12), runs.get(13));
    String sentence = report().sentence();
    assertTrue(sentence.startsWith("The outputs of nightly DIFFER"), sentence);
    assertTrue(sentence.contains("run: "), sentence);
    assertTrue(sentence.contains(" experiment --a-cmd 'spark-submit old.py' "), sentence);
  }

  @Test
  void theNoiseOfACommandIsMeasuredByItselfTwice() throws IOException {
    report(6);
    String markdown = markdown();
    assertTrue(markdown.contains("2 %, uncalibrated (no A/A run); to measure it: "), markdown);
    assertTrue(
        markdown.contains(
            " experiment --a-cmd 'spark-submit old.py' --b-cmd 'spark-submit old.py' --output-a"
                + " out/a --output-b out/b --key day --name nightly (it has to write into"
                + " $LAB_OUTPUT)\n"),
        markdown);
  }

  @Test
  void whatCannotBeReportedIsRunAgainAsItWasStarted() {
    ExperimentPlan plan = plan("exp-1", Kind.PAIR, "nightly");
    plan.save(lab.workspace());
    lab.with(List.of(run(plan, 0, "a", 0, 20), run(plan, 0, "b", 0, 10)));
    LabException e =
        assertThrows(LabException.class, () -> lab.report("nightly", Optional.empty()));
    assertTrue(e.getMessage().startsWith("No run of nightly in "), e.getMessage());
    assertTrue(
        e.getMessage()
            .endsWith(
                " experiment --a-cmd 'spark-submit old.py' --b-cmd 'spark-submit new.py'"
                    + " --output-a out/a --output-b out/b"),
        e.getMessage());
  }

  @Test
  void theAaOfTheSameJobIsTheBand() throws IOException {
    compare(ran(plan("exp-0", Kind.AA, "nightly"), 100, 20, 20.2), 6);
    report(6);
    String markdown = markdown();
    assertTrue(markdown.contains(", from an A/A run: "), markdown);
    assertTrue(markdown.contains("; experiment exp-0\n"), markdown);
  }

  @Test
  void theAaOfAnotherJobIsNot() throws IOException {
    compare(ran(plan("exp-0", Kind.AA, "weekly"), 100, 20, 20.2), 6);
    report(6);
    assertTrue(markdown().contains("2 %, uncalibrated (no A/A run); to measure it: "));
  }
}
