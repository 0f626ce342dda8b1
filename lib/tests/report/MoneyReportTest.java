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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import report.Report;
import runs.DataRef;
import runs.Run;
import runs.Status;

/** What runs cost, what they save, and when the compacted input has paid back. */
class MoneyReportTest {
  private static final String PLAIN = "native,broadcast";
  private static final String LADDER = "native+pruning+broadcast+aqe+partitions+output";
  private static final String COMPACTED = "native,broadcast,compacted";

  /**
   * Six log ratios of +h, -h, +h, ... have the mean 0 and the interval 2.570582 h / sqrt 5 to
   * either side, 2.570582 being Student's t of 5 degrees of freedom: with this h the factor is
   * 1.25.
   */
  private static final double H = Math.log(1.25) * Math.sqrt(5) / 2.570582;

  @TempDir Path folder;
  private SampleLab lab;

  @BeforeEach
  void emptyLab() {
    lab = SampleLab.in(folder);
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve("ops").resolve(name));
  }

  /** Arm a takes 10 s, b is {@code ratio} times faster, within the interval's factor of 1.25. */
  private static SampleExperiment tenSeconds(String a, String b, double ratio, int rounds) {
    SampleExperiment e = SampleExperiment.pair("exp-1", 100, a, 1, b, 1, rounds);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < e.runs().size(); i++) {
      Run r = e.runs().get(i);
      int round = r.pair().getAsInt();
      boolean first = r.variant().equals(a.replace(',', '+'));
      double sec = first ? 10 : 10 / (ratio * Math.exp(round % 2 == 0 ? H : -H));
      runs.add(SampleRuns.inRound(SampleRuns.run(r.variant(), 100 + i, sec), "exp-1", round));
    }
    return new SampleExperiment(e.plan(), runs);
  }

  private static Run compaction(int minute, double sec) {
    return SampleRuns.of(SampleRuns.run("compacted", minute, sec), "compact_transactions", 2.5);
  }

  private static List<Run> halved(UnaryOperator<Run> change) {
    List<Run> runs = new ArrayList<>();
    for (int pair = 1; pair <= 3; pair++) {
      runs.add(SampleRuns.paired(SampleRuns.run("baseline", 2 * pair, 12), pair));
      runs.add(SampleRuns.paired(SampleRuns.run("optimized", 2 * pair + 1, 6), pair));
    }
    runs.replaceAll(change);
    return runs;
  }

  /** 12 s are 1/300 h; a month has 720 runs. */
  @Test
  void costsAreRangesOfTheRate() throws IOException {
    lab.with(halved(r -> r));
    Report report = lab.report();
    String perRun = "| EUR per run | 0.00667 to 0.0100 | 0.00333 to 0.00500 | -50 % |";
    String perMonth = "| EUR per month at 24 runs a day | 4.80 to 7.20 | 2.40 to 3.60 | -50 % |";
    for (String file : List.of("report.md", "summary_report.md")) {
      assertTrue(text(file).contains(perRun), text(file));
      assertTrue(text(file).contains(perMonth), text(file));
    }
    String rate = "2.00 to 3.00 EUR per hour (conf/lab.properties, looked up 2026-11-01)";
    assertTrue(
        report
            .sentence()
            .endsWith(", EUR per run 0.00667 to 0.0100 -> 0.00333 to 0.00500 at " + rate + "."),
        report.sentence());
    assertTrue(text("report.md").contains("- EUR: average job time x " + rate + "."));
    assertTrue(text("report.md").contains("- Price: " + rate + "\n"));
    assertTrue(text("cost_summary.md").contains("| 0.00667 to 0.0100 EUR |"));
    assertTrue(text("report.html").replace('\u00a0', ' ').contains("<s>0.00667 to 0.0100</s>"));
  }

  /**
   * 720 runs of 12.38 s cost 4.952 EUR at 2.00 EUR an hour and 7.428 at 3.00; the ratio is 3.2745x
   * to 3.3474x: 4.952 (1 - 1/3.2745) = 3.44 and 7.428 (1 - 1/3.3474) = 5.21.
   */
  @Test
  void theSavingIsTheRangeOfTheInterval() throws IOException {
    lab.with(SampleRuns.experiment(6));
    lab.report();
    assertTrue(
        text("report.md")
            .contains(
                "Saved per run: 0.00478 to 0.00723 EUR; per month at 24 runs a day: 3.44 to 5.21"
                    + " EUR, from the 95 % interval of the speed-up, the average time of baseline"
                    + " and that rate."));
  }

  @Test
  void aRateThatWasGivenHasNoRange() throws IOException {
    lab.with(halved(r -> SampleRuns.of(r, "daily_sales", 3.6)));
    String sentence = lab.report().sentence();
    assertTrue(
        sentence.endsWith(
            ", EUR per run 0.0120 -> 0.00600 at 3.60 EUR per hour (given with --rate)."),
        sentence);
    assertTrue(
        text("report.md").contains("| EUR per month at 24 runs a day | 8.64 | 4.32 | -50 % |"));
  }

  /**
   * The ratio is 1.6 to 2.5, so of 10 s a read saves 10 (1 - 1/1.6) = 3.75 to 10 (1 - 1/2.5) = 6 s;
   * 29 s are 4.8 to 7.7 of that, and 0.0161 EUR at 2.00 an hour, 0.0242 at 3.00.
   */
  @Test
  void theCompactedInputPaysBack() throws IOException {
    lab.with(List.of(compaction(50, 29))).with(tenSeconds(PLAIN, COMPACTED, 2, 6));
    String sentence =
        "Compacting cost 29.0 s, 0.0161 to 0.0242 EUR (1 run). A run that reads the compacted copy"
            + " saves 3.75 to 6.00 s (95 % interval of native+broadcast+compacted against"
            + " native+broadcast, 6 pairs): compacting pays back after 5 to 8 reads.";
    assertEquals(sentence, lab.report().compaction());
    for (String file : List.of("report.md", "summary_report.md", "cost_summary.md")) {
      assertTrue(text(file).contains(sentence), text(file));
    }
    String page = text("report.html").replace('\u00a0', ' ').replaceAll("\\s+", " ");
    assertTrue(page.contains("pays back after 5 to 8 reads"));
  }

  @Test
  void whichArmComesFirstDoesNotMatter() {
    lab.with(List.of(compaction(50, 29))).with(tenSeconds(COMPACTED, PLAIN, 0.5, 6));
    // The median of the slower arm is that of 20 e^h and 20 e^-h, (24.29 + 16.47) / 2 = 20.38 s.
    assertTrue(
        lab.report().compaction().contains("saves 7.64 to 12.2 s (95 % interval"),
        lab.report().compaction());
  }

  /** Only what compacted these data on this machine counts: 20 and 29 s are 3.3 to 7.7 reads. */
  @Test
  void severalCompactionsAreARange() {
    Run failed =
        SampleRuns.of(
            SampleRuns.failed("compacted", 53, Status.FAILED, "no space left"),
            "compact_transactions",
            2.5);
    lab.with(
            List.of(
                compaction(50, 29),
                compaction(51, 20),
                SampleRuns.withData(compaction(52, 1), new DataRef("small", 1000, 1, 1)),
                failed,
                SampleRuns.withMachine(compaction(54, 1), e -> SampleRuns.cores(e, 4))))
        .with(tenSeconds(PLAIN, COMPACTED, 2, 6));
    String sentence = lab.report().compaction();
    assertTrue(
        sentence.startsWith("Compacting cost 20.0 to 29.0 s, 0.0111 to 0.0242 EUR (2 runs). "),
        sentence);
    assertTrue(sentence.endsWith(": compacting pays back after 4 to 8 reads."), sentence);
  }

  /** Ratios of 0.88 to 1.375 and of 0.4 to 0.625. */
  @ParameterizedTest
  @CsvSource({
    "1.1, 'saves -1.36 to 2.73 s', ', 6 pairs, no difference shown): compacting pays back after 11"
        + " reads at best, perhaps never.'",
    "0.5, 'saves -15.0 to -6.00 s', ', 6 pairs): compacting never pays back: a read saves nothing.'"
  })
  void whatSavesNothingIsNotCalledASaving(double ratio, String saved, String end) {
    lab.with(List.of(compaction(50, 29))).with(tenSeconds(PLAIN, COMPACTED, ratio, 6));
    String sentence = lab.report().compaction();
    assertTrue(sentence.contains(saved), sentence);
    assertTrue(sentence.endsWith(end), sentence);
  }

  @Test
  void fewPairsSayWhatIsMissingAndClaimNothing() {
    lab.with(List.of(compaction(50, 29))).with(tenSeconds(PLAIN, COMPACTED, 2, 5));
    assertEquals(
        "Compacting cost 29.0 s, 0.0161 to 0.0242 EUR (1 run). To say when that pays back needs 6"
            + " pairs of native+broadcast and native+broadcast+compacted, 5 were made.",
        lab.report().compaction());
  }

  @Test
  void armsThatDifferInMoreAttributeNothing() {
    lab.with(List.of(compaction(50, 29))).with(tenSeconds("none", COMPACTED, 2, 6));
    String sentence = lab.report().compaction();
    assertTrue(
        sentence.startsWith(
            "When compacting pays back is not known: none and native+broadcast+compacted differ in"
                + " more than that. Run: "),
        sentence);
    assertTrue(sentence.endsWith(" experiment --a all --b all,compacted"), sentence);
  }

  @Test
  void withoutARunThatCompactedTheCommandIsNamed() {
    lab.with(tenSeconds(PLAIN, COMPACTED, 2, 6));
    String sentence = lab.report().compaction();
    assertTrue(
        sentence.startsWith(
            "When compacting pays back is not known: no run of compact_transactions over these data"
                + " on this machine succeeded. Run: "),
        sentence);
    assertTrue(sentence.endsWith(" compact"), sentence);
  }

  @Test
  void aLadderTriedItOnTopOfAllSteps() {
    lab.with(List.of(compaction(0, 29))).with(SampleExperiment.ladder("exp-0", 1, 6));
    lab.with(SampleExperiment.pair("exp-2", 500, "none", 12.4, "all", 3.7, 6));
    String sentence = lab.report().compaction();
    assertTrue(
        sentence.contains(
            "(95 %% interval of %s+compacted against %s, 6 pairs)".formatted(LADDER, LADDER)),
        sentence);
    // 29 s and about 3.7 - 2.1 s a read.
    assertTrue(sentence.contains("pays back after 1"), sentence);
  }

  @Test
  void nothingIsSaidWhereNothingWasTriedOrTheAnswersDiffer() throws IOException {
    lab.with(List.of(compaction(50, 29)));
    lab.with(
        tenSeconds(PLAIN, COMPACTED, 2, 6)
            .with("native+broadcast+compacted", 2, r -> SampleRuns.withOutput(r, "bad")));
    assertEquals("", lab.report().compaction());
    assertFalse(text("report.md").contains("ompacting cost"));
    lab.with(SampleExperiment.pair("exp-2", 500, "none", 12.4, "native", 3.7, 6));
    assertEquals("", lab.report().compaction());
  }

  @Test
  void aLadderThatGaveAnotherAnswerSaysNothing() {
    lab.with(List.of(compaction(0, 29)));
    lab.with(
        SampleExperiment.ladder("exp-0", 1, 6)
            .with(LADDER + "+compacted", 2, r -> SampleRuns.withOutput(r, "bad")));
    Report report =
        Report.write(
            lab.workspace(),
            lab.workspace().runs(),
            lab.workspace().ops(""),
            "daily_sales",
            Optional.of("exp-0"));
    assertTrue(report.sentence().contains("faster"), report.sentence());
    assertEquals("", report.compaction());
  }
}
