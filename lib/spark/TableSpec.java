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
 * @param coversInput whether it accounts for every raw transaction exactly once, which is checked
 *     before it is published
 */
public record TableSpec(
    String layer,
    String name,
    StructType schema,
    List<String> key,
    Optional<String> countColumn,
    Optional<String> sumColumn,
    boolean coversInput) {

  /** A table that need not account for every transaction; what it promises is in its contract. */
  public TableSpec(String layer, String name, StructType schema, List<String> key) {
    this(layer, name, schema, key, Optional.empty(), Optional.empty(), false);
  }

  /** A table that accounts for every transaction and every amount. */
  public TableSpec(
      String layer,
      String name,
      StructType schema,
      List<String> key,
      Optional<String> countColumn,
      Optional<String> sumColumn) {
    this(layer, name, schema, key, countColumn, sumColumn, true);
  }

  /** A table that accounts for every transaction, without a column of sums. */
  public TableSpec(
      String layer,
      String name,
      StructType schema,
      List<String> key,
      Optional<String> countColumn) {
    this(layer, name, schema, key, countColumn, Optional.empty());
  }
}
