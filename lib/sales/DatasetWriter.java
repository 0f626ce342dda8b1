//SOURCES TransactionRows.java
//SOURCES CustomerRows.java
//SOURCES RawData.java
//SOURCES TransactionTotals.java
//SOURCES Transactions.java
//SOURCES FolderSize.java
//SOURCES ../project/FileTree.java
//SOURCES ../project/Publication.java
package sales;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import project.FileTree;
import project.LabException;
import project.Publication;
import spark.RowFingerprint;

/** Writes the generated tables and publishes them together. */
public final class DatasetWriter {
  private DatasetWriter() {}

  /**
   * Generates {@code spec} into {@code folder}, replacing what is there once the new data are
   * complete and checked.
   *
   * <p>When writing fails, the session is stopped and nothing is left behind.
   *
   * @throws LabException when the folder cannot be written or the rows on disk are not those asked
   *     for
   */
  public static RawData write(SparkSession spark, DatasetSpec spec, Path folder) {
    try (Publication publication = Publication.of(folder)) {
      writeInto(publication.staging(), spark, spec);
      publication.publish();
      return RawData.describe(folder);
    }
  }

  /**
   * Adds to {@code data} the transactions that have to arrive late until they are those of {@code
   * spec}. The new version of the folder has the old one's files, as hard links, and one more for
   * each day to which something was added.
   *
   * @param data which {@code spec} asks more of, and nothing else
   */
  public static RawData addLate(SparkSession spark, RawData data, DatasetSpec spec) {
    try (Publication publication = Publication.of(data.folder())) {
      Path staging = publication.staging();
      Path before = data.folder().toRealPath();
      FileTree.link(RawData.customersIn(before), RawData.customersIn(staging));
      FileTree.link(RawData.transactionsIn(before), RawData.transactionsIn(staging));
      finish(spark, () -> writeLate(spark, data.spec(), spec, staging), spec, staging);
      publication.publish();
      return RawData.describe(data.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeInto(Path staging, SparkSession spark, DatasetSpec spec) {
    finish(
        spark,
        () -> {
          CustomerRows.of(spark, spec)
              .write()
              .mode(SaveMode.Append)
              .parquet(RawData.customersIn(staging).toString());
          writeTransactions(spark, spec, RawData.transactionsIn(staging));
          writeLate(spark, spec.withLate(Map.of()), spec, staging);
        },
        spec,
        staging);
  }

  private static void finish(SparkSession spark, Runnable write, DatasetSpec spec, Path staging) {
    try {
      write.run();
      check(spark, spec, staging).save();
    } catch (RuntimeException e) {
      // Other tasks may be writing still, and would write into the folder while it is removed.
      spark.stop();
      throw e;
    }
  }

  private static void writeLate(
      SparkSession spark, DatasetSpec before, DatasetSpec after, Path staging) {
    before
        .missingFor(after)
        .forEach(
            (day, count) ->
                TransactionRows.late(spark, after, day, before.late().getOrDefault(day, 0L), count)
                    .write()
                    .mode(SaveMode.Append)
                    .partitionBy("day")
                    .parquet(RawData.transactionsIn(staging).toString()));
  }

  /**
   * One task writes all files of its share of one day: a task that writes 120 files is several
   * times cheaper than 120 tasks of one file.
   */
  private static void writeTransactions(SparkSession spark, DatasetSpec spec, Path target) {
    int tasksPerDay = tasksPerDay(spark.sparkContext().defaultParallelism(), spec);
    TransactionRows.of(spark, spec, tasksPerDay)
        .write()
        .mode(SaveMode.Append)
        .option("maxRecordsPerFile", spec.rowsPerFile())
        .partitionBy("day")
        .parquet(target.toString());
  }

  /**
   * About two tasks for every core, each with the same number of whole files to write: only a
   * divisor of filesPerDay gives each day exactly that many files.
   */
  private static int tasksPerDay(int cores, DatasetSpec spec) {
    int tasks = Math.min((2 * cores + spec.days() - 1) / spec.days(), spec.filesPerDay());
    while (spec.filesPerDay() % tasks != 0) {
      tasks--;
    }
    return tasks;
  }

  /** Reads the files back: the fingerprint describes what is on disk, not what was meant. */
  private static RawData check(SparkSession spark, DatasetSpec spec, Path staging) {
    Dataset<Row> stored = Transactions.withSchema(spark, RawData.transactionsIn(staging));
    SortedMap<LocalDate, TransactionTotals> days = TransactionTotals.byDay(stored);
    TransactionTotals totals =
        days.values().stream().reduce(TransactionTotals.NONE, TransactionTotals::plus);
    if (totals.rows() != spec.allRows()) {
      throw LabException.failed(
          "Generated %,d transactions where %,d were asked for; nothing was published"
              .formatted(totals.rows(), spec.allRows()));
    }
    String customers =
        RowFingerprint.of(spark.read().parquet(RawData.customersIn(staging).toString())).digits();
    FolderSize size = FolderSize.of(RawData.transactionsIn(staging));
    return new RawData(
        staging,
        spec,
        TransactionRows.VERSION,
        both(totals.fingerprint().digits(), customers),
        totals.amountSum().toPlainString(),
        totals.hashSum(),
        size.files(),
        size.bytes(),
        customers,
        perDay(days));
  }

  private static String both(String transactions, String customers) {
    return "%016x"
        .formatted(
            Long.parseUnsignedLong(transactions, 16) * 31 + Long.parseUnsignedLong(customers, 16));
  }

  private static SortedMap<LocalDate, DayRows> perDay(Map<LocalDate, TransactionTotals> totals) {
    TreeMap<LocalDate, DayRows> days = new TreeMap<>();
    totals.forEach(
        (day, t) -> days.put(day, new DayRows(t.rows(), t.amountSum(), t.fingerprint().digits())));
    return days;
  }
}
