//DEPS org.apache.commons:commons-statistics-distribution:1.2
//SOURCES Quantile.java
package compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many times faster the optimized job is.
 *
 * @param ratio baseline time / optimized time; above 1 is faster
 * @param basis what the ratio was computed from
 * @param pairs couples of runs behind it; 0 for {@link Basis#MEDIANS}
 * @param interval 95 % interval of the ratio, empty below {@link #PAIRS_FOR_AN_INTERVAL} pairs
 */
public record SpeedUp(double ratio, Basis basis, int pairs, Optional<Interval> interval) {
  /** The first number of pairs at which a sign test of the pairs can reach 95 %. */
  public static final int PAIRS_FOR_AN_INTERVAL = 6;

  /** What a ratio was computed from. */
  public enum Basis {
    /** Runs that followed each other: drift of the machine cancels. */
    PAIRS,
    /** Runs made at different times. */
    MEDIANS
  }

  /**
   * One baseline run and the optimized run beside it.
   *
   * @param baselineSec above 0
   * @param optimizedSec above 0
   */
  public record Pair(double baselineSec, double optimizedSec) {
    /** Checks the range. */
    public Pair {
      if (!(baselineSec > 0 && optimizedSec > 0)) {
        throw new IllegalArgumentException("a ratio needs times above 0");
      }
    }

    /** baseline / optimized. */
    public double ratio() {
      return baselineSec / optimizedSec;
    }
  }

  /** Both ends of an interval of the ratio. */
  public record Interval(double low, double high) {}

  /**
   * The geometric mean of the ratios of the pairs, with Student's t interval of the log ratios.
   *
   * @param pairs at least one
   */
  public static SpeedUp ofPairs(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("a paired ratio needs at least one pair");
    }
    int n = pairs.size();
    double[] logs = pairs.stream().mapToDouble(p -> Math.log(p.ratio())).toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    if (n < PAIRS_FOR_AN_INTERVAL) {
      return new SpeedUp(Math.exp(mean), Basis.PAIRS, n, Optional.empty());
    }
    double squares = Arrays.stream(logs).map(d -> (d - mean) * (d - mean)).sum();
    double t = TDistribution.of(n - 1).inverseCumulativeProbability(0.975);
    double half = t * Math.sqrt(squares / (n - 1) / n);
    Interval interval = new Interval(Math.exp(mean - half), Math.exp(mean + half));
    return new SpeedUp(Math.exp(mean), Basis.PAIRS, n, Optional.of(interval));
  }

  /** The ratio of the medians, for runs that were not made in pairs; both at least one, above 0. */
  public static SpeedUp ofMedians(double[] baselineSec, double[] optimizedSec) {
    Pair medians = new Pair(Quantile.of(baselineSec, 0.5), Quantile.of(optimizedSec, 0.5));
    return new SpeedUp(medians.ratio(), Basis.MEDIANS, 0, Optional.empty());
  }
}
