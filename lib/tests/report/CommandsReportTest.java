//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
//SOURCES ../../report/Report.java
//SOURCES ../../runs/ExperimentPlan.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import report.Report;
import runs.Arm;
import runs.DataRef;
import runs.Environment;
import runs.ExperimentPlan;
import runs.OutputRef;
import runs.Run;
import runs.Status;
import spark.TaskTotals;

/** What the report says about two commands of the reader's, of which the lab knows little. */
class CommandsReportTest {
  private static final ExperimentPlan PLAN =
      new ExperimentPlan(
          "exp-1",
          ExperimentPlan.Kind.PAIR,
          "nightly",
          List.of(
              new Arm("a", "spark-submit old.py", List.of(), "out/a"),
              new Arm("b", "spark-submit new.py", List.of(), "out/b")),
          List.of(),
          List.of("day"),
          false,
          6,
          "2g",
          2.5,
          "",
          List.of());

  @TempDir Path folder;

  private static Run run(String arm, int round, double sec) {
    Run r = SampleRuns.run(arm, 2 * round + (arm.equals("a") ? 0 : 1), sec);
    return new Run(
        r.runId(),
        PLAN.jobName(),
        arm,
        PLAN.id(),
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

  private Report report(boolean compared) {
    SampleLab lab = SampleLab.in(folder);
    PLAN.save(lab.workspace());
    List<Run> runs = new ArrayList<>();
    for (int round = 0; round <= 6; round++) {
      runs.add(run("a", round, 20 + 0.1 * (round % 3)));
      runs.add(run("b", round, 10 + 0.1 * (round % 2)));
    }
    lab.with(runs);
    for (int round = 1; compared && round <= 6; round++) {
      lab.identical(runs.get(2 * round), runs.get(2 * round + 1));
    }
    return lab.report("daily_sales", Optional.of("exp-1"));
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve("ops").resolve(name));
  }

  @Test
  void twoCommandsAreComparedLikeTwoJobs() throws IOException {
    Report report = report(true);
    assertTrue(
        report.sentence().startsWith("nightly: 2.00x faster (95 % interval "), report.sentence());
    assertEquals(List.of(), report.problems());
    String markdown = text("report.md");
    assertTrue(markdown.contains("- Settings: a: spark-submit old.py; b: spark-submit new.py"));
    assertTrue(markdown.contains("outputs identical: yes, compared row by row, 6 times\n"));
  }

  @Test
  void whatIsNotKnownIsNotShown() throws IOException {
    report(true);
    String markdown = text("report.md");
    assertTrue(markdown.contains("- Data: not recorded"));
    assertTrue(markdown.contains("- Machine: lab-1: 2 cores\n"));
    for (String absent :
        List.of("## What Spark did", "## What each step contributes", "session, p50")) {
      assertFalse(markdown.contains(absent), absent);
    }
  }

  @Test
  void outputsThatWereNotComparedAllowNoClaim() throws IOException {
    assertTrue(
        report(false).sentence().startsWith("The outputs of nightly were not compared"),
        text("report.md"));
  }
}
