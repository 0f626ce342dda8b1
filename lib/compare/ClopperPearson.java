//DEPS org.apache.commons:commons-statistics-distribution:1.2
package compare;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * What a count of successes says about the true rate: the exact binomial bounds, which hold at
 * least as often as they promise, however few the runs.
 *
 * @see "Clopper & Pearson 1934, The use of confidence or fiducial limits, Biometrika 26(4)"
 */
public final class ClopperPearson {
  private ClopperPearson() {}

  /**
   * The true rate is at least this: one-sided.
   *
   * @param successes from 0 to {@code runs}
   * @param runs at least 1
   * @param confidence above 0, below 1
   */
  public static double atLeast(int successes, int runs, double confidence) {
    check(successes, runs);
    return successes == 0
        ? 0
        : BetaDistribution.of(successes, runs - successes + 1.0)
            .inverseCumulativeProbability(1 - confidence);
  }

  /** The true rate is at most this: one-sided; as {@link #atLeast}. */
  public static double atMost(int successes, int runs, double confidence) {
    check(successes, runs);
    return successes == runs
        ? 1
        : BetaDistribution.of(successes + 1.0, runs - successes)
            .inverseCumulativeProbability(confidence);
  }

  static void check(int successes, int runs) {
    if (runs < 1 || successes < 0 || successes > runs) {
      throw new IllegalArgumentException(successes + " of " + runs + " runs is not a rate");
    }
  }
}
