//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleExperiment.java
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
//SOURCES ../../report/Report.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import report.Report;
import runs.DataRef;

/** What the report says about the single steps. */
class LadderReportTest {
  private static final SampleExperiment TUNED =
      SampleExperiment.pair("exp-2", 500, "none", 12.4, "all", 3.7, 6);
  private static final String WHOLE_LADDER = "native+pruning+broadcast+aqe+partitions+output";

  @TempDir Path folder;
  private SampleLab lab;

  @BeforeEach
  void emptyLab() {
    lab = SampleLab.in(folder);
  }

  private String markdown() throws IOException {
    lab.report();
    return Files.readString(folder.resolve("ops/report.md"));
  }

  /** The cells of the row that starts with {@code name}. */
  private static List<String> row(String markdown, String name) {
    String line =
        markdown.lines().filter(l -> l.startsWith("| " + name + " |")).findFirst().orElseThrow();
    return Arrays.stream(line.substring(2).split(" \\| |\\|")).map(String::strip).toList();
  }

  @Test
  void theStepsStandInTheirOrderAndCloseToTheTotal() throws IOException {
    lab.with(SampleExperiment.ladder("exp-1", 1, 6)).with(TUNED);
    String report = markdown();
    assertTrue(report.contains("order native, pruning, broadcast, aqe, partitions, output"));
    double product = 1;
    double shares = 0;
    for (String step : List.of("native", "pruning", "broadcast", "aqe", "partitions", "output")) {
      List<String> cells = row(report, "+ " + step);
      product *= Double.parseDouble(cells.get(2).replace("x", ""));
      shares += Double.parseDouble(cells.get(4).replace(" %", ""));
      assertTrue(cells.get(5).matches("\\d\\.\\d\\d to \\d\\.\\d\\d"), cells.toString());
    }
    List<String> total = row(report, "full set, against none");
    assertEquals(Double.parseDouble(total.get(2).replace("x", "")), product, 0.05);
    assertEquals(100, shares, 3);
  }

  @Test
  void aStepThatShowsNothingIsSaidToShowNothing() throws IOException {
    lab.with(SampleExperiment.ladder("exp-1", 1, 6)).with(TUNED);
    String report = markdown();
    assertEquals("contributes nothing measurable here", row(report, "+ native").get(3));
    assertEquals("contributes", row(report, "+ broadcast").get(3));
    // Six steps and the whole, six left out, two on top.
    assertTrue(report.contains("Of 20 comparisons at 95 % one may mislead; here are 15."), report);
  }

  @Test
  void aLaterLadderThatWasCutShortDoesNotHideTheFullOne() throws IOException {
    lab.with(SampleExperiment.ladder("exp-1", 1, 6))
        .with(SampleExperiment.ladder("exp-1b", 200, 1))
        .with(TUNED);
    assertTrue(markdown().contains("Experiment exp-1, complete rounds: 6, "));
  }

  @Test
  void aShortLadderIsBetterThanNone() throws IOException {
    lab.with(SampleExperiment.ladder("exp-1b", 200, 1)).with(TUNED);
    assertTrue(markdown().contains("Experiment exp-1b, complete rounds: 1, "));
  }

  @Test
  void whatIsWorthNothingLastIsNamed() throws IOException {
    lab.with(SampleExperiment.ladder("exp-1", 1, 6)).with(TUNED);
    String report = markdown();
    assertEquals(
        "contributes nothing measurable here", row(report, "full set without native").get(3));
    assertEquals("contributes", row(report, "full set without broadcast").get(3));
    assertTrue(row(report, "full set without broadcast").get(2).startsWith("2.1"));
    assertEquals("contributes", row(report, "full set and compacted").get(3));
    assertEquals("costs", row(report, "full set and salting").get(3));
    assertTrue(row(report, "full set without broadcast").get(1).matches("7\\.[78]\\d s"));
  }

  @Test
  void fewRoundsGiveFiguresAndNoClaims() throws IOException {
    lab.with(SampleExperiment.ladder("exp-1", 1, 3)).with(TUNED);
    String steps =
        markdown()
            .replaceAll("(?s).*## What each step contributes", "")
            .replaceAll("(?s)## .*", "");
    assertTrue(steps.contains("not enough runs: 3 pairs, 6 needed"), steps);
    assertTrue(row(steps, "+ broadcast").get(2).startsWith("1.7"), steps);
    assertEquals(List.of("-", "-", "-"), row(steps, "+ broadcast").subList(3, 6));
    assertFalse(steps.contains("faster"), steps);
    assertEquals("-", row(steps, "full set without native").get(3));
  }

  @Test
  void withoutALadderTheCommandIsNamed() throws IOException {
    lab.with(TUNED);
    String report = markdown();
    assertTrue(report.contains("No ladder ran over these data on this machine. Run: "));
    assertTrue(report.contains(" experiment ladder\n"));
  }

  @Test
  void aLadderOverOtherDataIsNotThisOne() throws IOException {
    SampleExperiment other = SampleExperiment.ladder("exp-1", 1, 6);
    for (var arm : other.plan().arms()) {
      other =
          other.with(arm.label(), r -> SampleRuns.withData(r, new DataRef("small", 1000, 1, 1)));
    }
    lab.with(other).with(TUNED);
    assertTrue(markdown().contains("No ladder ran over these data"));
  }

  @Test
  void aLadderWithAWrongAnswerIsLeftOutWithAWarning() throws IOException {
    SampleExperiment ladder = SampleExperiment.ladder("exp-1", 1, 6);
    lab.with(ladder.with(WHOLE_LADDER, 2, r -> SampleRuns.withOutput(r, "bad"))).with(TUNED);
    String report = markdown();
    assertTrue(
        report.contains("The ladder exp-1 is left out: its outputs are not shown to be the same."));
    assertFalse(report.contains("| + broadcast |"));
  }

  @Test
  void aLadderCanBeReportedItself() throws IOException {
    lab.with(SampleExperiment.ladder("exp-1", 1, 6)).with(TUNED);
    Report report = lab.report("daily_sales", Optional.of("exp-1"));
    assertTrue(report.sentence().contains(WHOLE_LADDER + " against none"), report.sentence());
    String text = Files.readString(folder.resolve("ops/report.md"));
    assertTrue(text.contains("| + broadcast |"));
  }
}
