//SOURCES Sessions.java
//SOURCES ../project/LabException.java
package spark;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import project.LabException;

/** A folder of files that some job wrote, read in whatever format its names tell. */
public final class StoredTable {
  private static final List<String> FORMATS = List.of("parquet", "orc", "json", "csv");

  private StoredTable() {}

  /**
   * The rows of {@code folder}. CSV files are read with a header and as text: two numbers are the
   * same when they are written the same.
   *
   * @throws LabException when the folder is missing, holds no data, or files of several formats
   */
  public static Dataset<Row> read(SparkSession spark, Path folder) {
    String format = format(folder);
    return spark
        .read()
        .option("header", "true")
        .format(format)
        .load(folder.toAbsolutePath().toString());
  }

  /**
   * {@code rows} with its columns in the order of {@code other}, where both have the same ones: a
   * column that the folders are named after comes last, wherever it stood.
   */
  public static Dataset<Row> inOrderOf(Dataset<Row> other, Dataset<Row> rows) {
    List<String> wanted = List.of(other.columns());
    boolean same = Set.copyOf(wanted).equals(Set.of(rows.columns()));
    return same
        ? rows.select(wanted.stream().map(c -> col("`" + c + "`")).toArray(Column[]::new))
        : rows;
  }

  private static String format(Path folder) {
    if (!Files.exists(folder)) {
      throw LabException.failed("%s does not exist, wanted a folder of data".formatted(folder));
    }
    Map<String, Long> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      found.putAll(
          files
              .filter(Files::isRegularFile)
              .filter(f -> visible(folder.relativize(f)))
              .map(StoredTable::formatOf)
              .filter(f -> !f.isEmpty())
              .collect(Collectors.groupingBy(f -> f, Collectors.counting())));
    } catch (IOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(folder, e.getMessage()), e);
    }
    if (found.size() != 1) {
      throw LabException.failed(
          "%s holds %s, wanted files of one format out of %s"
              .formatted(folder, found.isEmpty() ? "no data" : "files of " + found, FORMATS));
    }
    return found.keySet().iterator().next();
  }

  /** Spark passes over names that start with a dot or an underscore, and over what lies below. */
  private static boolean visible(Path relative) {
    for (Path name : relative) {
      if (name.toString().startsWith("_") || name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  /** The last known ending: {@code part-0.csv.gz} is CSV, {@code x.snappy.parquet} Parquet. */
  private static String formatOf(Path file) {
    List<String> endings = List.of(file.getFileName().toString().split("\\."));
    return endings.stream()
        .skip(1)
        .filter(FORMATS::contains)
        .reduce((first, last) -> last)
        .orElse("");
  }
}
