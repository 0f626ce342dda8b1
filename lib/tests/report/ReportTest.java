//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
//SOURCES ../../report/Report.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.experiment;
import static tests.report.SampleRuns.failed;
import static tests.report.SampleRuns.run;
import static tests.report.SampleRuns.withOutput;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import report.Report;
import runs.Run;
import runs.Status;

/** What the report says, and what it refuses to say. */
class ReportTest {
  /** Any number that says how much faster, as the report would write it. */
  private static final Pattern CLAIM =
      Pattern.compile("\\d[x\u00d7]|faster|slower|[-+\u2212]\\d+ ?%|[Ss]aved|change");

  @TempDir Path folder;

  private Report report(List<Run> runs) {
    return SampleLab.in(folder).with(runs).report();
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve("ops").resolve(name));
  }

  /** The page without its style sheet and scripts. */
  private String page() throws IOException {
    return text("report.html").replaceAll("(?s)<(script|style).*?</\\1>", "");
  }

  @Test
  void theSentenceHasRatioQuantilesCostParityAndQualifier() {
    Report report = report(experiment(3));
    assertEquals(
        "daily_sales: not enough runs (3 pairs, 6 needed); optimized against baseline:"
            + " p50 12.4 s -> 3.74 s, p95 12.6 s -> 3.87 s, outputs identical: yes, EUR per run"
            + " 0.00690 to 0.0104 -> 0.00209 to 0.00314 at 2.00 to 3.00 EUR per hour"
            + " (conf/lab.properties, looked up 2026-11-01).",
        report.sentence());
    assertEquals(List.of(), report.problems());
    assertEquals(List.of(), report.warnings());
    assertEquals(6, report.files().size());
    assertTrue(report.files().stream().allMatch(Files::isRegularFile));
  }

  @Test
  void fewerThanSixPairsClaimNothing() throws IOException {
    report(experiment(5));
    Pattern claim = Pattern.compile("faster|slower|[Ss]aved per");
    for (String text : List.of(page(), text("report.md"), text("summary_report.md"))) {
      var found = claim.matcher(text.replaceAll("(?s)Method and limits.*", ""));
      assertFalse(found.find(), () -> found.group() + " in " + text);
    }
    String top = page().replaceAll("(?s).*(<header.*)</header>.*", "$1");
    assertTrue(top.contains("not enough runs"), top);
    var ratio = Pattern.compile("\\d[x\u00d7]|[-+\u2212]\\d+\\W?%").matcher(top);
    assertFalse(ratio.find(), () -> ratio.group() + " in " + top);
  }

  @Test
  void amongFewRunsNoneIsCalledAnOutlier() throws IOException {
    report(
        List.of(
            run("baseline", 1, 12),
            run("baseline", 2, 12.01),
            run("baseline", 3, 14),
            run("optimized", 4, 4)));
    assertTrue(text("report.md").contains("- Outliers: not looked for below 6 runs"));
    assertFalse(text("report.html").contains("outlier, kept"));
  }

  @Test
  void sixPairsHaveAVerdict() {
    assertTrue(
        report(experiment(6))
            .sentence()
            .startsWith(
                "daily_sales: 3.31x faster (95 % interval 3.27-3.35, 6 pairs); optimized against"
                    + " baseline: p50 12.4 s"));
  }

  @Test
  void runsWithoutPairsAreLabelled() {
    Report report = report(List.of(run("baseline", 1, 12), run("optimized", 2, 4)));
    assertTrue(
        report
            .sentence()
            .startsWith("daily_sales: not enough runs (0 pairs, 6 needed); optimized against"),
        report.sentence());
  }

  @Test
  void differentAnswersMeanNoClaimAnywhere() throws IOException {
    Run baseline = run("baseline", 1, 12);
    Run optimized = run("optimized", 2, 4);
    SampleLab lab = SampleLab.in(folder).with(List.of(baseline, optimized));
    Report report = lab.different(baseline, optimized).report();
    assertTrue(report.sentence().startsWith("The outputs of daily_sales DIFFER"));
    assertFalse(report.sameAnswer());
    assertNoClaim(report);
    assertTrue(page().contains("[2026-01-01,A,low,80,796.00]"));
    assertTrue(text("report.md").contains("[2026-01-01,A,low,80,796.00]"));
  }

  @Test
  void differentFingerprintsAreDifferentAnswers() throws IOException {
    Report report =
        report(List.of(run("baseline", 1, 12), withOutput(run("optimized", 2, 4), "bad")));
    assertTrue(report.sentence().startsWith("The outputs of daily_sales DIFFER"));
    assertFalse(report.sameAnswer());
    assertNoClaim(report);
  }

  @Test
  void outputsThatNobodyComparedMeanNoClaim() throws IOException {
    Report report =
        report(
            List.of(
                withOutput(run("baseline", 1, 12), ""), withOutput(run("optimized", 2, 4), "")));
    assertTrue(report.sentence().startsWith("The outputs of daily_sales were not compared"));
    assertNoClaim(report);
  }

  private void assertNoClaim(Report report) throws IOException {
    String method =
        "(?s)(## Method and limits|<section aria-labelledby=\"s\\d\">\\s*<h2[^>]*>"
            + "<span>\\d</span> Method and limits).*";
    List<String> texts = new ArrayList<>(List.of(report.sentence(), report.beforeAfter(), page()));
    for (String name :
        List.of("report.md", "summary_report.md", "p95_summary.md", "cost_summary.md")) {
      texts.add(text(name));
    }
    for (String text : texts) {
      var claim = CLAIM.matcher(text.replaceAll(method, ""));
      assertFalse(claim.find(), () -> claim.group() + " in " + text);
    }
    assertFalse(text("report.html").contains("lab.charts.push("));
  }

  @Test
  void oneVariantAloneIsReportedAndTheOtherNamed() throws IOException {
    Report report = report(List.of(run("baseline", 1, 12), run("baseline", 2, 13)));
    assertEquals(
        List.of(
            "No runs of daily_sales/optimized in ops/job_runs.csv (found: baseline x2)."
                + " Run: jbang optimized"),
        report.problems().stream().map(p -> p.replaceFirst("Run: \\S+", "Run: jbang")).toList());
    assertTrue(text("report.md").contains("12.5 s"));
    assertNoSpeedUp();
  }

  private void assertNoSpeedUp() throws IOException {
    assertFalse(Pattern.compile("\\d[x\u00d7] (faster|slower)").matcher(page()).find());
  }

  @Test
  void whatCannotBeReportedIsOneSentenceAndTouchesNothing() throws IOException {
    assertFails("No runs yet in " + folder.resolve("ops/job_runs.csv"));
    SampleLab lab = SampleLab.in(folder);
    lab.with(List.of(failed("baseline", 1, Status.FAILED, "no space left")));
    assertFails("found: baseline FAILED x1; the last error: no space left");
    Files.writeString(folder.resolve("ops/report.md"), "old");
    assertFails("The report was left as it was");
    assertEquals("old", text("report.md"));
    assertThrows(LabException.class, () -> lab.report("other_job", Optional.empty()));
  }

  private void assertFails(String part) {
    LabException e = assertThrows(LabException.class, () -> SampleLab.in(folder).report());
    assertTrue(e.getMessage().contains(part), e.getMessage());
    assertTrue(e.getMessage().endsWith(" demo"), e.getMessage());
  }

  @Test
  void linesThatCannotBeReadAreLeftOutAndCounted() throws IOException {
    SampleLab lab = SampleLab.in(folder).with(experiment(3));
    String line = text("job_runs.csv").lines().skip(3).findFirst().orElseThrow();
    Files.writeString(
        lab.workspace().runs(),
        line.replace("SUCCESS", "MAYBE") + "\n" + line.substring(0, 40),
        StandardOpenOption.APPEND);
    Report report = lab.report();
    assertTrue(report.sentence().contains("3 pairs"));
    assertEquals(2, report.warnings().stream().filter(w -> w.contains("left out")).count());
    assertTrue(page().contains("line 10 left out"));
    assertTrue(text("report.md").contains("line 10 left out"));
  }

  @Test
  void aFailedRunLowersTheSuccessRateAndIsListed() throws IOException {
    List<Run> runs = new ArrayList<>(experiment(3));
    runs.add(failed("baseline", 40, Status.ABORTED, "the process was killed"));
    report(runs);
    assertTrue(text("report.md").contains("75 % (3 of 4)"));
    assertTrue(page().contains("the process was killed"));
  }

  @Test
  void runsOfDifferentCommitsAreAWarning() {
    List<Run> runs = new ArrayList<>(experiment(2));
    runs.replaceAll(
        r ->
            r.variant().equals("optimized")
                ? SampleRuns.withMachine(r, e -> SampleRuns.commit(e, "fff0000"))
                : r);
    assertEquals(
        List.of(
            "The compared runs come from different commits: abc1234 (2 runs), fff0000 (2 runs)."),
        report(runs).warnings());
  }

  @Test
  void aNewerRunThatIsLeftOutIsAWarning() {
    List<Run> runs = new ArrayList<>(experiment(2));
    runs.add(SampleRuns.withSettings(SampleRuns.run("optimized", 50, 7), "join=salted"));
    assertEquals(
        List.of(
            "A newer run is left out, the couples of runs count (optimized: settings join=salted"
                + " instead of join=broadcast)."),
        report(runs).warnings());
  }

  @Test
  void aBusyMachineIsAWarning() {
    List<Run> runs = new ArrayList<>(experiment(2));
    runs.replaceAll(r -> SampleRuns.withMachine(r, e -> SampleRuns.load(e, 3.2)));
    assertEquals(
        List.of(
            "4 of 4 runs started while the machine was busy (load average up to 3.2 on 2 cores)."),
        report(runs).warnings());
  }

  @Test
  void nothingFromTheLogBecomesMarkup() throws IOException {
    String evil = "<img src=x onerror=alert(1)>|</script>\"'&";
    List<Run> runs = new ArrayList<>(experiment(2));
    runs.replaceAll(r -> SampleRuns.withMachine(r, e -> SampleRuns.commit(e, evil)));
    runs.add(failed("baseline", 40, Status.FAILED, evil));
    report(runs);
    assertFalse(text("report.html").contains("<img"));
    String markdown = text("report.md");
    assertFalse(markdown.replace("\\<", "").matches("(?s).*<[a-z/!].*"), markdown);
    assertTrue(markdown.contains("\\<img src=x onerror=alert(1)>\\|\\</script>"), markdown);
    assertFalse(markdown.matches("(?s).*&#?\\w+;.*"), markdown);
    assertTrue(text("report.html").contains("&lt;img src=x onerror=alert(1)&gt;"));
  }

  @Test
  void thePageIsOneFileOfAtMostFiveMegabytes() throws IOException {
    report(experiment(62));
    assertTrue(Files.size(folder.resolve("ops/report.html")) <= 5_000_000);
    Pattern request =
        Pattern.compile("(?i)(src|href|action|data)\\s*=\\s*[\"']?+(?!data:)|@import|url\\(|<base");
    var found = request.matcher(page());
    assertFalse(found.find(), () -> found.group());
  }

  @Test
  void thePictureHasTheSizeOfASlide() throws IOException {
    report(experiment(3));
    var picture = ImageIO.read(folder.resolve("ops/p95_chart.png").toFile());
    assertEquals(1600, picture.getWidth());
    assertEquals(900, picture.getHeight());
  }

  @Test
  void nothingTemporaryIsLeftBehind() throws IOException {
    report(experiment(2));
    try (var files = Files.list(folder.resolve("ops"))) {
      assertTrue(files.noneMatch(f -> f.getFileName().toString().contains("tmp")));
    }
  }
}
