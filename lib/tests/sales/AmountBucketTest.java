//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../spark/LocalSession.java
//SOURCES ../../sales/AmountBucket.java
package tests.sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sales.AmountBucket;
import tests.spark.LocalSession;

@Tag("spark")
class AmountBucketTest {
  private static final Dataset<Row> AMOUNTS =
      LocalSession.open()
          .sql(
              "select cast(amount as decimal(8,2)) as amount, bucket from values"
                  + " (null, 'unknown'), ('0.01', 'low'), ('19.99', 'low'), ('20.00', 'mid'),"
                  + " ('99.99', 'mid'), ('100.00', 'high'), ('500.00', 'high')"
                  + " as t(amount, bucket)");

  static List<Row> wrong(Column bucket) {
    return AMOUNTS
        .withColumn("found", bucket)
        .where(col("found").eqNullSafe(col("bucket")).unary_$bang())
        .collectAsList();
  }

  @Test
  void bothFormsFillTheBucketsByTheirDefinition() {
    assertEquals(List.of(), wrong(AmountBucket.opaqueUdf(col("amount"))));
    assertEquals(List.of(), wrong(AmountBucket.expression(col("amount"))));
  }

  @Test
  void bothFormsAgreeOnEveryAmountThereIs() {
    Dataset<Row> every =
        LocalSession.open()
            .range(0, 50_001)
            .select(expr("cast(id / 100 as decimal(8,2)) as amount"));
    assertEquals(50_001, every.distinct().count());
    assertEquals(
        0,
        every
            .where(
                AmountBucket.opaqueUdf(col("amount"))
                    .notEqual(AmountBucket.expression(col("amount"))))
            .count());
  }

  @Test
  void sparkSeesThroughTheExpressionOnly() {
    Column amount = col("amount");
    String naive = AMOUNTS.select(AmountBucket.opaqueUdf(amount)).queryExecution().toString();
    String tuned = AMOUNTS.select(AmountBucket.expression(amount)).queryExecution().toString();
    assertTrue(naive.contains("UDF("), naive);
    assertTrue(tuned.contains("CASE WHEN") && !tuned.contains("UDF("), tuned);
  }
}
