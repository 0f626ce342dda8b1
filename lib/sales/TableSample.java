//SOURCES ../project/Quantity.java
//SOURCES Readable.java
//SOURCES ../project/TextTable.java
//SOURCES ../spark/Sessions.java
package sales;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import project.Quantity;
import project.TextTable;

/**
 * The columns of a table and a few of its rows.
 *
 * @param folder as the reader would type it
 * @param schema names and types
 * @param nulls by column; a column that is the name of a folder is not among them
 * @param rows a few, every value as text
 */
record TableSample(
    String folder, StructType schema, Map<String, Long> nulls, List<List<String>> rows) {
  private static final int SHOWN = 3;

  /** Takes the rows from the start of the table. */
  static TableSample of(String folder, Dataset<Row> table, Map<String, Long> nulls) {
    Column[] texts =
        Arrays.stream(table.columns()).map(c -> col(c).cast("string")).toArray(Column[]::new);
    List<List<String>> rows =
        table.limit(SHOWN).select(texts).collectAsList().stream()
            .map(r -> IntStream.range(0, r.size()).mapToObj(c -> String.valueOf(r.get(c))).toList())
            .toList();
    return new TableSample(folder, table.schema(), nulls, rows);
  }

  /** Rows without a value, by column, in one pass. */
  static Map<String, Long> nulls(Dataset<Row> table) {
    String[] columns = table.columns();
    Column[] values = Arrays.stream(columns).map(c -> count(col(c))).toArray(Column[]::new);
    Row counted = table.agg(count(lit(1)), values).first();
    Map<String, Long> nulls = new LinkedHashMap<>();
    for (int c = 0; c < columns.length; c++) {
      nulls.put(columns[c], counted.getLong(0) - counted.getLong(c + 1));
    }
    return nulls;
  }

  /** A line for each column: type, nulls and their share of {@code rowCount} rows. */
  String columns(long rowCount) {
    List<List<String>> lines = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Long missing = nulls.get(field.name());
      String type = field.dataType().catalogString();
      lines.add(
          missing == null
              ? List.of(field.name(), type + ", the folder's name", "", "")
              : List.of(
                  field.name(), type, Quantity.count(missing), Readable.share(missing, rowCount)));
    }
    return new TextTable("llrr", List.of("column", "type", "nulls", "share"), lines).plain("  ");
  }

  /** The rows. */
  String sample() {
    StringBuilder align = new StringBuilder();
    for (StructField field : schema.fields()) {
      align.append(field.dataType() instanceof NumericType ? 'r' : 'l');
    }
    return new TextTable(align.toString(), List.of(schema.fieldNames()), rows).plain("  ");
  }
}
