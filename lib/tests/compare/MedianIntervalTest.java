//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../compare/MedianInterval.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.Estimate;
import compare.Interval;
import compare.MedianInterval;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {
  /** Runs of n, n-1, ... 1 seconds: a value is its own rank. */
  private static double[] ranks(int n) {
    return IntStream.iterate(n, i -> i - 1).limit(n).mapToDouble(i -> i).toArray();
  }

  /** Ranks and confidence levels, %, as textbooks' tables of intervals for a median list them. */
  @ParameterizedTest
  @CsvSource({
    "6, 1, 6, 96.9",
    "7, 1, 7, 98.4",
    "8, 1, 8, 99.2",
    "9, 2, 8, 96.1",
    "10, 2, 9, 97.9",
    "11, 2, 10, 98.8",
    "12, 3, 10, 96.1",
    "13, 3, 11, 97.8",
    "15, 4, 12, 96.5",
    "16, 4, 13, 97.9",
    "17, 5, 13, 95.1",
    "18, 5, 14, 96.9",
    "19, 5, 15, 98.1",
    "20, 6, 15, 95.9"
  })
  void ranksAndCoverageAreThoseOfTheTables(int n, double low, double high, double percent) {
    Estimate p50 = MedianInterval.of(ranks(n)).orElseThrow();
    assertEquals(new Interval(low, high), p50.interval());
    assertEquals(percent, 100 * p50.coverage(), 0.051);
    assertEquals((n + 1) / 2.0, p50.value());
  }

  /** [x(1), x(5)] holds the median in 93.8 % of the samples only. */
  @Test
  void belowSixValuesThereIsNone() {
    for (int n = 1; n < 6; n++) {
      assertTrue(MedianInterval.of(ranks(n)).isEmpty(), "n = " + n);
    }
    assertThrows(IllegalArgumentException.class, () -> MedianInterval.of(new double[0]));
  }

  /** Whatever the distribution: here one with a long tail, whose median is ln 2. */
  @Test
  void theCoverageIsWhatItSays() {
    Random random = new Random(3);
    for (int n : new int[] {6, 10, 17}) {
      int hits = 0;
      int samples = 20_000;
      double promised = 0;
      for (int i = 0; i < samples; i++) {
        double[] sample = random.doubles(n).map(u -> -Math.log1p(-u)).toArray();
        Estimate p50 = MedianInterval.of(sample).orElseThrow();
        hits += p50.interval().contains(Math.log(2)) ? 1 : 0;
        promised = p50.coverage();
      }
      assertEquals(promised, (double) hits / samples, 0.006);
    }
  }
}
