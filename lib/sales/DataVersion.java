package sales;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rows some data hold, by fingerprints: enough to tell which days an output made from an
 * earlier version lacks.
 *
 * @param all of the transactions and customers together
 * @param customers of the customers; empty when that is not known
 * @param days of each day's transactions; empty when that is not known
 */
public record DataVersion(String all, String customers, SortedMap<LocalDate, String> days) {
  private static final String ALL = "data_fingerprint";
  private static final String CUSTOMERS = "customers_fingerprint";
  private static final String DAY = "day.";

  /** Keeps the days as they are now. */
  public DataVersion {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  /** Whether it is known what each day holds: an earlier version of the lab did not note it. */
  public boolean knowsDays() {
    return !customers.isEmpty() && !days.isEmpty();
  }

  /**
   * The days of which an output made from {@code older} is not what these data give. A change in
   * the customers concerns every day.
   *
   * @return empty when the data are the same; otherwise both have to know their days
   */
  public SortedSet<LocalDate> changedSince(DataVersion older) {
    TreeSet<LocalDate> changed = new TreeSet<>();
    if (all.equals(older.all)) {
      return changed;
    }
    changed.addAll(days.keySet());
    changed.addAll(older.days.keySet());
    if (customers.equals(older.customers)) {
      changed.removeIf(day -> Objects.equals(days.get(day), older.days.get(day)));
    }
    return changed;
  }

  /** Puts all of it into properties. */
  public void put(Map<String, Object> p) {
    p.put(ALL, all);
    if (knowsDays()) {
      p.put(CUSTOMERS, customers);
      days.forEach((day, fingerprint) -> p.put(DAY + day, fingerprint));
    }
  }

  /**
   * What {@link #put} has put there.
   *
   * @throws RuntimeException when a day is none
   */
  public static DataVersion in(Properties p) {
    TreeMap<LocalDate, String> days = new TreeMap<>();
    for (String key : p.stringPropertyNames()) {
      if (key.startsWith(DAY)) {
        days.put(LocalDate.parse(key.substring(DAY.length())), p.getProperty(key));
      }
    }
    return new DataVersion(p.getProperty(ALL, ""), p.getProperty(CUSTOMERS, ""), days);
  }
}
