package project;

import java.util.Locale;

/** How counts and sizes are written: the same value reads the same in every output. */
public final class Quantity {
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Quantity() {}

  /** {@code 2,000,000}; a fraction is rounded. */
  public static String count(double count) {
    return String.format(Locale.ROOT, "%,.0f", count);
  }

  /** {@code 1 run}, {@code 6 runs}, {@code 2,000,000 rows}: for nouns whose plural ends in s. */
  public static String count(long count, String noun) {
    return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, noun);
  }

  /**
   * {@code 1.15 M}, {@code 335 k}, {@code 84.2 k}, {@code 602}: a count each second, thousands and
   * millions.
   */
  public static String rate(double perSecond) {
    // The next unit begins where rounding would show 1000 of this one.
    if (perSecond >= 999_500) {
      return String.format(Locale.ROOT, "%,.2f M", perSecond / 1e6);
    }
    if (perSecond >= 999.5) {
      String format = perSecond >= 99_950 ? "%.0f k" : "%.1f k";
      return String.format(Locale.ROOT, format, perSecond / 1e3);
    }
    return String.format(Locale.ROOT, "%.0f", perSecond);
  }

  /** {@code 512 B}, {@code 64.2 MiB}, {@code 380 MiB}: powers of 1024. */
  public static String bytes(double bytes) {
    int unit = 0;
    double value = bytes;
    while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    String format = unit == 0 || value >= 100 ? "%,.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, format, value, UNITS[unit]);
  }
}
