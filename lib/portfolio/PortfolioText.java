package portfolio;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** How the numbers of a portfolio are written, in reasons and in tables alike. */
public final class PortfolioText {
  private static final double MINUTE = 60;
  private static final double HOUR = 3600;
  private static final double DAY = 86_400;

  private PortfolioText() {}

  /** {@code 42 s}, {@code 12.1 min}, {@code 5.2 h}, {@code 12 days}: of a run, of a repair. */
  public static String time(double sec) {
    if (sec < 2 * MINUTE) {
      return text(sec < 10 ? "%.1f s" : "%.0f s", sec);
    }
    String text =
        sec < 2 * HOUR
            ? text("%.1f min", sec / MINUTE)
            : sec < 2 * DAY ? text("%.1f h", sec / HOUR) : text("%,.1f days", sec / DAY);
    return text.replace(".0 ", " ");
  }

  /** As {@link #time(double)}. */
  public static String time(Duration duration) {
    return time(duration.toMillis() / 1000.0);
  }

  /** {@code 1,240}, {@code 31.5}, {@code 0.42}, {@code 0.0018}: EUR without the unit. */
  public static String eur(double eur) {
    if (eur == 0) {
      return "0";
    }
    if (Math.abs(eur) < 0.1) {
      return new BigDecimal(eur).round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
    }
    return text(Math.abs(eur) >= 100 ? "%,.0f" : Math.abs(eur) >= 10 ? "%.1f" : "%.2f", eur);
  }

  /** {@code 12 %}, {@code 0.4 %}, {@code 99.96 %}: a share from 0 to 1. */
  public static String percent(double share) {
    double percent = 100 * share;
    if (percent == 0 || percent == 100) {
      return text("%.0f %%", percent);
    }
    boolean nearAnEnd = percent < 1 || percent > 99;
    return text(nearAnEnd ? "%.2f %%" : percent < 10 ? "%.1f %%" : "%.0f %%", percent);
  }

  /** {@code 3.1x}, {@code 21x}. */
  public static String times(double ratio) {
    return text(ratio < 10 ? "%.1fx" : "%.0fx", ratio);
  }

  /** As {@link String#format}, whatever the reader's locale. */
  static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
