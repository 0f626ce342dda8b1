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

  /** {@code 1.15 M}, {@code 84.2 k}, {@code 602}: a count each second, thousands and millions. */
  public static String rate(double perSecond) {
    // Rounded to the unit below, so that nothing reads 1000.0 k.
    if (perSecond >= 999_950) {
      return String.format(Locale.ROOT, "%,.2f M", perSecond / 1e6);
    }
    return perSecond >= 999.5
        ? String.format(Locale.ROOT, "%.1f k", perSecond / 1e3)
        : String.format(Locale.ROOT, "%.0f", perSecond);
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
