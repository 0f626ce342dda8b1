//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Step "input": how the transactions are read. Both forms give customer_id, amount, event_date and
 * the id that salting needs; Catalyst drops what a job does not use.
 */
public final class Transactions {
  /** The columns stored in the files; {@code day} is the folder's name. */
  public static final StructType SCHEMA =
      new StructType()
          .add("id", DataTypes.LongType)
          .add("customer_id", DataTypes.LongType)
          .add("amount", DataTypes.createDecimalType(8, 2))
          .add("event_ts", DataTypes.TimestampType);

  private Transactions() {}

  /**
   * Naive form: let Spark look for the schema in the files, and compute the date of every row from
   * its timestamp.
   */
  public static Dataset<Row> inferred(SparkSession spark, Path folder) {
    return spark
        .read()
        .parquet(folder.toString())
        .select(
            col("id"),
            col("customer_id"),
            col("amount"),
            to_date(col("event_ts")).as("event_date"));
  }

  /**
   * Tuned form: the schema is given, and the date comes from the folder's name, so that the
   * timestamp column is never read. The generator guarantees that both dates are the same; parity
   * proves it.
   */
  public static Dataset<Row> fromFolders(SparkSession spark, Path folder) {
    return withSchema(spark, folder)
        .select(col("id"), col("customer_id"), col("amount"), col("day").as("event_date"));
  }

  /** Every column, with a given schema. */
  public static Dataset<Row> withSchema(SparkSession spark, Path folder) {
    return spark.read().schema(SCHEMA.add("day", DataTypes.DateType)).parquet(folder.toString());
  }
}
