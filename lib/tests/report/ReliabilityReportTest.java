//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleExperiment.java
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.experiment;
import static tests.report.SampleRuns.failed;
import static tests.report.SampleRuns.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.Workspace;
import report.Report;
import runs.Run;
import runs.Status;

/** What the report says about the reliability of the model. */
class ReliabilityReportTest {
  private static final String TITLE = "Reliability: SLO, budget, incidents";

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void at() {
    workspace = new Workspace(folder.toAbsolutePath().normalize(), false);
  }

  private String markdown() throws IOException {
    return Files.readString(workspace.ops("report.md"));
  }

  private String page() throws IOException {
    return Files.readString(workspace.ops("report.html"))
        .replaceAll("(?s)<(script|style).*?</\\1>", "");
  }

  @Test
  void aReportOfTypedRunsHasThemAfterTheAnswersAndBeforeTheMethod() throws IOException {
    Instant now = Instant.now();
    List<Run> runs = new ArrayList<>();
    for (Run r : List.of(run("baseline", 0, 12), run("optimized", 1, 4), run("optimized", 2, 4))) {
      runs.add(SampleRuns.timed(r, now.minusSeconds(600), now.minusSeconds(590)));
    }
    SampleLab.in(folder).with(runs).report();
    String page = page();
    int answers = page.indexOf("Is it the same answer?");
    int block = page.indexOf(TITLE);
    assertTrue(0 < answers && answers < block && block < page.indexOf("Method and limits"), page);
    assertTrue(page.contains("2 runs of operation in ops/job_runs.csv"), page);
    assertTrue(page.contains("Runs that do not count: 1 of variant baseline."), page);
    String markdown = markdown();
    assertTrue(markdown.contains("\n## " + TITLE + "\n"), markdown);
    assertTrue(
        markdown.contains("| success rate | 99 % of the runs | 100 %, 2 of 2 runs |"), markdown);
    assertFalse(markdown.contains("they are measurements"), markdown);
  }

  @Test
  void aReportOfAnExperimentSaysThatItsRunsAreNoOperation() throws IOException {
    SampleLab.in(folder)
        .with(SampleExperiment.pair("exp-1", 100, "none", 12.4, "all", 3.7, 6))
        .report();
    String wanted =
        "**daily_sales/optimized: cannot tell yet (freshness, success rate, MTTR, p95).** The runs"
            + " of this report belong to an experiment: they are measurements, no operation, and do"
            + " not count here. No run of operation of daily_sales/optimized in ops/job_runs.csv."
            + " Runs that do not count: 14 of experiments.";
    assertTrue(markdown().contains(wanted), markdown());
    assertTrue(page().contains("they are measurements, no operation"), page());
  }

  @Test
  void withoutObjectivesTheReportHasNoSuchPart() throws IOException {
    Files.createDirectories(folder.resolve("ops"));
    Files.writeString(
        workspace.ops("slo.yaml"), "models:\n  - model: churn\n    success_rate_percent: 95\n");
    Report report = SampleLab.in(folder).with(experiment(2)).report();
    assertFalse(markdown().contains(TITLE));
    assertFalse(page().contains(TITLE));
    assertEquals(List.of(), report.warnings());
  }

  @Test
  void aMistakeInTheFileCostsThatPartOnly() throws IOException {
    Files.createDirectories(folder.resolve("ops"));
    Files.writeString(workspace.ops("slo.yaml"), "models:\n  - model: daily_sales\n    p95: 4\n");
    Report report = SampleLab.in(folder).with(experiment(2)).report();
    assertEquals(1, report.warnings().size());
    String warning = report.warnings().get(0);
    assertTrue(warning.startsWith("The report says nothing about reliability: "), warning);
    assertTrue(warning.contains("slo.yaml line 3: models[0].p95 is not a known key"), warning);
    assertFalse(markdown().contains(TITLE));
  }

  @Test
  void nothingFromTheLogBecomesMarkup() throws IOException {
    Instant now = Instant.now();
    Run bad = failed("optimized", 3, Status.FAILED, "<img src=x onerror=alert(1)>|");
    SampleLab.in(folder)
        .with(List.of(run("baseline", 0, 12), run("optimized", 1, 4)))
        .with(List.of(SampleRuns.timed(bad, now.minusSeconds(9), now.minusSeconds(8))))
        .report();
    assertFalse(page().contains("<img"));
    assertTrue(markdown().contains("\\<img src=x onerror=alert(1)>\\|"), markdown());
  }
}
