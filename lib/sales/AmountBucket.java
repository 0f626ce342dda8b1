//SOURCES CodedColumn.java
//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Step "native": the bucket of an amount. Missing is unknown, below 20 low, below 100 mid, else
 * high.
 *
 * <p>The user's original has a Python UDF here, which sends every row to another process. A JVM
 * cannot show that cost honestly, so the naive form is an opaque Java UDF: cheaper than Python,
 * part of the generated code, and just as invisible to Catalyst, which knows nothing of its values.
 */
public final class AmountBucket {
  /** First amount that is no longer low, EUR. */
  static final BigDecimal MID_FROM = new BigDecimal("20");

  /** First amount that is no longer mid, EUR. */
  static final BigDecimal HIGH_FROM = new BigDecimal("100");

  /** All buckets. */
  static final CodedColumn BUCKETS =
      new CodedColumn("bucket", List.of("unknown", "low", "mid", "high"));

  private AmountBucket() {}

  /** Naive form: a function that Spark cannot look into. */
  public static Column opaqueUdf(Column amount) {
    return udf((UDF1<BigDecimal, String>) AmountBucket::of, DataTypes.StringType).apply(amount);
  }

  /**
   * Tuned form: an expression that Catalyst sees through. A missing amount has a CASE of its own,
   * so that Spark 3.5 pushes a filter on {@code unknown} to the scan; on the others it pushes none.
   */
  public static Column expression(Column amount) {
    return choice(amount, BUCKETS.values());
  }

  /** The same as a code of {@link #BUCKETS}, for step "codes". */
  static Column code(Column amount) {
    return choice(amount, List.of(1, 2, 3, 4));
  }

  private static Column choice(Column amount, List<?> unknownLowMidHigh) {
    Column known =
        when(amount.lt(lit(MID_FROM)), lit(unknownLowMidHigh.get(1)))
            .when(amount.lt(lit(HIGH_FROM)), lit(unknownLowMidHigh.get(2)))
            .otherwise(lit(unknownLowMidHigh.get(3)));
    return when(amount.isNull(), lit(unknownLowMidHigh.get(0))).otherwise(known);
  }

  static String of(BigDecimal amount) {
    if (amount == null) {
      return "unknown";
    }
    if (amount.compareTo(MID_FROM) < 0) {
      return "low";
    }
    return amount.compareTo(HIGH_FROM) < 0 ? "mid" : "high";
  }
}
