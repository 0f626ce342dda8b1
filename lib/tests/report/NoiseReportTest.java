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
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import report.Report;
import runs.DataRef;
import runs.Run;

/** What the report takes for noise: the A/A experiments of the lab. */
class NoiseReportTest {
  private static final SampleExperiment TUNED =
      SampleExperiment.pair("exp-9", 100, "none", 12.4, "all", 3.7, 6);
  private static final SampleExperiment AA = aa("exp-0", 1, 6);

  @TempDir Path folder;
  private SampleLab lab;

  @BeforeEach
  void emptyLab() {
    lab = SampleLab.in(folder);
  }

  private static SampleExperiment aa(String id, int minute, int rounds) {
    return SampleExperiment.pair(id, minute, "all", 4, "all-again", 4.08, rounds);
  }

  private String markdown() throws IOException {
    lab.report();
    return Files.readString(folder.resolve("ops/report.md"));
  }

  /** What the report says about the noise. */
  private String noise() throws IOException {
    String fact = "- Noise of this machine: ";
    String report = markdown();
    return report
        .lines()
        .filter(line -> line.startsWith(fact))
        .map(line -> line.substring(fact.length()))
        .findFirst()
        .orElse(report);
  }

  @Test
  void withoutAnAaExperimentTheBandIsUncalibratedAndSaysHowToMeasureIt() throws IOException {
    lab.with(TUNED);
    String noise = noise();
    assertTrue(noise.startsWith("2 %, uncalibrated (no A/A run); to measure it: "), noise);
    assertTrue(noise.endsWith(" experiment --a all --b all"), noise);
  }

  @Test
  void theNoiseIsMeasuredUnderTheSameConditions() throws IOException {
    lab.with(TUNED.typed("--b", "all", "--cores=1", "--conf", "spark.x=a b", "--pairs", "6"));
    String noise = noise();
    assertTrue(noise.endsWith(" experiment --a all --b all --cores=1 --conf 'spark.x=a b'"), noise);
  }

  @Test
  void theNewestAaExperimentOnTheMachineIsTheBand() throws IOException {
    lab.with(aa("exp-00", 1, 6)).with(aa("exp-0", 50, 6));
    lab.with(SampleExperiment.pair("exp-9", 100, "none", 12.4, "all", 12.05, 6));
    Report report = lab.report();
    assertTrue(
        report.sentence().contains("is not beyond the noise band of 4.1 %, from an A/A run: 0.98x"),
        report.sentence());
    assertTrue(noise().endsWith("; experiment exp-0"), noise());
    assertEquals(1, report.warnings().size());
    assertTrue(report.warnings().get(0).startsWith("The A/A experiment exp-0 found a difference"));
  }

  @Test
  void aLaterAaThatWasCutShortDoesNotEraseTheBand() throws IOException {
    lab.with(AA).with(aa("exp-1", 50, 2)).with(TUNED);
    assertTrue(noise().startsWith("4.1 %, from an A/A run: 0.98x ("), noise());
    assertTrue(noise().endsWith("; experiment exp-0"), noise());
  }

  @Test
  void aShortAaAloneIsCounted() throws IOException {
    lab.with(aa("exp-1", 50, 2)).with(TUNED);
    assertTrue(noise().startsWith("2 %, uncalibrated (2 of 6 A/A pairs); to measure"), noise());
  }

  @Test
  void anAaExperimentOverOtherDataIsNoBand() throws IOException {
    UnaryOperator<Run> small = r -> SampleRuns.withData(r, new DataRef("small", 1000, 1, 1));
    lab.with(AA.with("all", small).with("all-again", small)).with(TUNED);
    assertTrue(noise().contains("uncalibrated (no A/A run)"), noise());
  }

  @Test
  void anAaExperimentWithAnotherAnswerIsLeftOutWithAWarning() throws IOException {
    lab.with(AA.with("all-again", 3, r -> SampleRuns.withOutput(r, "bad"))).with(TUNED);
    assertEquals(
        List.of("The A/A experiment exp-0 is left out: its outputs are not shown to be the same."),
        lab.report().warnings());
    assertTrue(noise().contains("uncalibrated (no A/A run)"), noise());
  }

  @Test
  void anOlderAaWithTheSameAnswerIsPreferred() throws IOException {
    lab.with(AA);
    lab.with(aa("exp-1", 50, 6).with("all-again", 3, r -> SampleRuns.withOutput(r, "bad")));
    lab.with(TUNED);
    assertTrue(noise().endsWith("; experiment exp-0"), noise());
  }

  /** What it yields is its own interval: judged by that it would never show a difference. */
  @Test
  void anAaExperimentIsJudgedByTheDefaultAndSaysWhatItYields() throws IOException {
    lab.with(aa("exp-00", 1, 6)).with(aa("exp-0", 50, 6));
    String sentence = lab.report().sentence();
    assertTrue(sentence.startsWith("daily_sales: no difference shown: 0.98x ("), sentence);
    assertTrue(sentence.contains(" is not beyond the noise band of 2 %, the default; "), sentence);
    assertTrue(sentence.endsWith(" This A/A: noise band 4.1 %."), sentence);
    assertTrue(
        noise().startsWith("2 %, the default. This A/A: noise band 4.1 %, 0.98x (95 % interval "),
        noise());
    assertFalse(markdown().contains("uncalibrated"));
    assertFalse(markdown().contains("to measure it"));
  }

  /** A step that is 1.75x and more stays within what this machine does to equal jobs. */
  @Test
  void theLadderBesideAnAaIsJudgedByWhatThatYields() throws IOException {
    lab.with(SampleExperiment.ladder("exp-1", 1, 6));
    lab.with(SampleExperiment.pair("exp-2", 500, "all", 4, "all-again", 8, 6));
    String report = markdown();
    assertTrue(
        report
            .lines()
            .anyMatch(l -> l.matches("\\| \\+ broadcast .*1\\.7\\dx.*within the noise here.*")),
        report);
  }

  @Test
  void oneArmAgainstItselfSavesNothing() {
    lab.with(SampleExperiment.pair("exp-0", 1, "all", 4, "all-again", 3, 6));
    String sentence = lab.report().sentence();
    assertTrue(sentence.startsWith("daily_sales: 1.33x faster ("), sentence);
    assertFalse(sentence.contains("Saved"), sentence);
  }

  @Test
  void aShortAaYieldsNoBand() {
    lab.with(aa("exp-0", 1, 3));
    String sentence = lab.report().sentence();
    assertTrue(sentence.startsWith("daily_sales: not enough runs (3 pairs, 6 needed); "), sentence);
    assertTrue(sentence.endsWith(" This A/A: no noise band from 3 pairs."), sentence);
  }
}
