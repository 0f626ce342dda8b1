//SOURCES QualityMetric.java
//SOURCES TableCounts.java
//SOURCES ../../spark/TableSpec.java
package operate.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import spark.TableSpec;

/** Counts rows, nulls per column and duplicate keys of one output. */
public final class QualitySnapshot {
  private QualitySnapshot() {}

  /** The metrics of {@code output}: rows, nulls for each column in order, duplicate_keys. */
  public static List<QualityMetric> of(TableSpec table, Dataset<Row> output) {
    List<String> columns = List.of(table.schema().fieldNames());
    return TableCounts.of(output, output, columns, Map.of(), Set.of(table.key()), Set.of())
        .metrics();
  }
}
