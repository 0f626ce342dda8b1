//SOURCES Estimate.java
package compare;

import java.util.Locale;

/** How ratios of times and shares are written in sentences, whatever the reader's locale. */
final class RatioText {
  /** More digits than this say nothing about a time. */
  private static final int MOST_DECIMALS = 4;

  private RatioText() {}

  /** {@code 2.15x}, {@code 14.9x}, {@code 120x}. */
  static String times(double ratio) {
    return decimals(ratio, digits(ratio)) + "x";
  }

  /** {@code 95 % interval 2.02-2.28}. */
  static String interval(Estimate ratio) {
    double low = ratio.interval().low();
    double high = ratio.interval().high();
    int digits = digits(ratio.value());
    while (digits < MOST_DECIMALS && decimals(low, digits).equals(decimals(high, digits))) {
      digits++;
    }
    return "%s interval %s-%s"
        .formatted(coverage(ratio.coverage()), decimals(low, digits), decimals(high, digits));
  }

  /** How far a ratio of at least 1 is from 1: {@code 2 %}, {@code 4.1 %}. */
  static String beyondOne(double ratio) {
    double percent = 100 * (ratio - 1);
    boolean whole = Math.abs(percent - Math.rint(percent)) < 0.05;
    return decimals(percent, whole ? 0 : 1) + " %";
  }

  /** {@code 61 %}, {@code 99.4 %}: a share that is not quite all of it must not read as all. */
  static String percent(double share) {
    double percent = 100 * share;
    return decimals(percent, percent > 99 && percent < 100 ? 1 : 0) + " %";
  }

  /** {@code 95 %}, {@code 96.9 %}: an interval made of ranks has no round coverage. */
  private static String coverage(double coverage) {
    return decimals(100 * coverage, coverage == Estimate.CONFIDENCE ? 0 : 1) + " %";
  }

  private static int digits(double ratio) {
    return ratio < 10 ? 2 : ratio < 100 ? 1 : 0;
  }

  private static String decimals(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
