//SOURCES KeyCount.java
//SOURCES KeySkew.java
//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one pass over the transactions tells: it counts rows and values per key, and everything here
 * is a sum over those keys.
 *
 * @param nulls rows without a value, by column in the order of the schema
 * @param orphans rows whose customer_id is not in customers
 * @param orphanKeys different ids among them
 * @param skew of customer_id
 * @param top the keys with the most rows, largest first
 * @param hotKeys how many keys are hot
 */
record TransactionCounts(
    Map<String, Long> nulls,
    long orphans,
    long orphanKeys,
    KeySkew skew,
    List<KeyCount> top,
    long hotKeys) {

  /** No more keys than this can have 1 % of the rows each. */
  private static final int MOST_HOT_KEYS = 100;

  private static final String KEY = "customer_id";

  /** Counts; {@code limit} keys are kept by name. */
  static TransactionCounts of(Dataset<Row> transactions, Dataset<Row> customers, int limit) {
    String[] columns = transactions.columns();
    Dataset<Row> keys = perKey(transactions, customers).persist();
    try {
      Row sums = totals(keys, columns);
      long rows = sums.getAs("rows");
      KeySkew skew =
          new KeySkew(rows, sums.getAs("keys"), sums.getAs("median"), sums.getAs("mean"));
      List<KeyCount> largest = largest(keys, Math.max(limit, MOST_HOT_KEYS));
      return new TransactionCounts(
          nulls(columns, rows, sums),
          sums.getAs("orphans"),
          sums.getAs("orphan_keys"),
          skew,
          largest.stream().limit(limit).toList(),
          largest.stream().filter(k -> skew.isHot(k.rows())).count());
    } finally {
      keys.unpersist();
    }
  }

  private static Dataset<Row> perKey(Dataset<Row> transactions, Dataset<Row> customers) {
    Column[] values =
        Arrays.stream(transactions.columns())
            .map(c -> count(col(c)).as("values_" + c))
            .toArray(Column[]::new);
    Dataset<Row> known = customers.select(KEY).distinct().withColumn("exists", lit(true));
    return transactions
        .groupBy(KEY)
        .agg(count(lit(1)).as("rows"), values)
        .join(known, new String[] {KEY}, "left")
        .withColumn("exists", coalesce(col("exists"), lit(false)));
  }

  private static Row totals(Dataset<Row> keys, String... columns) {
    Column rows = col("rows");
    Column orphan = col(KEY).isNotNull().and(col("exists").equalTo(lit(false)));
    Column known = when(col("exists"), rows);
    Column[] more =
        Stream.concat(
                Stream.of(
                    count(known).as("keys"),
                    coalesce(expr("percentile(if(exists, rows, null), 0.5)"), lit(0d)).as("median"),
                    coalesce(avg(known), lit(0d)).as("mean"),
                    coalesce(sum(when(orphan, rows)), lit(0L)).as("orphans"),
                    count(when(orphan, rows)).as("orphan_keys")),
                Arrays.stream(columns).map(c -> sum("values_" + c).as("values_" + c)))
            .toArray(Column[]::new);
    return keys.agg(sum(rows).as("rows"), more).first();
  }

  private static Map<String, Long> nulls(String[] columns, long rows, Row sums) {
    Map<String, Long> nulls = new LinkedHashMap<>();
    for (String column : columns) {
      nulls.put(column, rows - sums.<Long>getAs("values_" + column));
    }
    return nulls;
  }

  private static List<KeyCount> largest(Dataset<Row> keys, int limit) {
    return keys
        .select(KEY, "rows", "exists")
        .orderBy(col("rows").desc(), col(KEY))
        .limit(limit)
        .collectAsList()
        .stream()
        .map(r -> new KeyCount(r.isNullAt(0) ? null : r.getLong(0), r.getLong(1), r.getBoolean(2)))
        .toList();
  }
}
