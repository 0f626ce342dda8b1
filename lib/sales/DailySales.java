//SOURCES ../spark/TableSpec.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import spark.TableSpec;

/** The model {@code daily_sales}: its output, and the aggregate that both forms share. */
public final class DailySales {
  /** The columns of the output. */
  private static final StructType SCHEMA =
      new StructType()
          .add("event_date", DataTypes.DateType)
          .add("segment", DataTypes.StringType)
          .add("bucket", DataTypes.StringType)
          .add("tx_count", DataTypes.LongType)
          .add("revenue", DataTypes.createDecimalType(18, 2));

  /** What makes a row of the output unique. */
  private static final List<String> KEY = List.of("event_date", "segment", "bucket");

  /** The output: its name as in {@code ops/models_registry.csv}, its columns and its key. */
  public static final TableSpec TABLE =
      new TableSpec(
          "silver", "daily_sales", SCHEMA, KEY, Optional.of("tx_count"), Optional.of("revenue"));

  private DailySales() {}

  /**
   * Transactions and revenue per event_date, segment and bucket. A sum of DECIMAL(8,2) is exact in
   * any order, so the outputs of two plans can be compared for equality.
   */
  public static Dataset<Row> totals(Dataset<Row> joined) {
    return joined
        .groupBy(KEY.stream().map(c -> col(c)).toArray(Column[]::new))
        .agg(count(lit(1)).as("tx_count"), sum(col("amount")).as("revenue"));
  }
}
