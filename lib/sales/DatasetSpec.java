//SOURCES ../project/Count.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
package sales;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import project.Count;
import project.LabException;
import project.Launcher;

/**
 * What the generated data look like. Every row is a pure function of this spec's first fields and
 * the row's number; {@code filesPerDay} and the machine change where rows are stored, never what
 * they are.
 *
 * @param rows transactions of the first load, at least 1
 * @param customers at least 2; ids 0 (the hot one) to customers - 1
 * @param days consecutive, each one folder {@code day=YYYY-MM-DD}
 * @param filesPerDay Parquet files in each of them
 * @param hotShare share of transactions on customer_id 0, in [0, 1)
 * @param dirtRate share of transactions without amount, and share on customers that do not exist,
 *     in [0, 0.5)
 * @param seed any number
 * @param firstDay of the transactions, UTC
 * @param late transactions that arrived after the first load, by their day, each at least 1
 */
public record DatasetSpec(
    long rows,
    long customers,
    int days,
    int filesPerDay,
    double hotShare,
    double dirtRate,
    long seed,
    LocalDate firstDay,
    SortedMap<LocalDate, Long> late) {

  /** The id that the skew is on. */
  public static final long HOT_CUSTOMER = 0;

  /** What {@code generate_data} makes without options. */
  public static final DatasetSpec DEFAULT =
      new DatasetSpec(20_000_000, 100_000, 14, 120, 0.2, 0.001, 42, LocalDate.of(2025, 10, 1));

  /** Data to which nothing arrived late. */
  public DatasetSpec(
      long rows,
      long customers,
      int days,
      int filesPerDay,
      double hotShare,
      double dirtRate,
      long seed,
      LocalDate firstDay) {
    this(
        rows,
        customers,
        days,
        filesPerDay,
        hotShare,
        dirtRate,
        seed,
        firstDay,
        Collections.emptySortedMap());
  }

  /** Checks the ranges. */
  public DatasetSpec {
    atLeast("--rows", rows, 1);
    atLeast("--customers", customers, 2);
    atLeast("--days", days, 1);
    atLeast("--files-per-day", filesPerDay, 1);
    within("--hot-share", hotShare, 1);
    within("--dirt", dirtRate, 0.5);
    if (rows < days) {
      throw LabException.usage(
          "--rows %d is fewer than one row for each of %d days".formatted(rows, days));
    }
    late = Collections.unmodifiableSortedMap(new TreeMap<>(late));
    late.forEach((day, count) -> atLeast("--late " + day + ":", count, 1));
    for (LocalDate day : late.keySet()) {
      if (day.isBefore(firstDay) || day.isAfter(lastDay(firstDay, days))) {
        throw LabException.usage(
            "--late %s is not a day of the data (wanted %s to %s)"
                .formatted(day, firstDay, lastDay(firstDay, days)));
      }
    }
  }

  private static LocalDate lastDay(LocalDate firstDay, int days) {
    return firstDay.plusDays(days - 1L);
  }

  private static void atLeast(String option, long value, long minimum) {
    if (value < minimum) {
      throw LabException.usage(
          "%s %d is out of range (wanted at least %d)".formatted(option, value, minimum));
    }
  }

  private static void within(String option, double value, double limit) {
    if (!(value >= 0 && value < limit)) {
      throw LabException.usage(
          "%s %s is out of range (wanted 0 <= x < %s)".formatted(option, value, limit));
    }
  }

  /** The command that makes this, replacing what is there. */
  public String command() {
    return Launcher.command("generate_data " + (options() + " --overwrite").strip());
  }

  /** Transactions in all, the late ones included. */
  public long allRows() {
    return rows + late.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * What has to arrive late before data made for this spec are those of {@code wanted}.
   *
   * @return by day; empty when that is nothing, or cannot make them so
   */
  SortedMap<LocalDate, Long> missingFor(DatasetSpec wanted) {
    TreeMap<LocalDate, Long> missing = new TreeMap<>(wanted.late);
    late.forEach((day, count) -> missing.merge(day, -count, Long::sum));
    missing.values().removeIf(count -> count == 0);
    boolean more = missing.values().stream().allMatch(count -> count > 0);
    return more && withLate(Map.of()).equals(wanted.withLate(Map.of()))
        ? missing
        : Collections.emptySortedMap();
  }

  /** The same first load with other late transactions. */
  public DatasetSpec withLate(Map<LocalDate, Long> other) {
    return new DatasetSpec(
        rows,
        customers,
        days,
        filesPerDay,
        hotShare,
        dirtRate,
        seed,
        firstDay,
        new TreeMap<>(other));
  }

  /** The same rows, stored in another number of files. */
  DatasetSpec withFilesPerDay(int files) {
    return new DatasetSpec(rows, customers, days, files, hotShare, dirtRate, seed, firstDay, late);
  }

  /** The options of {@code generate_data} that ask for this, those with their default left out. */
  public String options() {
    StringBuilder options = new StringBuilder();
    option(options, "--rows", new Count(rows), new Count(DEFAULT.rows));
    option(options, "--customers", new Count(customers), new Count(DEFAULT.customers));
    option(options, "--days", days, DEFAULT.days);
    option(options, "--files-per-day", filesPerDay, DEFAULT.filesPerDay);
    option(options, "--hot-share", hotShare, DEFAULT.hotShare);
    option(options, "--dirt", dirtRate, DEFAULT.dirtRate);
    option(options, "--seed", seed, DEFAULT.seed);
    option(options, "--first-day", firstDay, DEFAULT.firstDay);
    late.forEach((day, count) -> option(options, "--late", day + "=" + new Count(count), ""));
    return options.toString().strip();
  }

  private static void option(StringBuilder options, String name, Object value, Object preset) {
    if (!value.equals(preset)) {
      options.append(name).append(' ').append(value).append(' ');
    }
  }

  /** The same with another number of rows. */
  public DatasetSpec withRows(long other) {
    return new DatasetSpec(
        other, customers, days, filesPerDay, hotShare, dirtRate, seed, firstDay, late);
  }

  /** The largest number of rows one file holds, so that each day gets {@code filesPerDay} files. */
  long rowsPerFile() {
    long rowsPerDay = (rows + days - 1) / days;
    return Math.max(1, (rowsPerDay + filesPerDay - 1) / filesPerDay);
  }
}
