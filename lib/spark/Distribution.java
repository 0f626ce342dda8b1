//SOURCES ../compare/Quantile.java
package spark;

import compare.Quantile;

/**
 * One metric over the tasks of one stage, as Spark's own UI shows it: the sum is over every task,
 * the quantiles are over the successful ones. Quantiles are rounded to whole units.
 *
 * @param sum over every task that ended, failed and killed ones included
 * @param p25 a quarter of the successful tasks has less
 * @param median half of the successful tasks has less
 * @param p75 three quarters of the successful tasks have less
 */
public record Distribution(long sum, long min, long p25, long median, long p75, long max) {

  /** Of a metric that no task has, as the spilled bytes of a stage that did not spill. */
  public static final Distribution NONE = new Distribution(0, 0, 0, 0, 0, 0);

  /**
   * The distribution of {@code successful}, which may be empty.
   *
   * @param sum over every task that ended
   */
  static Distribution of(long sum, double[] successful) {
    if (successful.length == 0) {
      return new Distribution(sum, 0, 0, 0, 0, 0);
    }
    return new Distribution(
        sum,
        Math.round(Quantile.of(successful, 0)),
        Math.round(Quantile.of(successful, 0.25)),
        Math.round(Quantile.of(successful, 0.5)),
        Math.round(Quantile.of(successful, 0.75)),
        Math.round(Quantile.of(successful, 1)));
  }
}
