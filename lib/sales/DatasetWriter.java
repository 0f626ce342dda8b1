//SOURCES TransactionRows.java
//SOURCES CustomerRows.java
//SOURCES RawData.java
//SOURCES Transactions.java
//SOURCES FolderSize.java
//SOURCES ../project/Publication.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
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

  private static void writeInto(Path staging, SparkSession spark, DatasetSpec spec) {
    try {
      CustomerRows.of(spark, spec)
          .write()
          .mode(SaveMode.Append)
          .parquet(RawData.customersIn(staging).toString());
      writeTransactions(spark, spec, RawData.transactionsIn(staging));
      check(spark, spec, staging).save();
    } catch (RuntimeException e) {
      // Other tasks may be writing still, and would write into the folder while it is removed.
      spark.stop();
      throw e;
    }
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
    Row totals =
        stored
            .agg(
                count(lit(1)),
                RowFingerprint.wrappingSum(
                    xxhash64(col("id"), col("customer_id"), col("amount"), col("event_ts"))),
                sum(col("amount")))
            .first();
    if (totals.getLong(0) != spec.rows()) {
      throw LabException.failed(
          "Generated %,d transactions where %,d were asked for; nothing was published"
              .formatted(totals.getLong(0), spec.rows()));
    }
    RowFingerprint transactions =
        new RowFingerprint(
            totals.getLong(0), totals.getLong(1), RowFingerprint.describe(Transactions.SCHEMA));
    RowFingerprint customers =
        RowFingerprint.of(spark.read().parquet(RawData.customersIn(staging).toString()));
    FolderSize size = FolderSize.of(RawData.transactionsIn(staging));
    String both =
        "%016x"
            .formatted(
                Long.parseUnsignedLong(transactions.digits(), 16) * 31
                    + Long.parseUnsignedLong(customers.digits(), 16));
    return new RawData(
        staging,
        spec,
        TransactionRows.VERSION,
        both,
        String.valueOf(totals.get(2)),
        totals.getLong(1),
        size.files(),
        size.bytes());
  }
}
