//SOURCES ClopperPearson.java
//SOURCES Estimate.java
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
    ClopperPearson.check(succeeded, runs);
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
    return ClopperPearson.atMost(runs - succeeded, runs, Estimate.CONFIDENCE);
  }
}
