//DEPS org.apache.commons:commons-statistics-distribution:1.2
//SOURCES Quantile.java
//SOURCES RatioText.java
package compare;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The p95 of a sample and what it is worth.
 *
 * @param runs sample size, at least 1
 * @param p95 type-7 quantile, in the unit of the sample
 * @param upperBound the true p95 is below this with 95 % confidence (one-sided, distribution-free);
 *     empty below {@link #RUNS_FOR_A_BOUND} runs
 */
public record Tail(int runs, double p95, OptionalDouble upperBound) {
  /** The smallest n with 1 - 0.95^n of at least 0.95: below it not even the maximum is a bound. */
  public static final int RUNS_FOR_A_BOUND = 59;

  /** Below this size type 7 interpolates between the two slowest runs. */
  private static final int RUNS_FOR_A_POINT = 20;

  /** The tail of {@code values}, at least one. */
  public static Tail of(double[] values) {
    return new Tail(values.length, Quantile.of(values, 0.95), bound(values));
  }

  /** The smallest order statistic that lies at or above the true p95 with 95 % confidence. */
  private static OptionalDouble bound(double[] values) {
    if (values.length < RUNS_FOR_A_BOUND) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    BinomialDistribution runsBelow = BinomialDistribution.of(sorted.length, 0.95);
    int rank = runsBelow.inverseCumulativeProbability(0.95) + 1;
    return OptionalDouble.of(sorted[rank - 1]);
  }

  /** The chance that the slowest of these runs is at least as slow as the true p95: 1 - 0.95^n. */
  private double chanceSlowestReachesP95() {
    return 1 - Math.pow(0.95, runs);
  }

  /** What a reader must know about this p95, for example {@code point value, no interval}. */
  public String label() {
    if (runs < RUNS_FOR_A_POINT) {
      return "the slowest of %d reaches the true p95 with %s probability; a bound needs %d runs"
          .formatted(runs, RatioText.percent(chanceSlowestReachesP95()), RUNS_FOR_A_BOUND);
    }
    return upperBound.isEmpty() ? "point value, no interval" : "with a one-sided 95 % upper bound";
  }
}
