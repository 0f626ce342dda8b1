//SOURCES Interval.java
package compare;

import java.util.function.DoubleUnaryOperator;

/**
 * A number estimated from a few runs, with the interval that goes with it.
 *
 * @param value the point estimate
 * @param interval in the same unit as {@code value}
 * @param coverage chance that such an interval holds the true value, from 0 to 1: the nominal one
 *     of a t interval, the exact one of an interval made of ranks
 */
public record Estimate(double value, Interval interval, double coverage) {
  /** The coverage every two-sided interval of the lab has at least. */
  public static final double CONFIDENCE = 0.95;

  /**
   * The estimate on another scale, as {@code Math::exp} for one made of logarithms.
   *
   * @param increasing must not turn the order of the ends around
   */
  Estimate map(DoubleUnaryOperator increasing) {
    return new Estimate(
        increasing.applyAsDouble(value),
        new Interval(
            increasing.applyAsDouble(interval.low()), increasing.applyAsDouble(interval.high())),
        coverage);
  }
}
