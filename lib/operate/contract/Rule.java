//SOURCES CheckResult.java
//SOURCES Limit.java
//SOURCES Metric.java
//SOURCES Severity.java
//SOURCES ../../project/Quantity.java
package operate.contract;

import java.util.Locale;
import project.Quantity;

/**
 * One promise of a contract that a table keeps or breaks.
 *
 * @param name for people: {@code amount null values}
 * @param limit what the metric has to be, in {@code unit}
 * @param dimension of quality, as the standard names them; empty when the contract says none
 * @param place where it is written: {@code ops/contracts/raw.customers.odcs.yaml line 31}
 */
public record Rule(
    String name,
    Metric metric,
    Limit limit,
    Unit unit,
    Severity severity,
    String dimension,
    String place) {

  /** How a table with the right columns has them. */
  static final String AS_DECLARED = "as declared";

  /** What the metric is compared in. */
  public enum Unit {
    ROWS,
    PERCENT,
    MINUTES;

    /** As a contract writes it: {@code rows}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A promise without exceptions, whose breach is an error. */
  static Rule strict(String name, Metric metric, String dimension, String place) {
    return new Rule(name, metric, Limit.NONE, Unit.ROWS, Severity.ERROR, dimension, place);
  }

  /** A rule that is only named. */
  static Rule notRun(String name, String reason, String place) {
    return strict(name, new Metric.NotRun(reason), "", place);
  }

  /** The number that the limit is for. */
  double inUnit(long count, long rows) {
    return unit == Unit.PERCENT && rows > 0 ? 100.0 * count / rows : count;
  }

  /** What was promised: {@code 0}, {@code <= 0.2 %}, {@code <= 60 min}. */
  public String wanted() {
    if (metric instanceof Metric.WrongColumns) {
      return AS_DECLARED;
    }
    return switch (unit) {
      case ROWS -> limit.text();
      case PERCENT -> limit.text() + " %";
      case MINUTES -> limit.text() + " min";
    };
  }

  /** The same for files: {@code <= 1000000}; the unit is said beside it. */
  public String plainlyWanted() {
    return metric instanceof Metric.WrongColumns ? AS_DECLARED : limit.text().replace(",", "");
  }

  /** A number that was found: {@code 12}, {@code 0.1013 % (2,026 rows)}, {@code 61 min}. */
  CheckResult.Found found(long count, long rows) {
    if (unit != Unit.PERCENT) {
      String minutes = unit == Unit.MINUTES ? " min" : "";
      return new CheckResult.Found(Quantity.count(count) + minutes, Long.toString(count));
    }
    String share = String.format(Locale.ROOT, "%.4f", inUnit(count, rows));
    String plain = share.replaceFirst("\\.?0+$", "");
    boolean tiny = count > 0 && plain.equals("0");
    String text = "%s %% (%s)".formatted(tiny ? "<0.0001" : plain, Quantity.count(count, "row"));
    return new CheckResult.Found(text, plain);
  }
}
