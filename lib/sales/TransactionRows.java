//SOURCES DatasetSpec.java
//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.MakeDecimal;

/**
 * The columns of {@code transactions} as expressions of (seed, row number). Each row draws two
 * 64-bit hashes and cuts them into independent ranges of bits. The upper half of the second one is
 * scaled to seconds of a day: the part above the binary point is the time, the part below it
 * decides about a missing amount. Everything is integer arithmetic, so no machine rounds
 * differently.
 */
final class TransactionRows {
  /** Changes whenever the same spec would give other rows. */
  static final int VERSION = 1;

  private static final long MILLION = 1_000_000;
  private static final int SECONDS_PER_DAY = 86_400;

  /** The largest amount, in cents: products of two uniform draws reach from 0.01 to 500.00. */
  private static final long MAX_CENTS = 50_000;

  /** Ids of customers that do not exist start this far above the last one that does. */
  private static final long ORPHAN_IDS = 1_000;

  private TransactionRows() {}

  /**
   * The first load of {@code spec}, with the columns id, customer_id, amount, event_ts and day.
   *
   * @param tasksPerDay how many partitions each day is split into; partition boundaries fall on day
   *     boundaries, so every task writes to one folder
   */
  static Dataset<Row> of(SparkSession spark, DatasetSpec spec, int tasksPerDay) {
    Dataset<Long> ids = spark.range(0, spec.rows(), 1, spec.days() * tasksPerDay);
    return of(ids.withColumn("day_index", dayIndex(spec)), spec);
  }

  /**
   * Transactions of one day that arrive after the first load, with the same columns. Their ids
   * follow those of the first load, and every day counts with a stride of its own: which rows they
   * are depends on their day and number, not on when they arrive or what else does.
   *
   * @param from number of the first one among the late ones of its day, from 0
   * @param count how many
   */
  static Dataset<Row> late(
      SparkSession spark, DatasetSpec spec, LocalDate day, long from, long count) {
    long index = ChronoUnit.DAYS.between(spec.firstDay(), day);
    Column id = col("id").multiply(lit(spec.days())).plus(lit(spec.rows() + index));
    return of(
        spark
            .range(from, from + count, 1, 1)
            .select(id.as("id"))
            .withColumn("day_index", lit((int) index)),
        spec);
  }

  /** The columns of rows of which id and day_index are known. */
  private static Dataset<Row> of(Dataset<Row> ids, DatasetSpec spec) {
    return ids.withColumn("h1", xxhash64(lit(spec.seed()), lit(1), col("id")))
        .withColumn("h2", xxhash64(lit(spec.seed()), lit(2), col("id")))
        .withColumn("scaled_time", expr("shiftrightunsigned(h2, 32) * " + SECONDS_PER_DAY))
        .select(
            col("id"),
            customerId(spec).as("customer_id"),
            amount(spec).as("amount"),
            eventTs(spec).as("event_ts"),
            date_add(lit(java.sql.Date.valueOf(spec.firstDay())), col("day_index")).as("day"));
  }

  /** Day d starts at row floor(d * rows / days), exactly where Spark's range starts partition d. */
  private static Column dayIndex(DatasetSpec spec) {
    return expr("cast(((id + 1) * %d - 1) div %d as int)".formatted(spec.days(), spec.rows()));
  }

  private static Column customerId(DatasetSpec spec) {
    Column draw = expr("(h1 & 4294967295) % " + MILLION);
    Column pick = expr("shiftrightunsigned(h1, 32)");
    long hot = Math.round(spec.hotShare() * MILLION);
    long orphans = Math.round(spec.dirtRate() * MILLION);
    return when(draw.lt(lit(hot)), lit(DatasetSpec.HOT_CUSTOMER))
        .when(
            draw.geq(lit(MILLION - orphans)), pick.mod(lit(ORPHAN_IDS)).plus(lit(spec.customers())))
        .otherwise(pick.mod(lit(spec.customers() - 1)).plus(lit(1L)));
  }

  /**
   * Many small amounts and a long tail: about 17 % below 20.00, 35 % from 20.00 and below 100.00.
   * The cents become a DECIMAL(8,2) by relabelling the long, which is what makes exact decimals as
   * cheap as integers.
   */
  private static Column amount(DatasetSpec spec) {
    Column cents =
        expr(
            "1 + shiftright((h2 & 65535) * (shiftrightunsigned(h2, 16) & 65535) * %d, 32)"
                .formatted(MAX_CENTS - 1));
    Column decimal = new Column(new MakeDecimal(cents.expr(), 8, 2, true));
    long missing = Math.round(spec.dirtRate() * MILLION);
    Column draw = expr("(scaled_time & 4294967295) % " + MILLION);
    return when(draw.geq(lit(missing)), decimal);
  }

  private static Column eventTs(DatasetSpec spec) {
    long start = spec.firstDay().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    return timestamp_seconds(
        expr(
            "%d + day_index * %d + shiftright(scaled_time, 32)".formatted(start, SECONDS_PER_DAY)));
  }
}
