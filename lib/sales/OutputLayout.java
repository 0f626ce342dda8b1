//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** Step "output": how the result is laid out in files. */
public final class OutputLayout {
  /** The column that the folders of the tuned form are named after. */
  public static final String DATE = "event_date";

  private OutputLayout() {}

  /** Naive form: a file for every shuffle partition that has rows, in one folder. */
  public static void asComputed(Dataset<Row> output, Path folder) {
    output.write().mode(SaveMode.Append).parquet(folder.toString());
  }

  /** Tuned form: one folder for each event_date, one file in it; a filter on the date reads one. */
  public static void partitionedByDate(Dataset<Row> output, Path folder) {
    output
        .repartition(col(DATE))
        .write()
        .mode(SaveMode.Append)
        .partitionBy(DATE)
        .parquet(folder.toString());
  }

  /** The name of the folder in which the tuned form has the rows of a day. */
  public static String folder(LocalDate day) {
    return DATE + "=" + day;
  }
}
