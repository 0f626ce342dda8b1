//DEPS org.apache.commons:commons-statistics-descriptive:1.2
//DEPS org.apache.commons:commons-statistics-distribution:1.2
//SOURCES Estimate.java
package compare;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two means whose samples were taken apart, with Welch's t interval: no equal
 * spread is supposed. Unlike {@link PairedT} it knows nothing of a machine that was another one when
 * the second sample was taken, so that a difference found this way is a suspicion.
 *
 * @see "Welch 1947, The generalization of Student's problem, Biometrika 34(1-2)"
 */
public final class WelchT {
  private WelchT() {}

  /**
   * The mean of {@code a} less that of {@code b} with its 95 % interval.
   *
   * @param a at least 2 values, any unit
   * @param b the same, in the same unit
   * @throws IllegalArgumentException for fewer
   */
  public static Estimate of(double[] a, double[] b) {
    if (a.length < 2 || b.length < 2) {
      throw new IllegalArgumentException(
          "a difference of means needs at least 2 values a side, not %d and %d"
              .formatted(a.length, b.length));
    }
    double difference = Mean.of(a).getAsDouble() - Mean.of(b).getAsDouble();
    double ofA = Variance.of(a).getAsDouble() / a.length;
    double ofB = Variance.of(b).getAsDouble() / b.length;
    double error = ofA + ofB;
    if (error == 0) {
      return new Estimate(difference, new Interval(difference, difference), Estimate.CONFIDENCE);
    }
    double freedom = error * error / (ofA * ofA / (a.length - 1) + ofB * ofB / (b.length - 1));
    double t = TDistribution.of(freedom).inverseCumulativeProbability((1 + Estimate.CONFIDENCE) / 2);
    double half = t * Math.sqrt(error);
    return new Estimate(
        difference, new Interval(difference - half, difference + half), Estimate.CONFIDENCE);
  }
}
