//DEPS org.apache.commons:commons-statistics-distribution:1.2
//SOURCES Estimate.java
//SOURCES Quantile.java
package compare;

import java.util.Arrays;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The Hodges-Lehmann estimate of paired differences with the interval of Wilcoxon's signed-rank
 * test: the robust twin of {@link PairedT}. One wild run moves a mean as far as it likes, this one
 * hardly. It supposes symmetric differences, which two alternating jobs have under equal noise.
 *
 * @see "Hollander & Wolfe 1999, Nonparametric Statistical Methods, 3.2 and 3.3"
 */
public final class SignedRank {
  /** Up to here every sum of ranks is a multiple of 2^-n that a double holds exactly. */
  private static final int EXACT_UP_TO = 50;

  private static final double TAIL = (1 - Estimate.CONFIDENCE) / 2;

  private SignedRank() {}

  /**
   * The median of the averages of all two differences (each with itself, too), with the interval
   * between two of these averages. The coverage is exact up to 50 differences, from the normal
   * approximation beyond; equal or zero differences can only raise it.
   *
   * @param differences at least 6, any unit
   * @throws IllegalArgumentException for fewer: no such interval has a coverage of 95 % then
   */
  public static Estimate of(double[] differences) {
    int n = differences.length;
    int w =
        criticalValue(n)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a signed-rank interval needs at least 6 differences, not " + n));
    double[] averages = walshAverages(differences);
    Interval interval = new Interval(averages[w], averages[averages.length - 1 - w]);
    return new Estimate(Quantile.of(averages, 0.5), interval, 1 - 2 * chanceOfAtMost(n, w));
  }

  /**
   * The largest rank sum that is still significant at 5 %, two-sided, as tables of the test list
   * it.
   *
   * @param n number of differences
   * @return empty below 6, where not even a sum of 0 is
   */
  public static OptionalInt criticalValue(int n) {
    if (n > EXACT_UP_TO) {
      double quantile =
          NormalDistribution.of(mean(n), deviation(n)).inverseCumulativeProbability(TAIL);
      return OptionalInt.of((int) Math.floor(quantile - 0.5));
    }
    double[] chances = nullDistribution(n);
    int w = -1;
    for (double below = chances[0]; below <= TAIL; below += chances[w + 1]) {
      w++;
    }
    return w < 0 ? OptionalInt.empty() : OptionalInt.of(w);
  }

  private static double chanceOfAtMost(int n, int w) {
    return n > EXACT_UP_TO
        ? NormalDistribution.of(mean(n), deviation(n)).cumulativeProbability(w + 0.5)
        : Arrays.stream(nullDistribution(n), 0, w + 1).sum();
  }

  /** The chance of every rank sum when each of the ranks 1 to n is positive half of the time. */
  private static double[] nullDistribution(int n) {
    double[] chances = new double[n * (n + 1) / 2 + 1];
    chances[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = rank * (rank + 1) / 2; sum >= 0; sum--) {
        double without = chances[sum];
        double with = sum >= rank ? chances[sum - rank] : 0;
        chances[sum] = (without + with) / 2;
      }
    }
    return chances;
  }

  private static double mean(int n) {
    return n * (n + 1) / 4.0;
  }

  private static double deviation(int n) {
    return Math.sqrt(n * (n + 1) * (2.0 * n + 1) / 24);
  }

  private static double[] walshAverages(double[] values) {
    int n = values.length;
    double[] averages = new double[n * (n + 1) / 2];
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        averages[next++] = (values[i] + values[j]) / 2;
      }
    }
    Arrays.sort(averages);
    return averages;
  }
}
