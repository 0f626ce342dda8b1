//SOURCES ParquetFooter.java
//SOURCES Sessions.java
package spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a table as each of its files has them. Spark looks at one file and takes it for
 * all: a column that was renamed or changed its type somewhere in the middle shows only here.
 *
 * @param shapes files with the same columns together, those of most files first
 */
public record StoredColumns(List<Shape> shapes) {

  /**
   * Files that have the same columns.
   *
   * @param columns stored in the files, with Spark's types
   * @param folders columns that the folders are named after, as {@code day=2025-10-01}
   * @param files relative to the table's folder, sorted; none for rows in memory
   */
  public record Shape(Map<String, DataType> columns, Set<String> folders, List<Path> files) {}

  /** The columns of rows in memory. */
  public static StoredColumns of(StructType schema) {
    return new StoredColumns(List.of(new Shape(columns(schema), Set.of(), List.of())));
  }

  /** The columns of the files below {@code folder}, as their footers have them. */
  public static StoredColumns of(SparkSession spark, Path folder, List<ParquetFooter> footers) {
    var converter = new ParquetToSparkSchemaConverter(spark.sessionState().conf());
    Map<List<Object>, Shape> shapes = new LinkedHashMap<>();
    Map<Object, Map<String, DataType>> known = new LinkedHashMap<>();
    for (ParquetFooter footer : footers) {
      Map<String, DataType> columns =
          known.computeIfAbsent(
              footer.columns(), c -> columns(converter.convert(footer.columns())));
      Path file = folder.relativize(footer.file());
      Set<String> folders = folders(file);
      shapes
          .computeIfAbsent(
              List.of(columns, folders), k -> new Shape(columns, folders, new ArrayList<>()))
          .files()
          .add(file);
    }
    return new StoredColumns(
        shapes.values().stream()
            .sorted((a, b) -> Integer.compare(b.files().size(), a.files().size()))
            .toList());
  }

  private static Map<String, DataType> columns(StructType schema) {
    Map<String, DataType> columns = new LinkedHashMap<>();
    for (StructField field : schema.fields()) {
      columns.put(field.name(), field.dataType());
    }
    return columns;
  }

  private static Set<String> folders(Path file) {
    Set<String> folders = new TreeSet<>();
    for (Path part : file) {
      int equals = part.toString().indexOf('=');
      if (equals > 0 && !part.equals(file.getFileName())) {
        folders.add(part.toString().substring(0, equals));
      }
    }
    return folders;
  }

  /** How many files there are. */
  public int files() {
    return shapes.stream().mapToInt(s -> s.files().size()).sum();
  }

  /** Names of all columns that any file has, in the order of the files. */
  public Set<String> names() {
    return shapes.stream()
        .flatMap(s -> Stream.concat(s.columns().keySet().stream(), s.folders().stream()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
