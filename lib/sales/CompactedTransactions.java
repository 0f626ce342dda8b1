//SOURCES RawData.java
//SOURCES TransactionTotals.java
//SOURCES Transactions.java
//SOURCES ../spark/TableSpec.java
//SOURCES ../project/LabException.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import project.LabException;
import spark.TableSpec;

/**
 * Step "compacted": the many small files of the input rewritten as a few large ones, in the same
 * folders by day, with the rows of a file in the order of their customer. Its price is paid once
 * for each load of data; every later read is cheaper.
 *
 * <p>The order is what a lakehouse calls clustering. Neighbouring rows look up the same customer in
 * a broadcast table, which the processor then has at hand: in any other order each of the lookups
 * waits for memory.
 */
public final class CompactedTransactions {
  /** The name of the only variant. */
  public static final String VARIANT = "compacted";

  /** The same rows as the raw transactions. */
  public static final TableSpec TABLE =
      new TableSpec(
          "bronze",
          "transactions",
          Transactions.SCHEMA.add("day", DataTypes.DateType),
          List.of("id"),
          Optional.empty());

  private CompactedTransactions() {}

  /**
   * Writes the compacted copy and compares it with the source by the number and the hash sum of its
   * rows, and their folders with their dates: a copy that lost, changed or moved a row would make
   * every later job wrong. No row crosses the network: a task reads a share of one day's files and
   * writes one.
   *
   * @param output the existing folder to write into
   * @throws LabException when the rows written are not those of the source, or not in their folder
   */
  public static void write(SparkSession spark, RawData raw, Path output) throws IOException {
    int filesPerDay = filesPerDay(spark.sparkContext().defaultParallelism(), raw.spec().days());
    days(raw.transactions())
        .map(day -> day(spark, raw.transactions(), day, filesPerDay))
        .reduce(Dataset::union)
        .orElseThrow()
        .write()
        .mode(SaveMode.Append)
        .partitionBy("day")
        .parquet(output.toString());
    Dataset<Row> copy = Transactions.withSchema(spark, output);
    check(raw, TransactionTotals.of(copy));
    checkFolders(raw, copy.where(col("day").notEqual(to_date(col("event_ts")))).count());
  }

  /** Enough files that every core has work, even for the last day. */
  private static int filesPerDay(int cores, int days) {
    return Math.max(1, (2 * cores + days - 1) / days);
  }

  private static Stream<Path> days(Path transactions) throws IOException {
    try (Stream<Path> folders = Files.list(transactions)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  private static Dataset<Row> day(SparkSession spark, Path transactions, Path day, int files) {
    return spark
        .read()
        .schema(TABLE.schema())
        .option("basePath", transactions.toString())
        .parquet(day.toString())
        .coalesce(files)
        .sortWithinPartitions("customer_id");
  }

  private static void checkFolders(RawData raw, long misplaced) {
    if (misplaced > 0) {
      throw LabException.failed(
          "%,d rows of the compacted copy lie in the folder of another day, so it is not published. %s"
              .formatted(misplaced, RawData.remakeIn(raw.folder())));
    }
  }

  private static void check(RawData raw, TransactionTotals found) {
    if (found.rows() != raw.rows() || found.hashSum() != raw.hashSum()) {
      throw LabException.failed(
          ("The compacted copy has %,d rows (hash sum %016x) where the source has %,d (%016x), so"
                  + " it is not published. %s")
              .formatted(
                  found.rows(),
                  found.hashSum(),
                  raw.rows(),
                  raw.hashSum(),
                  RawData.remakeIn(raw.folder())));
    }
  }
}
