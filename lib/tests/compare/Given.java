//SOURCES ../../compare/Pair.java
package tests.compare;

import compare.Pair;
import java.util.Arrays;
import java.util.List;

/** Samples as the tests write them. */
final class Given {
  private Given() {}

  /** Numbers between blanks. */
  static double[] values(String text) {
    return Arrays.stream(text.strip().split(" +")).mapToDouble(Double::parseDouble).toArray();
  }

  /** A pair for each ratio, of runs around ten seconds. */
  static List<Pair> ratios(double... ratios) {
    return Arrays.stream(ratios).mapToObj(r -> new Pair(10 * r, 10)).toList();
  }
}
