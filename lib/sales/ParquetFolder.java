//SOURCES ../spark/ParquetFooter.java
//SOURCES ../project/LabException.java
package sales;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.parquet.schema.Type;
import project.LabException;
import spark.ParquetFooter;

/**
 * The Parquet files of a table, as their footers describe them: no row is read. Spark given a
 * schema reads a column that a file lacks as nulls, without a word; here it is noticed.
 *
 * @param files sorted by path
 */
record ParquetFolder(List<File> files) {

  /**
   * One file.
   *
   * @param rows as its footer says
   * @param bytes its size
   */
  record File(Path path, long rows, long bytes) {}

  /**
   * Reads all footers below {@code folder}.
   *
   * @param columns those that every file must have
   * @param remake what makes the files again, for the sentence that says what is wrong
   * @throws LabException when there is no file, or one lacks a column
   * @throws RuntimeException Parquet's own, when a file is damaged
   */
  static ParquetFolder read(Path folder, List<String> columns, String remake) {
    List<File> files =
        ParquetFooter.below(folder).stream().map(f -> file(f, columns, remake)).toList();
    if (files.isEmpty()) {
      throw LabException.failed("Found no Parquet file in %s. %s".formatted(folder, remake));
    }
    return new ParquetFolder(files);
  }

  private static File file(ParquetFooter footer, List<String> columns, String remake) {
    List<String> found = footer.columns().getFields().stream().map(Type::getName).toList();
    TreeSet<String> missing = new TreeSet<>(columns);
    found.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw LabException.failed(
          "%s has no column %s (found: %s). %s"
              .formatted(
                  footer.file(), String.join(", ", missing), String.join(", ", found), remake));
    }
    return new File(footer.file(), footer.rows(), footer.bytes());
  }

  /** The rows of all files. */
  long rows() {
    return files.stream().mapToLong(File::rows).sum();
  }

  /** The size of all files, bytes. */
  long bytes() {
    return files.stream().mapToLong(File::bytes).sum();
  }
}
