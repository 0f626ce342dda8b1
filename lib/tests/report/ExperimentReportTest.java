//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleExperiment.java
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
//SOURCES ../../project/LabException.java
//SOURCES ../../report/Report.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import project.LabException;
import report.Report;
import runs.DataRef;
import runs.Run;

/** What the report says about an experiment with arms of any name. */
class ExperimentReportTest {
  private static final SampleExperiment TUNED =
      SampleExperiment.pair("exp-1", 100, "none", 12.4, "all", 3.7, 6);

  @TempDir Path folder;
  private SampleLab lab;

  @BeforeEach
  void emptyLab() {
    lab = SampleLab.in(folder);
  }

  private Report newest() {
    return lab.report();
  }

  private Report report(String id) {
    return lab.report("daily_sales", Optional.of(id));
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve("ops").resolve(name));
  }

  @Test
  void theSentenceIsTheVerdictOnTheArms() throws IOException {
    lab.with(TUNED);
    Report report = newest();
    assertEquals(
        "daily_sales: 3.34x faster (95 % interval 3.28-3.41, 6 pairs); all against none: p50 12.4 s"
            + " -> 3.72 s, p95 12.5 s -> 3.74 s, outputs identical: yes, EUR per run 0.00689 to"
            + " 0.0103 -> 0.00206 to 0.00309 at 2.00 to 3.00 EUR per hour (conf/lab.properties,"
            + " looked up 2026-11-01). Saved per run: 0.00479 to 0.00730 EUR; per month at 24 runs"
            + " a day: 3.45 to 5.26 EUR, from the 95 % interval of the speed-up, the average time of"
            + " none and that rate.",
        report.sentence());
    assertEquals(List.of(), report.problems());
    assertEquals(List.of(), report.warnings());
    assertEquals(6, report.files().size());
    assertTrue(
        report.beforeAfter().lines().findFirst().orElseThrow().matches(" +none +all +change"));
    for (String file : List.of("report.md", "p95_summary.md", "cost_summary.md")) {
      assertTrue(text(file).contains("all"), file);
      // What is promised is about the published table, whatever the report is about.
      String others = text(file).replaceFirst("(?s)\n## Reliability.*?(?=\n## )", "");
      assertFalse(others.contains("optimized"), file);
    }
    assertEquals(1600, ImageIO.read(folder.resolve("ops/p95_chart.png").toFile()).getWidth());
  }

  @Test
  void whatAScepticAsksIsThere() throws IOException {
    lab.with(TUNED);
    newest();
    for (String fact :
        List.of(
            "- Experiment: exp-1: 6 of 6 rounds complete, none dropped",
            "- Runs: 6 none, 6 all, 6 complete pairs; 2 runs of warm-up left out",
            "- Order: A B B A A B B A A B B A (A none, B all; each a JVM of its own)",
            "- Outliers: none flagged",
            "the slowest of 6 reaches the true p95 with 26 % probability; a bound needs 59 runs",
            "6 of 6 runs within target: at least 61 % of all runs",
            "| 95 % interval of the p50 | 12.3 s to 12.5 s | 3.66 s to 3.74 s |")) {
      assertTrue(text("report.md").contains(fact), fact + " in " + text("report.md"));
    }
  }

  @Test
  void aSlowerArmIsCalledSlower() {
    lab.with(SampleExperiment.pair("exp-1", 1, "all", 4, "all+salting", 6, 6));
    assertTrue(newest().sentence().startsWith("daily_sales: 1.50x slower (95 % interval 1.4"));
  }

  @Test
  void equalArmsShowNoDifference() {
    lab.with(SampleExperiment.pair("exp-1", 1, "all", 4, "all+cache", 4.06, 6));
    String sentence = newest().sentence();
    assertTrue(sentence.startsWith("daily_sales: no difference shown: 0.9"), sentence);
    assertFalse(sentence.contains("Saved"), sentence);
  }

  @Test
  void aDroppedRoundIsCountedAndShownWithItsReason() throws IOException {
    lab.with(
        SampleExperiment.pair("exp-1", 1, "none", 12.4, "all", 3.7, 7)
            .with("all", 3, r -> SampleExperiment.failed(r, "no space left")));
    Report report = newest();
    assertTrue(report.sentence().contains("6 pairs"), report.sentence());
    assertEquals(
        List.of(
            "1 of 7 rounds dropped because a run failed: what is left may be the easier"
                + " part."),
        report.warnings());
    String page = text("report.md");
    assertTrue(
        page.contains("6 of 7 rounds complete, 1 dropped: round 3, all FAILED (no space left)"),
        page);
    assertTrue(page.contains("round 3 was dropped: all FAILED"), page);
    assertTrue(page.contains("86 % (6 of 7)"), page);
  }

  static Stream<Arguments> conflicts() {
    UnaryOperator<Run> machine = r -> SampleRuns.withMachine(r, e -> SampleRuns.cores(e, 4));
    UnaryOperator<Run> settings =
        r -> SampleRuns.withMachine(r, e -> SampleRuns.confHash(e, "other"));
    return Stream.of(
        Arguments.of(machine, "round 4, all: cores 4 instead of 2"),
        Arguments.of(settings, "round 4, all: conf_hash other instead of all"),
        Arguments.of(
            (UnaryOperator<Run>) r -> SampleRuns.withData(r, new DataRef("z", 1000, 1, 1)),
            "round 4, all: data: 1,000 rows instead of 2,000,000"));
  }

  @ParameterizedTest
  @MethodSource("conflicts")
  void runsThatDifferInMoreThanTheirArmAreRefused(UnaryOperator<Run> change, String what)
      throws IOException {
    lab.with(TUNED.with("all", 4, change));
    Report report = newest();
    assertTrue(
        report.sentence().startsWith("daily_sales: these runs cannot be compared"),
        report.sentence());
    assertTrue(report.sentence().contains(what), report.sentence());
    assertFalse(report.beforeAfter().contains("change"));
    assertFalse(text("report.html").contains("lab.charts.push("));
    assertFalse(text("report.md").contains("faster"));
  }

  @Test
  void oneOutputThatDiffersIsADifferentAnswer() {
    lab.with(TUNED.with("all", 2, r -> SampleRuns.withOutput(r, "bad")));
    String sentence = newest().sentence();
    assertTrue(sentence.startsWith("The outputs of daily_sales DIFFER"), sentence);
    assertFalse(sentence.contains("faster"), sentence);
    assertTrue(sentence.endsWith(" experiment."), sentence);
  }

  @Test
  void theDemoIsRunAgainByItsOwnCommand() {
    lab.with(
        SampleExperiment.pair("exp-1", 1, "baseline", 12.4, "optimized", 3.7, 6)
            .with("optimized", 2, r -> SampleRuns.withOutput(r, "bad")));
    String sentence = newest().sentence();
    assertTrue(sentence.endsWith(" demo."), sentence);
  }

  @Test
  void theMethodSaysWhatTheClockCovers() throws IOException {
    lab.with(TUNED);
    newest();
    String fresh = text("report.md");
    assertTrue(fresh.contains("- Every run is a JVM of its own, "), fresh);
    assertTrue(fresh.contains(" The start of JVM and session stands beside it.\n"), fresh);
    lab.with(TUNED.warm());
    newest();
    String warm = text("report.md");
    assertTrue(warm.contains("- All runs share one JVM, "), warm);
    assertFalse(warm.contains("JVM of its own"), warm);
    assertFalse(warm.contains("session stands beside it"), warm);
    for (String page : List.of(fresh, warm)) {
      assertTrue(page.contains("to the completely written output; "), page);
    }
  }

  @Test
  void anOutlierIsFlaggedAndKept() throws IOException {
    Run slow = SampleRuns.inRound(run("all", 111, 9.9), "exp-1", 5);
    lab.with(TUNED.with("all", 5, r -> slow));
    newest();
    assertTrue(text("report.md").contains("- Outliers: flagged and kept: all 9.90 s in pair 5"));
    assertTrue(text("report.md").contains("6 complete pairs"));
    assertTrue(text("report.html").contains("outlier, kept"));
  }

  /** It says how noisy the machine is, which is told beside what is compared. */
  @Test
  void anExperimentOfOneVariantAgainstItselfIsReportedWhenAsked() {
    lab.with(TUNED);
    lab.with(SampleExperiment.pair("exp-2", 300, "all", 4, "all-again", 4.08, 6));
    assertTrue(newest().sentence().contains("all against none"));
    assertTrue(report("exp-2").sentence().contains("all-again against all"));
  }

  @Test
  void whatIsNewestIsReported() {
    lab.with(List.of(run("baseline", 1, 12), run("optimized", 2, 4)));
    lab.with(TUNED);
    assertTrue(newest().sentence().contains("all against none"));
    lab.with(List.of(run("baseline", 900, 12)));
    assertTrue(newest().sentence().contains("optimized against baseline"));
    assertTrue(report("exp-1").sentence().contains("all against none"));
  }

  @Test
  void aTypedRunAloneDoesNotHideAnExperiment() {
    lab.with(TUNED).with(List.of(run("baseline", 900, 12)));
    assertTrue(newest().sentence().contains("all against none"));
  }

  @Test
  void theRunsOfAnExperimentAreNotThoseThatPeopleTyped() {
    lab.with(SampleExperiment.pair("exp-1", 1, "baseline", 12.4, "optimized", 3.7, 3));
    lab.with(List.of(run("baseline", 900, 12), run("optimized", 901, 4)));
    assertTrue(newest().sentence().contains("not enough runs (0 pairs, 6 needed)"));
    assertTrue(report("exp-1").sentence().contains("not enough runs (3 pairs, 6 needed)"));
  }

  @Test
  void anExperimentThatIsNotThereListsThoseThatAre() {
    lab.with(TUNED);
    LabException e = assertThrows(LabException.class, () -> report("exp-9"));
    assertEquals(LabException.USAGE, e.exitCode());
    assertTrue(
        e.getMessage()
            .startsWith(
                "No experiment exp-9 (found: exp-1 PAIR, none and all, 6 of 6 rounds). Run: "),
        e.getMessage());
  }

  @Test
  void anExperimentWithoutACompleteRoundIsOneSentence() {
    SampleExperiment begun = new SampleExperiment(TUNED.plan(), TUNED.runs().subList(0, 3));
    lab.with(begun);
    LabException e = assertThrows(LabException.class, () -> report("exp-1"));
    assertTrue(
        e.getMessage().startsWith("Experiment exp-1 has no complete round (0 of 6 are over"));
    assertTrue(e.getMessage().endsWith("experiment --resume"), e.getMessage());
  }

  @Test
  void aStoppedExperimentIsAWarning() {
    lab.with(new SampleExperiment(TUNED.plan(), TUNED.runs().subList(0, 9)));
    Report report = newest();
    assertTrue(report.sentence().contains("(3 pairs, 6 needed)"), report.sentence());
    assertTrue(
        report.warnings().get(0).startsWith("The experiment was stopped when 3 of 6 rounds "));
  }

  @Test
  void sixtyPairsStayBelowFiveMegabytes() throws IOException {
    lab.with(SampleExperiment.ladder("exp-0", 1, 6));
    SampleExperiment many = SampleExperiment.pair("exp-1", 200, "none", 12.4, "all", 3.7, 60);
    List<Run> runs = new ArrayList<>(many.runs());
    lab.with(many);
    runs.forEach(r -> lab.evidence(r, SampleEvidence.shuffled()));
    assertTrue(newest().sentence().contains("60 pairs"));
    assertTrue(Files.size(folder.resolve("ops/report.html")) <= 5_000_000);
    assertTrue(text("report.md").contains("with a one-sided 95 % upper bound: 12.5 s"));
  }
}
