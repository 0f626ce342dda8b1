//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/Saving.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import compare.EurRange;
import compare.Interval;
import compare.Saving;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SavingTest {
  /** An hour long baseline: 2x saves half of the rate, 0.5x loses the whole rate once more. */
  @ParameterizedTest
  @CsvSource({
    "2, 4, 2, 2, 1, 1.5",
    "2, 4, 2, 3, 1, 2.25",
    "1, 2, 2, 3, 0, 1.5",
    "0.5, 2, 2, 3, -3, 1.5",
    "0.5, 0.8, 2, 3, -3, -0.5",
  })
  void theRangeRunsFromTheWorstToTheBestCase(
      double ratioLow, double ratioHigh, double rateLow, double rateHigh, double low, double high) {
    Saving saving =
        Saving.of(3600, new Interval(ratioLow, ratioHigh), new EurRange(rateLow, rateHigh), 720);
    assertEquals(low, saving.perRun().low(), 1e-12);
    assertEquals(high, saving.perRun().high(), 1e-12);
    assertEquals(720 * low, saving.perMonth().low(), 1e-9);
    assertEquals(720 * high, saving.perMonth().high(), 1e-9);
  }

  @Test
  void itIsMoneyForSeconds() {
    Interval saved = Saving.secondsPerRun(20, new Interval(0.8, 5));
    assertEquals(-5, saved.low(), 1e-12);
    assertEquals(16, saved.high(), 1e-12);
  }

  @Test
  void rangesAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new EurRange(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new EurRange(Double.NaN, 1));
    assertThrows(
        IllegalArgumentException.class, () -> Saving.secondsPerRun(20, new Interval(0, 5)));
    assertThrows(IllegalArgumentException.class, () -> new Interval(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Interval(1, Double.POSITIVE_INFINITY));
  }
}
