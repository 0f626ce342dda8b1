//SOURCES QualityMetric.java
//SOURCES ../spark/OutputParity.java
package operate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import spark.OutputParity;
import spark.TableSpec;

/** Counts rows, nulls per column and duplicate keys of one output. */
public final class QualitySnapshot {
  private QualitySnapshot() {}

  /** The metrics of {@code output}: rows, nulls for each column in order, duplicate_keys. */
  public static List<QualityMetric> of(TableSpec table, Dataset<Row> output) {
    String[] columns = table.schema().fieldNames();
    Column[] nulls =
        Arrays.stream(columns).map(c -> count(when(col(c).isNull(), 1))).toArray(Column[]::new);
    Row counts = output.agg(count(lit(1)), nulls).first();
    List<QualityMetric> metrics = new ArrayList<>();
    metrics.add(new QualityMetric("rows", "", counts.getLong(0)));
    for (int i = 0; i < columns.length; i++) {
      metrics.add(new QualityMetric("nulls", columns[i], counts.getLong(i + 1)));
    }
    metrics.add(
        new QualityMetric(
            "duplicate_keys",
            String.join("+", table.key()),
            OutputParity.duplicateKeys(table.key(), output)));
    return List.copyOf(metrics);
  }
}
