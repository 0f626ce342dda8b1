//DEPS org.apache.commons:commons-statistics-inference:1.2
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/Attainment.java
//SOURCES ../../compare/ClopperPearson.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import compare.Attainment;
import compare.ClopperPearson;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
  /**
   * R's binom.test(k, n)$conf.int, whose two sides are one-sided bounds of 97.5 %; 682 of 925 are
   * Mendel's peas of its help page.
   */
  @ParameterizedTest
  @CsvSource({
    "9, 24, 0.1879929, 0.5940636",
    "682, 925, 0.7076683, 0.7654066",
    "0, 10, 0, 0.3084971",
    "1, 10, 0.0025286, 0.4450161",
    "10, 10, 0.6915029, 1",
  })
  void bothBoundsTogetherAreTheIntervalOfR(int successes, int runs, double low, double high) {
    assertEquals(low, ClopperPearson.atLeast(successes, runs, 0.975), 5e-7);
    assertEquals(high, ClopperPearson.atMost(successes, runs, 0.975), 5e-7);
  }

  /** R's and SciPy's exact bounds with alternative "greater" and "less". */
  @ParameterizedTest
  @CsvSource({
    "6, 6, 0.6069622, 1",
    "9, 24, 0.2115656, 0.5628929",
    "95, 100, 0.8977466, 0.9800944",
    "0, 10, 0, 0.2588656",
  })
  void oneSidedAsInR(int successes, int runs, double atLeast, double atMost) {
    assertEquals(atLeast, ClopperPearson.atLeast(successes, runs, 0.95), 5e-7);
    assertEquals(atMost, ClopperPearson.atMost(successes, runs, 0.95), 5e-7);
  }

  /** A bound is the rate at which an exact test of the count just rejects. */
  @Test
  void theBoundsAreWhereTheBinomialTestTurns() {
    BinomialTest tooMany = BinomialTest.withDefaults().with(AlternativeHypothesis.GREATER_THAN);
    BinomialTest tooFew = BinomialTest.withDefaults().with(AlternativeHypothesis.LESS_THAN);
    for (int runs = 1; runs <= 30; runs++) {
      for (int k = 1; k < runs; k++) {
        double low = ClopperPearson.atLeast(k, runs, 0.95);
        assertEquals(0.05, tooMany.test(runs, k, low).getPValue(), 1e-6);
        double high = ClopperPearson.atMost(k, runs, 0.95);
        assertEquals(0.05, tooFew.test(runs, k, high).getPValue(), 1e-6);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6, 6, 6 of 6 runs within target: at least 61 % of all runs",
    "5, 6, 5 of 6 runs within target: at least 42 % of all runs",
    "0, 6, 0 of 6 runs within target: at least 0 % of all runs",
    "59, 59, 59 of 59 runs within target: at least 95 % of all runs",
  })
  void attainmentSaysWhatTheCountProves(int within, int runs, String sentence) {
    assertEquals(sentence + ", with 95 % confidence", new Attainment(within, runs).sentence());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 2", "3, 2"})
  void impossibleCountsAreRefused(int successes, int runs) {
    assertThrows(
        IllegalArgumentException.class, () -> ClopperPearson.atLeast(successes, runs, 0.95));
    assertThrows(
        IllegalArgumentException.class, () -> ClopperPearson.atMost(successes, runs, 0.95));
    assertThrows(IllegalArgumentException.class, () -> new Attainment(successes, runs));
  }
}
