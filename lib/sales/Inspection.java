//SOURCES InspectOptions.java
//SOURCES InspectionText.java
//SOURCES ParquetFolder.java
//SOURCES RawData.java
//SOURCES TableSample.java
//SOURCES TopKeys.java
//SOURCES TransactionCounts.java
//SOURCES Transactions.java
//SOURCES ../spark/Failures.java
//SOURCES ../spark/SessionSpec.java
//SOURCES ../spark/Sessions.java
//SOURCES ../project/Workspace.java
package sales;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Workspace;
import spark.Failures;
import spark.SessionSpec;
import spark.Sessions;

/**
 * The command {@code inspect}: what is in the raw data. The footers of all files are read first,
 * which finds damaged ones by name and needs no Spark; then one pass over the transactions counts
 * everything else.
 *
 * @param text the findings, for a terminal
 * @param topKeys the largest keys, for files
 */
public record Inspection(String text, TopKeys topKeys) {

  /** As many shuffle partitions as the keys of millions of customers need. */
  private static final Map<String, String> SETTINGS = Map.of("spark.sql.shuffle.partitions", "16");

  /**
   * Inspects {@code data/raw} of {@code workspace}; progress goes to stderr.
   *
   * @throws LabException when there are no data, they were changed, or a file cannot be read
   */
  public static Inspection of(InspectOptions options, Workspace workspace) {
    options.check();
    RawData described = RawData.describe(workspace.raw());
    String remake = RawData.remakeIn(workspace.raw());
    try {
      System.err.printf("Reading the Parquet footers (%,d) ...%n", described.files());
      ParquetFolder transactions =
          ParquetFolder.read(
              described.transactions(), List.of(Transactions.SCHEMA.fieldNames()), remake);
      ParquetFolder customers =
          ParquetFolder.read(described.customers(), List.of("customer_id", "segment"), remake);
      RawData data = RawData.open(workspace.raw());
      return count(options, workspace, data, transactions, customers);
    } catch (Exception e) {
      throw Failures.explain(e, remake);
    }
  }

  private static Inspection count(
      InspectOptions options,
      Workspace workspace,
      RawData data,
      ParquetFolder transactionFiles,
      ParquetFolder customerFiles) {
    SessionSpec session =
        SessionSpec.local("inspect", options.cores.master()).overlay("optimized").with(SETTINGS);
    System.err.printf("Counting the keys of %,d transactions ...%n", data.rows());
    try (SparkSession spark = Sessions.open(session)) {
      Dataset<Row> transactions = Transactions.withSchema(spark, data.transactions());
      Dataset<Row> customers = spark.read().parquet(data.customers().toString());
      TransactionCounts counts =
          TransactionCounts.of(transactions.drop("day"), customers, options.top);
      TopKeys topKeys = new TopKeys(counts, data.fingerprint());
      InspectionText text =
          new InspectionText(
              sample(workspace, data.transactions(), transactions, counts.nulls()),
              sample(workspace, data.customers(), customers, TableSample.nulls(customers)),
              transactionFiles,
              customerFiles,
              topKeys,
              data.spec());
      return new Inspection(text.toString(), topKeys);
    }
  }

  private static TableSample sample(
      Workspace workspace, Path folder, Dataset<Row> table, Map<String, Long> nulls) {
    return TableSample.of(workspace.fromHere(folder), table, nulls);
  }
}
