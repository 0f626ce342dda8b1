//DEPS org.apache.commons:commons-statistics-descriptive:1.2
//SOURCES Quantile.java
package compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * A value far from the median of its sample. It is flagged so that a reader can ask what happened
 * in that run; it stays in every number, since a slow run is part of how the job behaves.
 *
 * @param index its place in the sample, from 0
 * @param value in the unit of the sample
 * @param score modified z score, further from 0 than {@link #THRESHOLD}; negative below the median
 * @see "Iglewicz & Hoaglin 1993, How to Detect and Handle Outliers, ASQC Basic References 16"
 */
public record Outlier(int index, double value, double score) {
  /** Iglewicz and Hoaglin's recommendation. */
  public static final double THRESHOLD = 3.5;

  /** The 0.75 quantile of the standard normal: a MAD of normal values is 0.6745 deviations. */
  private static final double MAD_TO_DEVIATION = 0.6745;

  /** √(π/2): a standard deviation of normal values is 1.253314 mean absolute deviations. */
  private static final double DEVIATION_TO_MEAN_AD = 1.253314;

  /**
   * Every outlier of a sample, in its order.
   *
   * @param values at least one, not modified
   */
  public static List<Outlier> among(double[] values) {
    double[] scores = scores(values);
    return IntStream.range(0, values.length)
        .filter(i -> Math.abs(scores[i]) > THRESHOLD)
        .mapToObj(i -> new Outlier(i, values[i], scores[i]))
        .toList();
  }

  /**
   * The modified z score of each value: 0.6745 (x - median) / MAD, where MAD is the median absolute
   * deviation from the median. Where that is 0, because more than half of the values are the same,
   * the mean absolute deviation stands in: (x - median) / (1.253314 MeanAD), as IBM's statistics
   * products do; where all values are the same, all scores are 0.
   */
  public static double[] scores(double[] values) {
    double median = Quantile.of(values, 0.5);
    double[] deviations = Arrays.stream(values).map(x -> Math.abs(x - median)).toArray();
    double mad = Quantile.of(deviations, 0.5);
    double meanAd = Mean.of(deviations).getAsDouble();
    if (meanAd == 0) {
      return new double[values.length];
    }
    double unit = mad > 0 ? mad / MAD_TO_DEVIATION : DEVIATION_TO_MEAN_AD * meanAd;
    return Arrays.stream(values).map(x -> (x - median) / unit).toArray();
  }
}
