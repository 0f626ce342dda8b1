//SOURCES OffendingRows.java
//SOURCES TableCounts.java
//SOURCES ../../project/Quantity.java
//SOURCES ../../spark/Sessions.java
package operate.contract;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import project.Quantity;

/** A few rows in words, the same ones whenever one looks. */
final class RowExamples {
  private static final int SHOWN = 5;

  private RowExamples() {}

  /** The first rows in the order of their columns: {@code id=7, amount=null}. */
  static List<String> of(Dataset<Row> rows, StructType columns) {
    Column[] order =
        Arrays.stream(columns.fields())
            .filter(f -> isOrdered(f.dataType()))
            .map(f -> OffendingRows.named(f.name()))
            .toArray(Column[]::new);
    Column[] texts =
        Arrays.stream(columns.fieldNames()).map(RowExamples::text).toArray(Column[]::new);
    return rows.orderBy(order).limit(SHOWN).select(texts).collectAsList().stream()
        .map(row -> words(row, columns.fieldNames()))
        .toList();
  }

  /** The keys of most rows: {@code id=7: 3 rows}. */
  static List<String> duplicates(Dataset<Row> rows, List<String> key) {
    Column[] columns = key.stream().map(OffendingRows::named).toArray(Column[]::new);
    Column[] order =
        Stream.concat(Stream.of(col("count of rows").desc()), Arrays.stream(columns))
            .toArray(Column[]::new);
    List<Column> texts = new ArrayList<>(key.stream().map(RowExamples::text).toList());
    texts.add(col("count of rows"));
    return TableCounts.compared(rows, key)
        .groupBy(columns)
        .agg(count(lit(1)).as("count of rows"))
        .where(col("count of rows").gt(1))
        .orderBy(order)
        .limit(SHOWN)
        .select(texts.toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(
            row ->
                "%s: %s"
                    .formatted(
                        words(row, key.toArray(String[]::new)),
                        Quantity.count(row.getLong(key.size()), "row")))
        .toList();
  }

  private static boolean isOrdered(DataType type) {
    return !(type instanceof MapType || type instanceof ArrayType || type instanceof StructType);
  }

  /** As Spark writes it, in the session's time zone. */
  private static Column text(String column) {
    return OffendingRows.named(column).cast(DataTypes.StringType);
  }

  private static String words(Row row, String... columns) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      words.add(columns[i] + "=" + row.get(i));
    }
    return String.join(", ", words);
  }
}
