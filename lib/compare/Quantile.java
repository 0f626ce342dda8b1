//DEPS org.apache.commons:commons-statistics-descriptive:1.2
package compare;

import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** The quantile every number of the lab is computed with. */
public final class Quantile {
  /** How reports name the definition, so that nobody has to guess. */
  public static final String DEFINITION =
      "type 7 (Hyndman & Fan; the default of R, NumPy and pandas)";

  private static final org.apache.commons.statistics.descriptive.Quantile TYPE_7 =
      org.apache.commons.statistics.descriptive.Quantile.withDefaults()
          .with(EstimationMethod.HF7)
          .with(NaNPolicy.ERROR)
          .withCopy(true);

  private Quantile() {}

  /**
   * The p-quantile, Hyndman-Fan type 7: linear between the order statistics around 1 + (n-1)p.
   *
   * @param values at least one, all finite, any order, not modified
   * @param p from 0 (smallest value) to 1 (largest value)
   * @throws IllegalArgumentException if values is empty or holds NaN, or p is outside [0, 1]
   * @see "Hyndman & Fan 1996, Sample Quantiles in Statistical Packages, Am. Stat. 50(4)"
   */
  public static double of(double[] values, double p) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a quantile needs at least one value");
    }
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("p is " + p + ", wanted 0 to 1");
    }
    return TYPE_7.evaluate(values, p);
  }
}
