//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Step "output": how the result is laid out in files. */
public final class OutputLayout {
  private OutputLayout() {}

  /** Naive form: a file for every shuffle partition that has rows, in one folder. */
  public static void asComputed(Dataset<Row> output, Path folder) {
    output.write().mode(SaveMode.Append).parquet(folder.toString());
  }

  /** Tuned form: one folder for each event_date, one file in it; a filter on the date reads one. */
  public static void partitionedByDate(Dataset<Row> output, Path folder) {
    output
        .repartition(col("event_date"))
        .write()
        .mode(SaveMode.Append)
        .partitionBy("event_date")
        .parquet(folder.toString());
  }
}
