//SOURCES AmountBucket.java
//SOURCES CodedColumn.java
//SOURCES CompactedTransactions.java
//SOURCES CustomerJoin.java
//SOURCES DailySales.java
//SOURCES OutputLayout.java
//SOURCES Reuse.java
//SOURCES Steps.java
//SOURCES Transactions.java
//SOURCES ../project/FileTree.java
package sales;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import project.FileTree;

/**
 * {@code daily_sales} with any subset of its steps tuned, made of the same forms as {@code
 * job_baseline} and {@code job_optimized}: no step tuned is the one, all are the other.
 *
 * @param steps which are tuned
 * @param transactions folder of the fact table, the compacted one when that step is tuned
 * @param customers folder of the dimension
 */
public record SteppedDailySales(Steps steps, Path transactions, Path customers) {

  /** Runs it and writes the output into the existing folder {@code output}. */
  public void run(SparkSession spark, Path output) {
    Dataset<Row> read =
        steps.has(Step.PRUNING)
            ? Transactions.fromFolders(spark, transactions)
            : Transactions.inferred(spark, transactions);
    Dataset<Row> segments = spark.read().parquet(customers.toString());
    // Spark does not see names with an underscore, and nobody may find the copy in the output.
    Path aside = output.resolve("_checkpoint");
    try {
      write(
          steps.has(Step.CODES) ? coded(read, segments, aside) : plain(read, segments, aside),
          output);
    } finally {
      FileTree.delete(aside);
    }
  }

  private Dataset<Row> plain(Dataset<Row> read, Dataset<Row> segments, Path aside) {
    Column amount = col("amount");
    Column bucket =
        steps.has(Step.NATIVE) ? AmountBucket.expression(amount) : AmountBucket.opaqueUdf(amount);
    return totals(read.withColumn("bucket", bucket), segments, aside);
  }

  private Dataset<Row> coded(Dataset<Row> read, Dataset<Row> segments, Path aside) {
    Column amount = col("amount");
    CodedColumn segment = CodedColumn.of(segments, "segment");
    Dataset<Row> bucketed =
        steps.has(Step.NATIVE)
            ? read.withColumn("bucket", AmountBucket.code(amount))
            : AmountBucket.BUCKETS.encode(
                read.withColumn("bucket", AmountBucket.opaqueUdf(amount)));
    Dataset<Row> totals = totals(bucketed, segment.encode(segments), aside);
    return AmountBucket.BUCKETS.decode(segment.decode(totals));
  }

  private Dataset<Row> totals(Dataset<Row> bucketed, Dataset<Row> segments, Path aside) {
    return DailySales.totals(reused(join(bucketed, segments), aside));
  }

  private void write(Dataset<Row> totals, Path output) {
    if (steps.has(Step.OUTPUT)) {
      OutputLayout.partitionedByDate(totals, output);
    } else {
      OutputLayout.asComputed(totals, output);
    }
  }

  private Dataset<Row> join(Dataset<Row> bucketed, Dataset<Row> segments) {
    if (steps.has(Step.SALTING)) {
      return steps.has(Step.BROADCAST)
          ? CustomerJoin.saltedBroadcast(bucketed, segments)
          : CustomerJoin.SALTED.apply(bucketed, segments);
    }
    CustomerJoin join = steps.has(Step.BROADCAST) ? CustomerJoin.BROADCAST : CustomerJoin.SHUFFLED;
    return join.apply(bucketed, segments);
  }

  private Dataset<Row> reused(Dataset<Row> joined, Path aside) {
    Dataset<Row> rows = steps.has(Step.CACHE) ? Reuse.cached(joined) : joined;
    return steps.has(Step.CHECKPOINT) ? Reuse.checkpointed(rows, aside) : rows;
  }
}
