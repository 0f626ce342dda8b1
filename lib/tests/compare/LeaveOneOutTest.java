//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../compare/LeaveOneOut.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.LeaveOneOut;
import compare.NoiseBand;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaveOneOutTest {
  private static String sentence(String ratios, boolean sameAnswer) {
    return LeaveOneOut.of(
            "salting", Given.ratios(Given.values(ratios)), sameAnswer, NoiseBand.of(List.of()))
        .sentence();
  }

  /** Ratios of the time without the step / the time of the full set. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.15 2.05 2.25 2.10 2.20 2.15 | salting contributes: all steps are 2.15x faster (",
        "0.50 0.52 0.48 0.51 0.49 0.50 | salting costs: all steps are 2.00x slower (",
        "1.3 0.8 1.2 0.9 1.1 0.95 | salting contributes nothing measurable here: no difference",
        "1 1 1 1 1 1 | salting contributes nothing measurable here: no practical difference",
        "1.01 1.03 1.01 1.03 1.01 1.03 | salting contributes nothing measurable here: no diff",
        "9 9 9 | salting: not enough runs for a verdict: 3 pairs, 6 wanted",
      })
  void aStepIsWorthWhatTheSetLosesWithoutIt(String ratios, String start) {
    assertTrue(sentence(ratios, true).startsWith(start), sentence(ratios, true));
  }

  @Test
  void aStepThatChangesTheAnswerIsWorthNothing() {
    assertEquals(
        "salting: the outputs differ: there is no speed verdict on a different answer",
        sentence("9 9 9 9 9 9", false));
  }
}
