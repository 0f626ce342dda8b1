//SOURCES ClopperPearson.java
//SOURCES Estimate.java
//SOURCES RatioText.java
//SOURCES ../project/Quantity.java
package compare;

import project.Quantity;

/**
 * How many runs met a target, and what share of all runs that proves. With few runs it says more
 * than a p95.
 *
 * @param within runs that met the target, from 0 to {@code runs}
 * @param runs at least 1, failed and aborted ones included
 */
public record Attainment(int within, int runs) {

  /** Checks the range. */
  public Attainment {
    ClopperPearson.check(within, runs);
  }

  /** The smallest true share these runs are compatible with: one-sided, 95 %, from 0 to 1. */
  public double atLeast() {
    return ClopperPearson.atLeast(within, runs, Estimate.CONFIDENCE);
  }

  /** {@code 6 of 6 runs within target: at least 61 % of all runs, with 95 % confidence}. */
  public String sentence() {
    return "%d of %s within target: at least %s of all runs, with 95 %% confidence"
        .formatted(within, Quantity.count(runs, "run"), RatioText.percent(atLeast()));
  }
}
