//SOURCES Sessions.java
//SOURCES RowFingerprint.java
package spark;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Touches the parts of Spark that the lab's jobs use, so that a JVM started with {@code
 * -XX:DumpLoadedClassList} lists their classes: Parquet in and out, both joins, a UDF, decimals, a
 * partitioned write, with and without adaptive execution.
 */
public final class ClassLoadingTour {
  private ClassLoadingTour() {}

  /**
   * Runs the tour.
   *
   * @param args an empty or missing folder for scratch files
   */
  public static void main(String[] args) {
    for (String overlay : new String[] {"baseline", "optimized"}) {
      SparkSession spark = Sessions.open(SessionSpec.local("tour", "local[2]").overlay(overlay));
      visit(spark, args[0] + "/" + overlay, overlay.equals("optimized"));
      spark.stop();
    }
  }

  private static void visit(SparkSession spark, String folder, boolean tuned) {
    Dataset<Row> numbers =
        spark
            .range(0, 1000, 1, 2)
            .select(
                col("id"),
                col("id").mod(lit(7)).as("key"),
                col("id").cast("decimal(8,2)").as("amount"),
                col("id").cast("timestamp").as("ts"))
            .withColumn("day", to_date(col("ts")));
    numbers.write().partitionBy("day").parquet(folder + "/facts");
    spark.range(7).withColumn("name", lit("x")).write().parquet(folder + "/names");
    Dataset<Row> names = spark.read().parquet(folder + "/names").withColumnRenamed("id", "key");
    Dataset<Row> joined =
        spark
            .read()
            .parquet(folder + "/facts")
            .withColumn("bucket", tuned ? when(col("amount").lt(5), "a").otherwise("b") : opaque())
            .join(tuned ? broadcast(names) : names, new String[] {"key"}, "left");
    joined
        .groupBy("day", "name", "bucket")
        .agg(count(lit(1)), sum("amount").as("total"))
        .repartition(col("day"))
        .write()
        .partitionBy("day")
        .parquet(folder + "/out");
    RowFingerprint.of(spark.read().parquet(folder + "/out"));
  }

  private static org.apache.spark.sql.Column opaque() {
    UDF1<java.math.BigDecimal, String> sign = x -> x == null ? "null" : "some";
    return udf(sign, DataTypes.StringType).apply(col("amount"));
  }
}
