//SOURCES ../spark/RowFingerprint.java
//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import spark.RowFingerprint;

/**
 * What stored transactions add up to, in one pass: enough to tell whether two copies hold the same
 * rows.
 *
 * @param hashSum sum of the rows' xxhash64, modulo 2^64
 * @param amountSum of all amounts, EUR
 */
record TransactionTotals(long rows, long hashSum, String amountSum) {

  /** Reads every row of {@code stored}, which has the columns of {@link Transactions#SCHEMA}. */
  static TransactionTotals of(Dataset<Row> stored) {
    Row totals =
        stored
            .agg(
                count(lit(1)),
                RowFingerprint.wrappingSum(
                    xxhash64(col("id"), col("customer_id"), col("amount"), col("event_ts"))),
                sum(col("amount")))
            .first();
    return new TransactionTotals(
        totals.getLong(0),
        totals.isNullAt(1) ? 0 : totals.getLong(1),
        String.valueOf(totals.get(2)));
  }
}
