//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/BreakEven.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import compare.BreakEven;
import compare.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakEvenTest {
  @ParameterizedTest
  @CsvSource({
    "69, 69, 2, 3, pays back after 23 to 35 reads",
    "60, 70, 2, 3, pays back after 20 to 35 reads",
    "69, 69, 2.3, 2.3, pays back after 30 reads",
    "5, 5, 9, 90, pays back after 1 read",
    "69, 69, 0, 3, 'pays back after 23 reads at best, perhaps never'",
    "69, 69, -1, 80, 'pays back after 1 read at best, perhaps never'",
    "69, 69, -2, 0, never pays back: a read saves nothing",
    "69, 69, -2, -1, never pays back: a read saves nothing",
  })
  void readsUntilItPaysBack(
      double costLow, double costHigh, double savedLow, double savedHigh, String sentence) {
    assertEquals(
        sentence,
        BreakEven.of(new Interval(costLow, costHigh), new Interval(savedLow, savedHigh))
            .sentence());
  }

  @Test
  void somethingFreeNeedsNoPayback() {
    assertThrows(
        IllegalArgumentException.class, () -> BreakEven.of(new Interval(0, 1), new Interval(1, 2)));
  }
}
