//SOURCES ../../project/Quantity.java
package operate.contract;

import java.math.BigDecimal;
import project.Quantity;

/**
 * What a number has to be: one of the operators of the Open Data Contract Standard with its values.
 *
 * @param low the value, of an interval its lower end
 * @param high the upper end of an interval, else the value
 */
public record Limit(Operator operator, double low, double high) {

  /** The standard's operators. Its intervals leave their ends out. */
  public enum Operator {
    MUST_BE("mustBe"),
    MUST_NOT_BE("mustNotBe"),
    MUST_BE_GREATER_THAN("mustBeGreaterThan"),
    MUST_BE_GREATER_OR_EQUAL_TO("mustBeGreaterOrEqualTo"),
    MUST_BE_LESS_THAN("mustBeLessThan"),
    MUST_BE_LESS_OR_EQUAL_TO("mustBeLessOrEqualTo"),
    MUST_BE_BETWEEN("mustBeBetween"),
    MUST_NOT_BE_BETWEEN("mustNotBeBetween");

    private final String key;

    Operator(String key) {
      this.key = key;
    }

    /** As a contract writes it. */
    public String key() {
      return key;
    }

    /** Whether it takes two values. */
    public boolean isInterval() {
      return this == MUST_BE_BETWEEN || this == MUST_NOT_BE_BETWEEN;
    }
  }

  /** None at all may be found. */
  public static final Limit NONE = of(Operator.MUST_BE, 0);

  /** An operator with its one value. */
  public static Limit of(Operator operator, double value) {
    return new Limit(operator, value, value);
  }

  /** Whether {@code found} is within it. */
  public boolean allows(double found) {
    return switch (operator) {
      case MUST_BE -> found == low;
      case MUST_NOT_BE -> found != low;
      case MUST_BE_GREATER_THAN -> found > low;
      case MUST_BE_GREATER_OR_EQUAL_TO -> found >= low;
      case MUST_BE_LESS_THAN -> found < low;
      case MUST_BE_LESS_OR_EQUAL_TO -> found <= low;
      case MUST_BE_BETWEEN -> found > low && found < high;
      case MUST_NOT_BE_BETWEEN -> !(found > low && found < high);
    };
  }

  /** Whether {@code found} is not allowed because it is too much: then it has rows to show. */
  public boolean isExceededBy(double found) {
    return switch (operator) {
      case MUST_BE, MUST_BE_BETWEEN -> !allows(found) && found >= high;
      case MUST_BE_LESS_THAN, MUST_BE_LESS_OR_EQUAL_TO -> !allows(found);
      default -> false;
    };
  }

  /** For people: {@code 0}, {@code <= 0.2}, {@code > 1 and < 5}. */
  public String text() {
    return switch (operator) {
      case MUST_BE -> number(low);
      case MUST_NOT_BE -> "not " + number(low);
      case MUST_BE_GREATER_THAN -> "> " + number(low);
      case MUST_BE_GREATER_OR_EQUAL_TO -> ">= " + number(low);
      case MUST_BE_LESS_THAN -> "< " + number(low);
      case MUST_BE_LESS_OR_EQUAL_TO -> "<= " + number(low);
      case MUST_BE_BETWEEN -> "> %s and < %s".formatted(number(low), number(high));
      case MUST_NOT_BE_BETWEEN -> "<= %s or >= %s".formatted(number(low), number(high));
    };
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Quantity.count(value)
        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
