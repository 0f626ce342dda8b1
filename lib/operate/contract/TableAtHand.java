//SOURCES Metric.java
//SOURCES ../../project/LabException.java
//SOURCES ../../spark/ParquetFooter.java
//SOURCES ../../spark/StoredColumns.java
package operate.contract;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import project.LabException;
import spark.ParquetFooter;
import spark.StoredColumns;

/**
 * A table that can be looked at.
 *
 * @param columns as its files have them
 * @param reader gives the rows with these columns
 * @param written when its newest file was written; empty while nobody can read it yet, and then
 *     nothing is said about its latency
 * @param references gives the values of a column of another table
 */
public record TableAtHand(
    StoredColumns columns,
    Function<StructType, Dataset<Row>> reader,
    Optional<Instant> written,
    Function<Metric.Reference, Dataset<Row>> references) {

  /** Rows in memory. */
  public static TableAtHand of(
      Dataset<Row> rows, Function<Metric.Reference, Dataset<Row>> references) {
    return new TableAtHand(
        StoredColumns.of(rows.schema()), schema -> rows, Optional.empty(), references);
  }

  /**
   * The Parquet files below a folder.
   *
   * @throws LabException when there is none
   */
  public static TableAtHand stored(
      SparkSession spark, Path folder, Function<Metric.Reference, Dataset<Row>> references) {
    List<ParquetFooter> footers = ParquetFooter.below(folder);
    if (footers.isEmpty()) {
      throw LabException.failed("Found no Parquet file in %s".formatted(folder));
    }
    return new TableAtHand(
        StoredColumns.of(spark, folder, footers),
        schema -> spark.read().schema(schema).parquet(folder.toString()),
        footers.stream().map(ParquetFooter::modified).max(Comparator.naturalOrder()),
        references);
  }

  /** The same table before anybody can read it. */
  public TableAtHand unpublished() {
    return new TableAtHand(columns, reader, Optional.empty(), references);
  }
}
