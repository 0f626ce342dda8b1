//SOURCES DatasetSpec.java
//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The rows of {@code customers} as expressions of (seed, customer_id). */
final class CustomerRows {
  /** Customers signed up over the three years before the first transaction. */
  private static final int SIGN_UP_DAYS = 1_095;

  private CustomerRows() {}

  /** All customers of {@code spec}: customer_id, segment, signup_date. */
  static Dataset<Row> of(SparkSession spark, DatasetSpec spec) {
    return spark
        .range(0, spec.customers(), 1, 1)
        .withColumn("h", xxhash64(lit(spec.seed()), lit(3), col("id")))
        .select(
            col("id").as("customer_id"),
            element_at(
                    array(lit("consumer"), lit("small_business"), lit("enterprise"), lit("public")),
                    expr("cast((h & 65535) % 4 as int) + 1"))
                .as("segment"),
            date_sub(
                    lit(java.sql.Date.valueOf(spec.firstDay())),
                    expr(
                        "cast(shiftrightunsigned(h, 16) %% %d as int) + 1".formatted(SIGN_UP_DAYS)))
                .as("signup_date"));
  }
}
