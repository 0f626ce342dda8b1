//SOURCES ../spark/Sessions.java
//SOURCES ../project/LabException.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import project.LabException;

/**
 * A range of event_date.
 *
 * @param from the first day; empty for the first one of the data
 * @param to the last day, not before the first; empty for the last one of the data
 */
public record EventDates(Optional<LocalDate> from, Optional<LocalDate> to) {
  /** Every day there is. */
  public static final EventDates ALL = new EventDates(Optional.empty(), Optional.empty());

  /** Checks the order. */
  public EventDates {
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw LabException.usage(
          "--from %s is after --to %s, wanted the first day and the last one"
              .formatted(from.get(), to.get()));
    }
  }

  /** Whether no end is given. */
  public boolean isAll() {
    return equals(ALL);
  }

  /** Whether {@code day} lies in it; both ends do. */
  public boolean contains(LocalDate day) {
    return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
  }

  /**
   * The days of the data that lie in it.
   *
   * @param days of the data, at least one
   * @throws LabException when an end lies outside the data
   */
  public SortedSet<LocalDate> among(SortedSet<LocalDate> days) {
    from.ifPresent(day -> check("--from", day, days));
    to.ifPresent(day -> check("--to", day, days));
    TreeSet<LocalDate> found = new TreeSet<>(days);
    found.removeIf(day -> !contains(day));
    return found;
  }

  private static void check(String option, LocalDate day, SortedSet<LocalDate> days) {
    if (day.isBefore(days.first()) || day.isAfter(days.last())) {
      throw LabException.usage(
          "%s %s is outside the data, which have %s to %s"
              .formatted(option, day, days.first(), days.last()));
    }
  }

  /**
   * The condition on event_date. Where that is the folder's name, Spark reads these folders only.
   */
  public Column condition() {
    Column date = col("event_date");
    Column first = from.map(day -> date.geq(lit(day))).orElse(lit(true));
    return to.map(day -> first.and(date.leq(lit(day)))).orElse(first);
  }

  /** {@code 2025-10-03..2025-10-05}, {@code 2025-10-03..}, {@code ..2025-10-05}. */
  @Override
  public String toString() {
    return "%s..%s"
        .formatted(
            from.map(LocalDate::toString).orElse(""), to.map(LocalDate::toString).orElse(""));
  }
}
