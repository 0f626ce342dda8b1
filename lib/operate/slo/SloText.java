//SOURCES ../../project/Quantity.java
package operate.slo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import project.Quantity;

/**
 * How shares and times of objectives are written. A number gets as many decimals as it takes to
 * stand on its own side of the goal: 98.96 % of 99 % must not read as 99 %.
 */
public final class SloText {
  /** More decimals than this say nothing. */
  private static final int MOST_DECIMALS = 3;

  /** A unit of time and the length up to which it is used. */
  private record Unit(String name, double seconds, double upToSec, int decimals) {}

  private static final Unit[] UNITS = {
    new Unit("s", 1, 120, 0),
    new Unit("min", 60, 3 * 3600, 0),
    new Unit("h", 3600, 72 * 3600, 1),
    new Unit("days", 86400, Double.MAX_VALUE, 1)
  };

  private SloText() {}

  /** {@code 99 %}, {@code 99.95 %}: a goal as it was written. */
  static String percent(double goal) {
    BigDecimal percent =
        BigDecimal.valueOf(100 * goal).setScale(MOST_DECIMALS, RoundingMode.HALF_UP);
    return percent.stripTrailingZeros().toPlainString() + " %";
  }

  /** {@code 81 %}, {@code 98.96 %}: a share beside its goal; only all of it is 100 %. */
  static String percent(double share, double goal) {
    return fewest(100 * share, 0, 100 * goal, 100) + " %";
  }

  /** {@code 42 s}, {@code 145 min}, {@code 21.4 h}, {@code 3.2 days}. */
  public static String time(Duration time) {
    return time(time, Duration.ZERO);
  }

  /** The same beside a goal. */
  public static String time(Duration time, Duration goal) {
    double sec = time.toMillis() / 1e3;
    for (Unit unit : UNITS) {
      // The next unit begins where rounding would show its first value in this one.
      double rounding = unit.seconds / 2 / Math.pow(10, unit.decimals);
      if (Math.abs(sec) + rounding < unit.upToSec) {
        String number =
            fewest(sec / unit.seconds, unit.decimals, goal.toMillis() / 1e3 / unit.seconds);
        return number.replaceFirst("\\.0+$", "") + " " + unit.name;
      }
    }
    throw new IllegalStateException("no unit for " + time);
  }

  /** {@code 12.0 s}, {@code 4.94 s}: a job time as reports write it, beside its goal. */
  static String jobTime(double sec, double goal) {
    return fewest(sec, Math.abs(sec) < 10 ? 2 : Math.abs(sec) < 100 ? 1 : 0, goal) + " s";
  }

  /** {@code 7.2}, {@code 36}: a number of runs that need not be whole. */
  static String runs(double runs) {
    BigDecimal rounded = BigDecimal.valueOf(runs).setScale(1, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** {@code 24 runs a day}, {@code 1 run a day}. */
  static String pace(double runsPerDay) {
    return runsPerDay == 1 ? "1 run a day" : runs(runsPerDay) + " runs a day";
  }

  /** {@code 3 of 4 runs}. */
  static String of(int part, int runs) {
    return "%s of %s".formatted(Quantity.count(part), Quantity.count(runs, "run"));
  }

  private static String fewest(double value, int decimals, double... sides) {
    for (int digits = decimals; digits <= MOST_DECIMALS; digits++) {
      String text = String.format(Locale.ROOT, "%." + digits + "f", value);
      if (keepsSides(value, Double.parseDouble(text), sides)) {
        return text;
      }
    }
    // So close to a goal that rounding would reach it: cut off where that helps.
    BigDecimal cut = BigDecimal.valueOf(value).setScale(MOST_DECIMALS, RoundingMode.DOWN);
    return keepsSides(value, cut.doubleValue(), sides)
        ? cut.toPlainString()
        : String.format(Locale.ROOT, "%." + MOST_DECIMALS + "f", value);
  }

  private static boolean keepsSides(double value, double written, double... sides) {
    for (double side : sides) {
      boolean same =
          Math.signum(Double.compare(value, side)) == Math.signum(Double.compare(written, side));
      // A value on its goal may be a hair beside it in binary.
      boolean onIt = Math.abs(value - side) <= 1e-9 * Math.max(1, Math.abs(side));
      if (!same && !onIt) {
        return false;
      }
    }
    return true;
  }
}
