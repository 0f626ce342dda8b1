//DEPS org.junit.jupiter:junit-jupiter:6.1.3
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.SeasonalKendall;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeasonalKendallTest {
  private static SeasonalKendall of(long[] days, double... values) {
    return SeasonalKendall.of(days, values).orElseThrow();
  }

  private static long[] days(int n) {
    return LongStream.range(0, n).toArray();
  }

  @Test
  void fewDaysAreComparedWithEachOtherWhateverTheWeekday() {
    // Pairs 1-2 1-3 1-4 2-3 2-4 3-4: five rise, one falls, so S = 4; variance 4 * 3 * 13 / 18.
    SeasonalKendall trend = of(days(4), 1, 3, 2, 5);
    assertEquals((4 - 1) / Math.sqrt(26 / 3.0), trend.z(), 1e-12);
    // Slopes 2, 1/2, 4/3, -1, 1, 3: their median is (1 + 4/3) / 2.
    assertEquals(7 / 6.0, trend.slopePerDay(), 1e-12);
    assertEquals(4, trend.points());
  }

  @Test
  void equalValuesAreNoEvidenceAndLowerTheVariance() {
    // S = 5 of 6 pairs; variance (4*3*13 - 2*1*9) / 18.
    assertEquals((5 - 1) / Math.sqrt(138 / 18.0), of(days(4), 1, 1, 2, 3).z(), 1e-12);
    assertEquals(0, of(days(4), 7, 7, 7, 7).z());
  }

  @Test
  void aLineIsFoundThroughTheRhythmOfTheWeek() {
    double[] week = {9, 5, 5, 5, 5, 1, 1};
    double[] values = IntStream.range(0, 70).mapToDouble(i -> week[i % 7] + 0.02 * i).toArray();
    SeasonalKendall trend = of(days(70), values);
    assertEquals(0.02, trend.slopePerDay(), 1e-12);
    // Ten of each weekday, all 45 pairs of each rising: (315 - 1) / sqrt(7 * 10 * 9 * 25 / 18).
    assertEquals(314 / Math.sqrt(875), trend.z(), 1e-9);
  }

  @Test
  void theRhythmAloneIsNoTrend() {
    double[] week = {9, 5, 5, 5, 5, 1, 1};
    double[] values = IntStream.range(0, 70).mapToDouble(i -> week[i % 7]).toArray();
    assertEquals(0, of(days(70), values).slopePerDay());
    assertEquals(0, of(days(70), values).z());
  }

  @Test
  void aFewWildDaysMoveItHardly() {
    double[] values = IntStream.range(0, 70).mapToDouble(i -> 100 + 0.1 * i).toArray();
    for (int wild : new int[] {3, 31, 58, 69}) {
      values[wild] = 10_000;
    }
    assertEquals(0.1, of(days(70), values).slopePerDay(), 0.02);
  }

  @Test
  void aWeeklyJobHasOneSeason() {
    long[] mondays = LongStream.range(0, 13).map(i -> 7 * i).toArray();
    double[] values = IntStream.range(0, 13).mapToDouble(i -> 10 + i).toArray();
    SeasonalKendall trend = of(mondays, values);
    assertEquals(1 / 7.0, trend.slopePerDay(), 1e-12);
    assertTrue(trend.z() > 4, "z " + trend.z());
  }

  @Test
  void oneValueHasNoTrend() {
    assertEquals(Optional.empty(), SeasonalKendall.of(new long[] {5}, new double[] {1}));
    assertEquals(Optional.empty(), SeasonalKendall.of(new long[0], new double[0]));
  }
}
