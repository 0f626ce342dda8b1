//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../spark/LocalSession.java
//SOURCES ../../sales/CustomerJoin.java
//SOURCES ../../sales/DailySales.java
//SOURCES ../../spark/OutputParity.java
package tests.sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.ParityCheck;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sales.CustomerJoin;
import sales.DailySales;
import spark.OutputParity;
import spark.RowFingerprint;
import spark.TableSpec;
import tests.spark.LocalSession;

/** 1,000 transactions of 20 customers: 600 of the hot one, 20 of nobody. */
@Tag("spark")
class CustomerJoinTest {
  private static final int HOT = 600;
  private static final int ORPHANS = 20;
  private static final int REGULAR = 380;
  private static final SparkSession FEW = LocalSession.naive(2);
  private static final SparkSession MANY = LocalSession.naive(32);

  private static Dataset<Row> customers(SparkSession spark) {
    return spark
        .range(20)
        .select(
            col("id").as("customer_id"),
            expr("if(id % 2 = 0, 'consumer', 'public')").as("segment"),
            expr("date'2024-01-01'").as("signup_date"));
  }

  private static Dataset<Row> transactions(SparkSession spark) {
    return spark
        .range(0, 1_000, 1, 4)
        .select(
            col("id"),
            when(col("id").lt(HOT), lit(0L))
                .when(col("id").geq(1_000 - ORPHANS), lit(999L))
                .otherwise(col("id").mod(19).plus(1))
                .as("customer_id"),
            expr("cast(id / 100 as decimal(8,2))").as("amount"),
            expr("date'2025-10-01'").as("event_date"),
            lit("low").as("bucket"));
  }

  private static Dataset<Row> joined(CustomerJoin form) {
    return joined(form, FEW);
  }

  private static Dataset<Row> joined(CustomerJoin form, SparkSession spark) {
    return form.apply(transactions(spark), customers(spark))
        .select("id", "customer_id", "amount", "event_date", "bucket", "segment");
  }

