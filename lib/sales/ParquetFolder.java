//SOURCES ../spark/Sessions.java
//SOURCES ../project/LabException.java
package sales;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import project.LabException;

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
    Configuration hadoop = new Configuration();
    List<File> files =
        paths(folder).parallelStream().map(path -> footer(path, columns, remake, hadoop)).toList();
    if (files.isEmpty()) {
      throw LabException.failed("Found no Parquet file in %s. %s".formatted(folder, remake));
    }
    return new ParquetFolder(files);
  }

  /** Those that Spark reads, too: names that start with a dot or an underscore are hidden. */
  private static List<Path> paths(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return found
          .filter(p -> p.getFileName().toString().matches("[^._].*\\.parquet"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File footer(Path path, List<String> columns, String remake, Configuration hadoop) {
    var location = new org.apache.hadoop.fs.Path(path.toUri());
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(location, hadoop))) {
      List<String> found =
          reader.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
      TreeSet<String> missing = new TreeSet<>(columns);
      found.forEach(missing::remove);
      if (!missing.isEmpty()) {
        throw LabException.failed(
            "%s has no column %s (found: %s). %s"
                .formatted(path, String.join(", ", missing), String.join(", ", found), remake));
      }
      return new File(path, reader.getRecordCount(), Files.size(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
