//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/SuccessRate.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import compare.SuccessRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessRateTest {
  /** One-sided 95 % Clopper-Pearson: R's qbeta(0.95, failed + 1, runs - failed). */
  @ParameterizedTest
  @CsvSource({
    "3, 3, 0.6316",
    "6, 6, 0.3930",
    "59, 59, 0.0495",
    "9, 10, 0.3942",
    "18, 20, 0.2826",
    "0, 3, 1"
  })
  void aFewSuccessesProveLittle(int succeeded, int runs, double possibleFailureRate) {
    SuccessRate rate = new SuccessRate(succeeded, runs);
    assertEquals(possibleFailureRate, rate.possibleFailureRate(), 5e-5);
  }

  @Test
  void theRateIsAShare() {
    assertEquals(0.75, new SuccessRate(3, 4).rate());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 2", "3, 2"})
  void impossibleCountsAreRefused(int succeeded, int runs) {
    assertThrows(IllegalArgumentException.class, () -> new SuccessRate(succeeded, runs));
  }
}
