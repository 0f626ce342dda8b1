//SOURCES Sessions.java
package spark;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * A table that a job publishes.
 *
 * @param name of the model, {@code daily_sales}
 * @param schema its columns
 * @param key the columns that make a row unique
 * @param countColumn a column whose sum is the number of input rows
 */
public record TableSpec(String name, StructType schema, List<String> key, String countColumn) {}