  /** Rows of one customer in each partition of the joined table. */
  private static List<Long> rowsPerPartition(CustomerJoin form, long customer) {
    return joined(form, MANY)
        .withColumn("partition", spark_partition_id())
        .where(col("customer_id").equalTo(customer))
        .groupBy("partition")
        .count()
        .orderBy("partition")
        .collectAsList()
        .stream()
        .map(row -> row.getLong(1))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyTransactionIsThereOnceWithItsSegment(CustomerJoin form) {
    Dataset<Row> joined = joined(form);
    assertEquals(1_000, joined.count());
    assertEquals(1_000, joined.select("id").distinct().count());
    assertEquals(
        0,
        joined
            .where("customer_id < 20")
            .where("segment is null or (segment = 'consumer') <> (customer_id % 2 = 0)")
            .count());
  }

  @ParameterizedTest
  @EnumSource
  void aTransactionOfNobodyKeepsANullSegment(CustomerJoin form) {
    assertEquals(ORPHANS, joined(form).where("segment is null").count());
  }

  @Test
  void allFormsGiveTheSameRows() {
    RowFingerprint shuffled = RowFingerprint.of(joined(CustomerJoin.SHUFFLED));
    assertEquals(shuffled, RowFingerprint.of(joined(CustomerJoin.BROADCAST)));
    assertEquals(shuffled, RowFingerprint.of(joined(CustomerJoin.SALTED)));
  }

  @ParameterizedTest
  @EnumSource
  void aHotKeyThatIsNoCustomerIsLikeAnyOther(CustomerJoin form) {
    Dataset<Row> joined = form.apply(transactions(FEW), customers(FEW).where("customer_id <> 0"));
    assertEquals(1_000, joined.count());
    assertEquals(HOT + ORPHANS, joined.where("segment is null").count());
  }

  @Test
  void shuffledTheHotKeyIsOneTasksBurden() {
    assertEquals(List.of((long) HOT), rowsPerPartition(CustomerJoin.SHUFFLED, 0));
  }

  @Test
  void saltedTheHotKeyIsSpreadAndTheOthersAreNot() {
    List<Long> rows = rowsPerPartition(CustomerJoin.SALTED, 0);
    assertEquals(HOT, rows.stream().mapToLong(n -> n).sum());
    assertTrue(rows.size() > CustomerJoin.SALT_N / 2, rows.toString());
    assertTrue(rows.size() <= CustomerJoin.SALT_N, rows.toString());
    assertTrue(rows.stream().allMatch(n -> n < HOT / 4), rows.toString());
    assertEquals(List.of(20L), rowsPerPartition(CustomerJoin.SALTED, 1));
  }

  /** A retried task must send every row where it was sent before. */
  @Test
  void saltedTwiceTheRowsGoToTheSamePlaces() {
    assertEquals(
        rowsPerPartition(CustomerJoin.SALTED, 0), rowsPerPartition(CustomerJoin.SALTED, 0));
  }

  @Test
  void broadcastTheTransactionsAreNotShuffled() {
    String plan = joined(CustomerJoin.BROADCAST).queryExecution().executedPlan().toString();
    assertTrue(plan.contains("BroadcastHashJoin"), plan);
    assertFalse(plan.contains("Exchange hashpartitioning"), plan);
    String naive = joined(CustomerJoin.SHUFFLED).queryExecution().executedPlan().toString();
    assertTrue(naive.contains("SortMergeJoin"), naive);
  }

  /**
   * The well-known mistake: all customers are replicated, for every salt, but only the rows of the
   * hot one carry a salt; every other row meets all copies of its customer.
   */
  private static Dataset<Row> saltedWrongly() {
    Dataset<Row> copies =
        customers(FEW)
            .select("customer_id", "segment")
            .withColumn("salt", explode(sequence(lit(0), lit(CustomerJoin.SALT_N - 1))));
    Dataset<Row> salted =
        transactions(FEW)
            .withColumn(
                "row_salt",
                when(
                    col("customer_id").equalTo(0),
                    pmod(xxhash64(col("id")), lit(CustomerJoin.SALT_N)).cast("int")));
    return salted
        .join(
            copies.withColumnRenamed("customer_id", "copy_of"),
            expr("customer_id = copy_of and (row_salt is null or row_salt = salt)"),
            "left")
        .drop("copy_of", "salt", "row_salt");
  }

  @Test
  void theSaltingMistakeIsCaughtAndShown() {
    TableSpec table = DailySales.TABLE;
    Map<String, ParityCheck> checks =
        OutputParity.checks(
                table,
                DailySales.totals(joined(CustomerJoin.SHUFFLED)),
                DailySales.totals(saltedWrongly()))
            .stream()
            .collect(Collectors.toMap(ParityCheck::name, Function.identity()));

    assertTrue(checks.get("schema").equal());
    assertTrue(checks.get("rows").equal(), "the groups are the same, so it is overlooked");
    ParityCheck counts = checks.get("sum(tx_count)");
    assertFalse(counts.equal());
    assertEquals("1000", counts.left());
    assertEquals("" + (HOT + ORPHANS + CustomerJoin.SALT_N * REGULAR), counts.right());
    ParityCheck rows = checks.get("rows only on this side");
    assertFalse(rows.equal());
    assertEquals("2", rows.right(), "the orphans, which have no copies, are right");
    assertTrue(rows.detail().contains("left: [2025-10-01,consumer,low,"), rows.detail());
    assertTrue(rows.detail().contains("; right: [2025-10-01,consumer,low,"), rows.detail());
    assertFalse(checks.get("sum(revenue)").equal());
  }

  @Test
  void saltedRightlyItIsIdentical() {
    List<ParityCheck> checks =
        OutputParity.checks(
            DailySales.TABLE,
            DailySales.totals(joined(CustomerJoin.SHUFFLED)),
            DailySales.totals(joined(CustomerJoin.SALTED)));
    assertTrue(checks.stream().allMatch(ParityCheck::equal), checks.toString());
  }
}
