//SOURCES LabException.java
package project;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A positive count as people write it: {@code 20M}, {@code 500k}, {@code 1.5M}, {@code 2_000_000}.
 *
 * @param value at least 1
 */
public record Count(long value) {
  private static final Pattern FORM = Pattern.compile("([0-9][0-9_]*(?:\\.[0-9]+)?)([kKmMbB]?)");

  /** Checks the range. */
  public Count {
    if (value < 1) {
      throw LabException.usage("%d is not a count of at least 1".formatted(value));
    }
  }

  /**
   * Reads {@code 20M}: k is a thousand, M a million, B a billion.
   *
   * @throws LabException for anything but a whole number of at least 1
   */
  public static Count parse(String text) {
    Matcher m = FORM.matcher(text.strip());
    if (m.matches()) {
      BigDecimal number = new BigDecimal(m.group(1).replace("_", "")).multiply(factor(m.group(2)));
      if (number.signum() > 0
          && number.stripTrailingZeros().scale() <= 0
          && number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
        return new Count(number.longValueExact());
      }
    }
    throw LabException.usage(
        "'%s' is not a count (wanted a whole number from 1, as 20M or 500k)".formatted(text));
  }

  private static BigDecimal factor(String unit) {
    return BigDecimal.valueOf(
        switch (unit) {
          case "k", "K" -> 1_000L;
          case "m", "M" -> 1_000_000L;
          case "b", "B" -> 1_000_000_000L;
          default -> 1L;
        });
  }

  /** The shortest exact form: {@code 20M}, {@code 500k}, {@code 1234}. */
  @Override
  public String toString() {
    if (value % 1_000_000 == 0) {
      return value / 1_000_000 + "M";
    }
    return value % 1_000 == 0 ? value / 1_000 + "k" : Long.toString(value);
  }
}
