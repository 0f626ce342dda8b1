//SOURCES Sessions.java
package spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/**
 * A table that a job publishes.
 *
 * @param layer the folder of {@code data/} it belongs to: {@code bronze}, {@code silver}
 * @param name of the table, {@code daily_sales}
 * @param schema its columns
 * @param key the columns that make a row unique
 * @param countColumn a column whose sum is the number of input rows; empty when each row of the
 *     table stands for one
 * @param sumColumn a column whose sum is that of the input's amounts; empty when there is none
 */
public record TableSpec(
    String layer,
    String name,
    StructType schema,
    List<String> key,
    Optional<String> countColumn,
    Optional<String> sumColumn) {

  /** A table without a column of sums. */
  public TableSpec(
      String layer,
      String name,
      StructType schema,
      List<String> key,
      Optional<String> countColumn) {
    this(layer, name, schema, key, countColumn, Optional.empty());
  }
}
