//SOURCES TableSpec.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
package spark;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Launcher;

/**
 * Whether an output accounts for every input row exactly once. With a given schema Spark reads a
 * column that a file lacks as nulls, and a wrong join multiplies rows: neither fails by itself.
 */
public final class OutputCoverage {
  private OutputCoverage() {}

  /**
   * Checks an output before it is published.
   *
   * @param written the folder the output was written to
   * @param inputRows rows of the fact table
   * @throws LabException when the output counts more or fewer
   */
  public static void check(SparkSession spark, TableSpec table, Path written, long inputRows) {
    Column transactions = table.countColumn().map(c -> sum(c)).orElseGet(() -> count(lit(1)));
    Row counted = spark.read().parquet(written.toString()).agg(transactions).first();
    long rows = counted.isNullAt(0) ? 0 : counted.getLong(0);
    if (rows != inputRows) {
      throw LabException.failed(
          ("The output counts %,d transactions where the input has %,d, so it is not published."
                  + " Look for damaged files: %s")
              .formatted(rows, inputRows, Launcher.command("inspect")));
    }
  }
}
