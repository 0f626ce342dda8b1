//SOURCES InputTotals.java
//SOURCES TableSpec.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
package spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Launcher;

/**
 * Whether an output accounts for every input row exactly once, and for every amount. A wrong join
 * multiplies rows, and with a given schema Spark reads a column that a file lacks as nulls: neither
 * fails by itself.
 */
public final class OutputCoverage {
  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private OutputCoverage() {}

  /** What to do when rows are missing or too many that this run itself has written. */
  public static String lookAtTheInput() {
    return "Look for damaged or changed files: " + Launcher.command("inspect");
  }

  /**
   * Checks an output before it is published.
   *
   * @param written the folder the output was written to
   * @param input what it was made from
   * @throws LabException when the output counts more or fewer rows, or adds up to another sum
   */
  public static void check(SparkSession spark, TableSpec table, Path written, InputTotals input) {
    Row found = spark.read().parquet(written.toString()).agg(rows(table), sums(table)).first();
    compare(table, input, totals(found, 0), "", lookAtTheInput());
  }

  /**
   * The same for each of some days; what the output has of others is not looked at.
   *
   * @param date the column of the output that holds the day
   * @param input what each day was made from
   * @param advice what to do when a day is wrong, a sentence without its full stop
   */
  public static void checkDays(
      SparkSession spark,
      TableSpec table,
      Path written,
      String date,
      SortedMap<LocalDate, InputTotals> input,
      String advice) {
    Dataset<Row> output = spark.read().parquet(written.toString());
    Map<LocalDate, InputTotals> found = new HashMap<>();
    for (Row day : output.groupBy(date).agg(rows(table), sums(table)).collectAsList()) {
      found.put(day.getDate(0).toLocalDate(), totals(day, 1));
    }
    input.forEach(
        (day, wanted) ->
            compare(
                table,
                wanted,
                found.getOrDefault(day, new InputTotals(0, Optional.of(NOTHING))),
                " of " + day,
                advice));
  }

  private static Column rows(TableSpec table) {
    return table.countColumn().map(c -> sum(c)).orElseGet(() -> count(lit(1)));
  }

  /** Null when nothing is summed. */
  private static Column sums(TableSpec table) {
    return table.sumColumn().map(c -> sum(col(c))).orElseGet(() -> sum(lit(null).cast("int")));
  }

  private static InputTotals totals(Row row, int at) {
    return new InputTotals(
        row.isNullAt(at) ? 0 : row.getLong(at),
        Optional.of(row.isNullAt(at + 1) ? NOTHING : row.getDecimal(at + 1)));
  }

  private static void compare(
      TableSpec table, InputTotals wanted, InputTotals found, String ofWhat, String advice) {
    if (found.rows() != wanted.rows()) {
      throw LabException.failed(
          "The output counts %,d transactions%s where the input has %,d, so it is not published. %s"
              .formatted(found.rows(), ofWhat, wanted.rows(), advice));
    }
    if (table.sumColumn().isEmpty() || wanted.sum().isEmpty()) {
      return;
    }
    if (found.sum().orElse(NOTHING).compareTo(wanted.sum().get()) != 0) {
      throw LabException.failed(
          ("The output's %s%s adds up to %,.2f where the input has %,.2f, so it is not published."
                  + " %s")
              .formatted(
                  table.sumColumn().get(),
                  ofWhat,
                  found.sum().orElse(NOTHING),
                  wanted.sum().get(),
                  advice));
    }
  }
}
