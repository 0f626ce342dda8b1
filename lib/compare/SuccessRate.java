package compare;

/**
 * How many runs succeeded, and how little a few successes prove.
 *
 * @param succeeded from 0 to {@code runs}
 * @param runs at least 1, failed and aborted ones included
 */
public record SuccessRate(int succeeded, int runs) {

  /** Checks the range. */
  public SuccessRate {
    if (runs < 1 || succeeded < 0 || succeeded > runs) {
      throw new IllegalArgumentException(succeeded + " of " + runs + " runs is not a rate");
    }
  }

  /** The share of runs that succeeded, from 0 to 1. */
  public double rate() {
    return (double) succeeded / runs;
  }

  /**
   * The largest true failure rate these runs are compatible with: the one-sided 95 %
   * Clopper-Pearson bound, which is 1 - 0.05^(1/n) when nothing failed.
   */
  public double possibleFailureRate() {
    int failed = runs - succeeded;
    if (failed == 0) {
      return 1 - Math.pow(0.05, 1.0 / runs);
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (chanceOfAtMost(failed, middle) > 0.05) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The chance of at most {@code failed} failures when each run fails with {@code rate}. */
  private double chanceOfAtMost(int failed, double rate) {
    double chance = 0;
    double logTerm = runs * Math.log1p(-rate);
    for (int k = 0; k <= failed; k++) {
      chance += Math.exp(logTerm);
      logTerm += Math.log(runs - k) - Math.log(k + 1) + Math.log(rate) - Math.log1p(-rate);
    }
    return chance;
  }
}
