//SOURCES DailyTimes.java
//SOURCES ../compare/Quantile.java
//SOURCES ../compare/SeasonalKendall.java
package portfolio;

import compare.Quantile;
import compare.SeasonalKendall;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a model's typical duration changes over the days it is known.
 *
 * @param perDay factor from one day to the next, 1 for no change
 * @param z how far from chance, in standard deviations
 * @param days from the first to the last
 * @param firstSec typical run at the beginning, on the trend's line
 * @param lastSec typical run at the end, on the trend's line
 */
public record Growth(double perDay, double z, long days, double firstSec, double lastSec) {
  /** Below this many days with runs a trend is a guess. */
  private static final int DAYS_WITH_RUNS = 10;

  /** Below four weeks every weekday is there three times at most. */
  private static final int SPAN = 28;

  private static final int MONTH = 30;

  /** The growth of a model; empty when it is not known for long enough, or takes no time. */
  public static Optional<Growth> of(DailyTimes times) {
    long[] days = times.days();
    if (days.length < DAYS_WITH_RUNS
        || span(days) < SPAN
        || Arrays.stream(times.medianSec()).anyMatch(s -> s <= 0)) {
      return Optional.empty();
    }
    // Durations grow by a percentage, so their logarithms grow on a line.
    double[] logs = Arrays.stream(times.medianSec()).map(Math::log).toArray();
    return SeasonalKendall.of(days, logs).map(t -> of(days, logs, t));
  }

  private static Growth of(long[] days, double[] logs, SeasonalKendall trend) {
    double[] atFirst = new double[logs.length];
    for (int i = 0; i < logs.length; i++) {
      atFirst[i] = logs[i] - trend.slopePerDay() * (days[i] - days[0]);
    }
    double first = Quantile.of(atFirst, 0.5);
    return new Growth(
        Math.exp(trend.slopePerDay()),
        trend.z(),
        span(days),
        Math.exp(first),
        Math.exp(first + trend.slopePerDay() * span(days)));
  }

  private static long span(long[] days) {
    return days[days.length - 1] - days[0];
  }

  /** What was added from the first to the last day: 0.25 for a quarter longer. */
  public double added() {
    return lastSec / firstSec - 1;
  }

  /** The mean of the trend's line: what a typical run took in between. */
  public double meanSec() {
    double logs = Math.log(lastSec / firstSec);
    return Math.abs(logs) < 1e-9 ? firstSec : (lastSec - firstSec) / logs;
  }

  /** What a month of 30 days adds: 0.25 for a quarter longer. */
  public double addedPerMonth() {
    return Math.pow(perDay, MONTH) - 1;
  }
}
