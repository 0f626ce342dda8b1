//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../compare/Verdict.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.NoiseBand;
import compare.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  private static final NoiseBand DEFAULT = NoiseBand.of(List.of());

  private static Verdict of(String ratios) {
    return Verdict.of(Given.ratios(Given.values(ratios)), true, DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({
    "2.15 2.05 2.25 2.10 2.20 2.15, Faster",
    "0.50 0.52 0.48 0.51 0.49 0.50, Slower",
    "1.001 0.999 1.002 0.998 1.001 0.999, NoPracticalDifference",
    "1.3 0.8 1.2 0.9 1.1 0.95, NoDifferenceShown",
    "1.030 1.031 1.029 1.030 1.032 1.028, Faster",
    "1.018 1.022 1.016 1.024 1.020 1.020, NoDifferenceShown",
    "9 9 9 9 9, NotEnoughRuns",
  })
  void everyCase(String ratios, String expected) {
    assertEquals(expected, of(ratios).getClass().getSimpleName());
  }

  /** The same ratios turned around must get the mirrored answer. */
  @ParameterizedTest
  @CsvSource({
    "2.15 2.05 2.25 2.10 2.20 2.15, Slower",
    "1.030 1.031 1.029 1.030 1.032 1.028, Slower",
    "1.018 1.022 1.016 1.024 1.020 1.020, NoDifferenceShown",
    "1.010 1.011 1.009 1.010 1.012 1.008, NoPracticalDifference",
  })
  void fasterAndSlowerAreMirrored(String ratios, String expected) {
    double[] turned = Arrays.stream(Given.values(ratios)).map(r -> 1 / r).toArray();
    Verdict verdict = Verdict.of(Given.ratios(turned), true, DEFAULT);
    assertEquals(expected, verdict.getClass().getSimpleName());
  }

  @Test
  void differentOutputsHaveNoSpeedWhateverItIs() {
    for (int pairs : new int[] {0, 3, 6, 60}) {
      double[] ratios = new double[pairs];
      Arrays.fill(ratios, 100);
      assertEquals(new Verdict.DifferentAnswer(), Verdict.of(Given.ratios(ratios), false, DEFAULT));
    }
  }

  @Test
  void belowSixPairsThereIsNoClaim() {
    for (int pairs = 0; pairs < 6; pairs++) {
      double[] ratios = new double[pairs];
      Arrays.fill(ratios, 100);
      assertEquals(
          new Verdict.NotEnoughRuns(pairs, 6), Verdict.of(Given.ratios(ratios), true, DEFAULT));
    }
  }

  @Test
  void aWiderBandTurnsAClaimIntoNoise() {
    String ratios = "1.10 1.11 1.09 1.10 1.12 1.08";
    assertEquals(Verdict.Faster.class, of(ratios).getClass());
    NoiseBand noisy = NoiseBand.of(Given.ratios(1.2, 0.8, 1.1, 0.9, 1.15, 0.85));
    Verdict verdict = Verdict.of(Given.ratios(Given.values(ratios)), true, noisy);
    assertEquals(Verdict.NoDifferenceShown.class, verdict.getClass());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.15 2.05 2.25 2.10 2.20 2.15 | 2.15x faster (95 % interval 2.08-2.22, 6 pairs)",
        "0.50 0.52 0.48 0.51 0.49 0.50 | 2.00x slower (95 % interval 1.94-2.06, 6 pairs)",
        "14 15 16 14.5 15.5 15 | 15.0x faster (95 % interval 14.3-15.7, 6 pairs)",
        "1.0001 0.9999 1.0002 0.9998 1.0001 0.9999 | no practical difference: 1.00x"
            + " (95 % interval 0.9998-1.0002, 6 pairs) is within 2 %",
        "1.3 0.8 1.2 0.9 1.1 0.95 | no difference shown: 1.03x (95 % interval 0.85-1.25, 6 pairs)"
            + " is not beyond the noise band of 2 %, uncalibrated (no A/A run)",
        "9 9 9 | not enough runs: 3 pairs, 6 needed",
        "9 | not enough runs: 1 pair, 6 needed",
      })
  void eachSaysItselfInOneSentence(String ratios, String sentence) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertEquals(sentence, of(ratios).sentence());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aDifferentAnswerSaysSo() {
    assertEquals(
        "the outputs differ: there is no speed verdict on a different answer",
        new Verdict.DifferentAnswer().sentence());
  }

  @Test
  void bothEstimatesArePrintedWhereTheyDisagree() {
    String sentence = of("2 2.1 1.9 2 2 0.99").sentence();
    assertTrue(
        sentence.contains("; the signed-rank estimate disagrees: 2.00x, 96.9 % interval 0.99-2.10"),
        sentence);
    assertTrue(sentence.startsWith("1.78x faster (95 % interval 1.3"), sentence);
  }

  /** Ratios of the time without a step / the time with it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.15 2.05 2.25 2.10 2.20 2.15 | contributes",
        "0.50 0.52 0.48 0.51 0.49 0.50 | costs",
        "1.3 0.8 1.2 0.9 1.1 0.95 | contributes nothing measurable here",
        "1 1 1 1 1 1 | contributes nothing measurable here",
        "1.01 1.03 1.01 1.03 1.01 1.03 | within the noise here",
        "9 9 9 | ''",
      })
  void aStepIsWorthWhatTheVerdictAllows(String ratios, String worth) {
    assertEquals(worth, of(ratios).worth());
  }

  @Test
  void aStepThatChangesTheAnswerIsWorthNothing() {
    assertEquals("", new Verdict.DifferentAnswer().worth());
  }
}
