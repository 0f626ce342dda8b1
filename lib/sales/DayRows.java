package sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The transactions of one day: what the generator found in its folder when it had written it.
 *
 * @param rows at least 1
 * @param amountSum of their amounts, EUR, two decimals
 * @param fingerprint of the rows, 16 hexadecimal digits
 */
public record DayRows(long rows, BigDecimal amountSum, String fingerprint) {
  /** Before the day, in {@code dataset.properties}: {@code day.2025-10-01=50000 6243150.11 3f…}. */
  private static final String KEY = "day.";

  /**
   * The days that properties tell of, by the form above.
   *
   * @throws IllegalArgumentException naming the first entry that has another form
   */
  static SortedMap<LocalDate, DayRows> in(Properties p) {
    TreeMap<LocalDate, DayRows> days = new TreeMap<>();
    for (String key : p.stringPropertyNames()) {
      if (key.startsWith(KEY)) {
        String value = p.getProperty(key);
        try {
          days.put(LocalDate.parse(key.substring(KEY.length())), parse(value));
        } catch (RuntimeException e) {
          throw new IllegalArgumentException(key + "=" + value, e);
        }
      }
    }
    return days;
  }

  private static DayRows parse(String value) {
    String[] parts = value.strip().split(" ");
    return new DayRows(Long.parseLong(parts[0]), new BigDecimal(parts[1]), parts[2]);
  }

  /** Puts the days into properties. */
  static void put(Map<LocalDate, DayRows> days, Map<String, Object> p) {
    days.forEach(
        (day, d) ->
            p.put(KEY + day, d.rows + " " + d.amountSum.toPlainString() + " " + d.fingerprint));
  }
}
