//SOURCES OffendingRows.java
//SOURCES QualityMetric.java
//SOURCES Rule.java
//SOURCES ../../spark/OutputParity.java
package operate.contract;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.unix_timestamp;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import spark.OutputParity;

/**
 * What there is to count in a table: everything about single rows in one pass, then one more pass
 * for each key.
 *
 * @param rows of the table
 * @param nulls of each column, in order
 * @param offending rows of each rule that looks at one row at a time
 * @param duplicates rows beyond the first of their key, by key
 * @param newest value of a column of dates or times, as seconds since 1970; a column without values
 *     is missing
 */
record TableCounts(
    long rows,
    Map<String, Long> nulls,
    Map<Rule, Long> offending,
    Map<List<String>, Long> duplicates,
    Map<String, Long> newest) {

  /**
   * Counts.
   *
   * @param joined the rows with what {@code offending} needs besides their own columns
   * @param columns whose nulls are counted
   * @param offending what is counted for each rule
   * @param keys whose duplicates are counted
   * @param times columns whose newest value is wanted
   */
  static TableCounts of(
      Dataset<Row> joined,
      Dataset<Row> rows,
      List<String> columns,
      Map<Rule, Column> offending,
      Set<List<String>> keys,
      Set<String> times) {
    List<Column> counted = new ArrayList<>();
    columns.forEach(c -> counted.add(count(when(OffendingRows.named(c).isNull(), 1))));
    offending.values().forEach(c -> counted.add(count(when(c, 1))));
    times.forEach(t -> counted.add(max(seconds(rows, t))));
    Row found = joined.agg(count(lit(1)), counted.toArray(Column[]::new)).first();
    int at = 1;
    Map<String, Long> nulls = new LinkedHashMap<>();
    for (String column : columns) {
      nulls.put(column, found.getLong(at++));
    }
    Map<Rule, Long> offenders = new LinkedHashMap<>();
    for (Rule rule : offending.keySet()) {
      offenders.put(rule, found.getLong(at++));
    }
    Map<String, Long> newest = new LinkedHashMap<>();
    for (String time : times) {
      if (!found.isNullAt(at)) {
        newest.put(time, found.getLong(at));
      }
      at++;
    }
    Map<List<String>, Long> duplicates = new LinkedHashMap<>();
    keys.forEach(key -> duplicates.put(key, OutputParity.duplicateKeys(key, compared(rows, key))));
    return new TableCounts(found.getLong(0), nulls, offenders, duplicates, newest);
  }

  /** A date counts from its end. */
  private static Column seconds(Dataset<Row> rows, String column) {
    boolean date = rows.schema().apply(column).dataType() instanceof DateType;
    Column time = OffendingRows.named(column);
    return unix_timestamp((date ? date_add(time, 1) : time).cast(DataTypes.TimestampType));
  }

  /** The rows that can be duplicates: in a key of one column a null is no value. */
  static Dataset<Row> compared(Dataset<Row> rows, List<String> key) {
    return key.size() > 1 ? rows : rows.where(OffendingRows.named(key.get(0)).isNotNull());
  }

  /** The metrics of the quality snapshot: rows, nulls by column, duplicates of a key. */
  List<QualityMetric> metrics() {
    List<QualityMetric> metrics = new ArrayList<>();
    metrics.add(new QualityMetric("rows", "", rows));
    nulls.forEach((column, count) -> metrics.add(new QualityMetric("nulls", column, count)));
    duplicates.forEach(
        (key, count) ->
            metrics.add(new QualityMetric("duplicate_keys", String.join("+", key), count)));
    return List.copyOf(metrics);
  }
}
