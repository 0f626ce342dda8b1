//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/Tail.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import compare.Tail;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailTest {
  /** Runs of 1, 2, ... n seconds. */
  private static Tail of(int n) {
    return Tail.of(IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1  | the slowest of 1 reaches the true p95 with 5 % probability; a bound needs 59 runs",
        "3  | the slowest of 3 reaches the true p95 with 14 % probability; a bound needs 59 runs",
        "6  | the slowest of 6 reaches the true p95 with 26 % probability; a bound needs 59 runs",
        "19 | the slowest of 19 reaches the true p95 with 62 % probability; a bound needs 59 runs",
        "20 | point value, no interval",
        "58 | point value, no interval",
        "59 | with a one-sided 95 % upper bound",
      })
  void theLabelSaysWhatThisManyRunsAreWorth(int runs, String label) {
    assertEquals(label, of(runs).label());
  }

  /** The textbook sizes: the maximum is a bound from 59 runs on, the second largest from 93. */
  @ParameterizedTest
  @CsvSource({"59, 59", "92, 92", "93, 92", "124, 122"})
  void theBoundIsAnOrderStatistic(int runs, double bound) {
    assertEquals(OptionalDouble.of(bound), of(runs).upperBound());
  }

  @Test
  void below59RunsThereIsNoBound() {
    assertEquals(OptionalDouble.empty(), of(58).upperBound());
  }
}
