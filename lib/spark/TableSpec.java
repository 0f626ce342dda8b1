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
 */
public record TableSpec(
    String layer, String name, StructType schema, List<String> key, Optional<String> countColumn) {}
