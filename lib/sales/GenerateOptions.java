//SOURCES DatasetSpec.java
//SOURCES DayConverter.java
//SOURCES ../project/CountConverter.java
//SOURCES ../spark/CoresOption.java
package sales;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import project.Count;
import project.CountConverter;
import spark.CoresOption;

/** The options of the data generator. */
public final class GenerateOptions {
  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Transactions, as 20M or 500k (default: ${DEFAULT-VALUE}).",
      defaultValue = "20M",
      converter = CountConverter.class)
  Count rows;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "Customers (default: ${DEFAULT-VALUE}).",
      defaultValue = "100k",
      converter = CountConverter.class)
  Count customers;

  @Option(
      names = "--days",
      description = "Days of transactions, a folder each (default: ${DEFAULT-VALUE}).",
      defaultValue = "14")
  int days;

  @Option(
      names = "--files-per-day",
      paramLabel = "N",
      description =
          "Files in each folder; fewer when a day has too few rows to share out (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "120")
  int filesPerDay;

  @Option(
      names = "--hot-share",
      paramLabel = "SHARE",
      description =
          "Share of transactions on customer_id 0, from 0 to below 1 (default: ${DEFAULT-VALUE}).",
      defaultValue = "0.20")
  double hotShare;

  @Option(
      names = "--dirt",
      paramLabel = "SHARE",
      description =
          "Share without amount, and share on customers that do not exist (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "0.001")
  double dirt;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed, other rows (default: ${DEFAULT-VALUE}).",
      defaultValue = "42")
  long seed;

  @Option(
      names = "--first-day",
      paramLabel = "DATE",
      description = "First day of the transactions, YYYY-MM-DD, UTC (default: ${DEFAULT-VALUE}).",
      defaultValue = "2025-10-01",
      converter = DayConverter.class)
  LocalDate firstDay;

  @Option(
      names = "--late",
      paramLabel = "DATE=N",
      description =
          "N more transactions of that day that arrived after the others. Data made with the same"
              + " other options are kept, and only what is missing is added. Repeatable.",
      converter = {DayConverter.class, CountConverter.class})
  Map<LocalDate, Count> late = new TreeMap<>();

  @Mixin CoresOption cores;

  @Option(
      names = "--overwrite",
      description =
          "Replace the data that are there; without it, data made with the same options are kept.")
  boolean overwrite;

  /**
   * What these options ask for.
   *
   * @throws project.LabException when one is out of its range
   */
  public DatasetSpec spec() {
    TreeMap<LocalDate, Long> lateRows = new TreeMap<>();
    late.forEach((day, count) -> lateRows.put(day, count.value()));
    return new DatasetSpec(
        rows.value(),
        customers.value(),
        days,
        filesPerDay,
        hotShare,
        dirt,
        seed,
        firstDay,
        lateRows);
  }
}
