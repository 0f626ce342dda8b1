//SOURCES Quantile.java
package compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A trend over days that neither single bad days nor the rhythm of the week can make: Mondays are
 * compared with Mondays only. A few wild values move it as little as they move a median.
 *
 * @param slopePerDay the median slope of all pairs of the same weekday (Sen), unit of the values
 *     per day
 * @param z how far the number of rising pairs is from what chance gives, in standard deviations;
 *     negative for a fall
 * @param points how many values it is computed from
 * @see "Hirsch, Slack & Smith 1982, Techniques of trend analysis for monthly water quality data,
 *     Water Resources Research 18(1)"
 */
public record SeasonalKendall(double slopePerDay, double z, int points) {
  private static final int WEEK = 7;

  /**
   * The trend of one value a day.
   *
   * @param days a number for each day, rising; days may be missing
   * @param values one for each day, finite
   * @return empty where no two values can be compared
   */
  public static Optional<SeasonalKendall> of(long[] days, double[] values) {
    Optional<SeasonalKendall> byWeekday = of(days, values, WEEK);
    // What runs every three days, say, hardly ever meets the same weekday again.
    return byWeekday.isPresent() && pairs(days, WEEK) >= days.length
        ? byWeekday
        : of(days, values, 1);
  }

  /**
   * The trend within seasons of {@code period} days; with a period of 1 the plain Mann-Kendall test
   * and Theil-Sen slope.
   */
  static Optional<SeasonalKendall> of(long[] days, double[] values, int period) {
    double[] slopes = new double[pairs(days, period)];
    if (slopes.length == 0) {
      return Optional.empty();
    }
    int found = 0;
    long rising = 0;
    for (int i = 0; i < days.length; i++) {
      for (int j = i + 1; j < days.length; j++) {
        if ((days[j] - days[i]) % period == 0) {
          slopes[found++] = (values[j] - values[i]) / (days[j] - days[i]);
          rising += Double.compare(values[j], values[i]);
        }
      }
    }
    double variance = variance(days, values, period);
    // A continuity correction: the count moves in steps of two.
    double z = variance == 0 ? 0 : (rising - Long.signum(rising)) / Math.sqrt(variance);
    return Optional.of(new SeasonalKendall(Quantile.of(slopes, 0.5), z, days.length));
  }

  private static int pairs(long[] days, int period) {
    Map<Long, Integer> sizes = new HashMap<>();
    Arrays.stream(days).forEach(d -> sizes.merge(Math.floorMod(d, (long) period), 1, Integer::sum));
    return sizes.values().stream().mapToInt(n -> n * (n - 1) / 2).sum();
  }

  /** Of the count of rising pairs when there is no trend; equal values lower it. */
  private static double variance(long[] days, double[] values, int period) {
    Map<Long, Map<Double, Integer>> seasons = new TreeMap<>();
    for (int i = 0; i < days.length; i++) {
      seasons
          .computeIfAbsent(Math.floorMod(days[i], (long) period), s -> new HashMap<>())
          .merge(values[i], 1, Integer::sum);
    }
    return seasons.values().stream()
        .mapToDouble(
            counts ->
                term(counts.values().stream().mapToInt(n -> n).sum())
                    - counts.values().stream().mapToDouble(SeasonalKendall::term).sum())
        .sum();
  }

  private static double term(int n) {
    return n * (n - 1.0) * (2 * n + 5) / 18;
  }
}
