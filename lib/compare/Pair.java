package compare;

/**
 * One baseline run and the optimized run beside it.
 *
 * @param baselineSec above 0
 * @param optimizedSec above 0
 */
public record Pair(double baselineSec, double optimizedSec) {

  /** Checks the range. */
  public Pair {
    boolean finite =
        baselineSec < Double.POSITIVE_INFINITY && optimizedSec < Double.POSITIVE_INFINITY;
    if (!(baselineSec > 0 && optimizedSec > 0 && finite)) {
      throw new IllegalArgumentException("a ratio needs times above 0");
    }
  }

  /** baseline / optimized: above 1 is faster. */
  public double ratio() {
    return baselineSec / optimizedSec;
  }

  /**
   * The natural logarithm of {@link #ratio()}: the scale on which faster and slower are symmetric.
   */
  double logRatio() {
    return Math.log(ratio());
  }
}
