//DEPS org.apache.commons:commons-statistics-distribution:1.2
//SOURCES Estimate.java
//SOURCES Quantile.java
package compare;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The median of a sample between two of its own values, whatever the distribution: the r-th
 * smallest and the r-th largest, with the largest r whose exact binomial coverage is still 95 %.
 *
 * @see "Hollander & Wolfe 1999, Nonparametric Statistical Methods, 3.6"
 */
public final class MedianInterval {
  private MedianInterval() {}

  /**
   * The p50 and its interval, in the unit of {@code values}.
   *
   * @param values at least one, any order, not modified
   * @return empty below 6 values: not even the smallest and the largest enclose the true median in
   *     95 % of the samples
   */
  public static Optional<Estimate> of(double[] values) {
    double median = Quantile.of(values, 0.5);
    int n = values.length;
    BinomialDistribution below = BinomialDistribution.of(n, 0.5);
    int r = 0;
    while (1 - 2 * below.cumulativeProbability(r) >= Estimate.CONFIDENCE) {
      r++;
    }
    if (r == 0) {
      return Optional.empty();
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double coverage = 1 - 2 * below.cumulativeProbability(r - 1);
    return Optional.of(new Estimate(median, new Interval(sorted[r - 1], sorted[n - r]), coverage));
  }
}
