//SOURCES Transactions.java
//SOURCES ../spark/RowFingerprint.java
//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import spark.RowFingerprint;

/**
 * What stored transactions add up to, in one pass: enough to tell whether two copies hold the same
 * rows.
 *
 * @param hashSum sum of the rows' xxhash64, modulo 2^64
 * @param amountSum of all amounts, EUR; a missing amount adds nothing
 */
record TransactionTotals(long rows, long hashSum, BigDecimal amountSum) {
  /** Of no transactions. */
  static final TransactionTotals NONE = new TransactionTotals(0, 0, BigDecimal.ZERO.setScale(2));

  private static final Column ROWS = count(lit(1));
  private static final Column HASH_SUM =
      RowFingerprint.wrappingSum(
          xxhash64(col("id"), col("customer_id"), col("amount"), col("event_ts")));
  private static final Column AMOUNT_SUM = sum(col("amount"));

  /** Reads every row of {@code stored}, which has the columns of {@link Transactions#SCHEMA}. */
  static TransactionTotals of(Dataset<Row> stored) {
    return of(stored.agg(ROWS, HASH_SUM, AMOUNT_SUM).first(), 0);
  }

  /** The same for each {@code day}, in one pass. */
  static SortedMap<LocalDate, TransactionTotals> byDay(Dataset<Row> stored) {
    SortedMap<LocalDate, TransactionTotals> days = new TreeMap<>();
    for (Row day : stored.groupBy("day").agg(ROWS, HASH_SUM, AMOUNT_SUM).collectAsList()) {
      days.put(day.getDate(0).toLocalDate(), of(day, 1));
    }
    return days;
  }

  private static TransactionTotals of(Row totals, int at) {
    return new TransactionTotals(
        totals.getLong(at),
        totals.isNullAt(at + 1) ? 0 : totals.getLong(at + 1),
        totals.isNullAt(at + 2) ? NONE.amountSum : totals.getDecimal(at + 2));
  }

  TransactionTotals plus(TransactionTotals other) {
    return new TransactionTotals(
        rows + other.rows, hashSum + other.hashSum, amountSum.add(other.amountSum));
  }

  /** Of transactions with these totals, whatever their order and files. */
  RowFingerprint fingerprint() {
    return new RowFingerprint(rows, hashSum, RowFingerprint.describe(Transactions.SCHEMA));
  }
}
