//SOURCES ../compare/EurRange.java
//SOURCES ../compare/Interval.java
//SOURCES ../project/Quantity.java
package report;

import compare.EurRange;
import compare.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import project.Quantity;

/** How numbers are written in every output: the same value reads the same everywhere. */
public final class Numbers {
  /** What stands where there is no value. */
  static final String NONE = "-";

  private Numbers() {}

  /** {@code 0.42 s}, {@code 12.1 s}, {@code 318 s}. */
  public static String seconds(double sec) {
    return decimals(sec, Math.abs(sec) < 10 ? 2 : Math.abs(sec) < 100 ? 1 : 0) + " s";
  }

  /** {@code 9.87 to 12.1 s}; one time where both ends are written alike. */
  public static String seconds(Interval sec) {
    String low = seconds(sec.low());
    String high = seconds(sec.high());
    return low.equals(high) ? low : low.replace(" s", "") + " to " + high;
  }

  /** {@code 14.20 EUR}, {@code 0.00841 EUR}: three significant digits below one euro. */
  public static String eur(double eur) {
    return amount(eur) + " EUR";
  }

  /** As {@link #eur} without the unit. */
  static String amount(double eur) {
    if (eur == 0 || Math.abs(eur) >= 1) {
      return decimals(eur, 2);
    }
    return new BigDecimal(eur).round(new MathContext(3, RoundingMode.HALF_UP)).toPlainString();
  }

  /** {@code 6.54 to 12.28 EUR}; one amount where both ends are written alike. */
  public static String eur(EurRange range) {
    return amount(range) + " EUR";
  }

  /** As {@link #eur(EurRange)} without the unit. */
  static String amount(EurRange range) {
    String low = amount(range.low());
    String high = amount(range.high());
    return low.equals(high) ? low : low + " to " + high;
  }

  /** {@code 3.4x}, and {@code 1.15x} where one decimal would hide the difference. */
  static String ratio(double ratio) {
    return decimals(ratio, ratio < 2 ? 2 : 1) + "x";
  }

  /** {@code 3.27 to 3.35}: an interval of ratios. */
  static String interval(Interval ratio) {
    return decimals(ratio.low(), 2) + " to " + decimals(ratio.high(), 2);
  }

  /** {@code 95 %}, {@code 63 %}: a share from 0 to 1. */
  public static String percent(double share) {
    double percent = 100 * share;
    return decimals(percent, percent > 99 && percent < 100 ? 1 : 0) + " %";
  }

  /** The change from {@code before} to {@code after}: {@code -53 %}, {@code +4 %}, {@code 0 %}. */
  static String change(double before, double after) {
    if (before == after) {
      return "0 %";
    }
    if (before == 0) {
      return "from 0";
    }
    double percent = 100 * (after - before) / before;
    // Something that all but vanished must not read as if it were gone.
    boolean nearlyAll = after != 0 && percent < -99 && percent > -100;
    String text = String.format(Locale.ROOT, nearlyAll ? "%+.2f %%" : "%+.0f %%", percent);
    return text.substring(1).equals("0 %") ? "0 %" : text;
  }

  /** {@code 1 pair}, {@code 6 pairs}. */
  static String pairs(int count) {
    return Quantity.count(count, "pair");
  }

  /** {@code 1 run}, {@code 6 runs}. */
  static String runs(int count) {
    return Quantity.count(count, "run");
  }

  /** A bare number with this many decimals, whatever the reader's locale. */
  static String decimals(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    // What rounds to nothing has no sign.
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }
}
