//SOURCES Quantile.java
package compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is usual for a value with two properties, when some of the values are wild: the sum of an
 * effect of the one property and an effect of the other, found by taking out medians in turn.
 *
 * @see "Tukey 1977, Exploratory Data Analysis, chapter 11"
 */
public final class MedianPolish {
  /** It settles in two or three rounds; more change digits that nobody reads. */
  private static final int ROUNDS = 10;

  private MedianPolish() {}

  /**
   * What is left of each value when both effects are taken out: 0 for one that is as usual.
   *
   * @param first a property of each value
   * @param second another one
   * @param values as many, finite, not modified
   */
  public static double[] residuals(List<String> first, List<String> second, double[] values) {
    double[] left = values.clone();
    for (int round = 0; round < ROUNDS; round++) {
      takeOutMedians(first, left);
      takeOutMedians(second, left);
    }
    return left;
  }

  private static void takeOutMedians(List<String> property, double[] left) {
    Map<String, Double> medians = new HashMap<>();
    for (String level : property) {
      medians.computeIfAbsent(level, l -> median(property, l, left));
    }
    IntStream.range(0, left.length).forEach(i -> left[i] -= medians.get(property.get(i)));
  }

  private static double median(List<String> property, String level, double[] left) {
    return Quantile.of(
        IntStream.range(0, left.length)
            .filter(i -> property.get(i).equals(level))
            .mapToDouble(i -> left[i])
            .toArray(),
        0.5);
  }
}
