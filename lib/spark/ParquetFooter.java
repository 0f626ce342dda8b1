//SOURCES Sessions.java
package spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/**
 * What a Parquet file says about itself: no row is read.
 *
 * @param rows in it
 * @param bytes its size
 * @param modified when it was last written
 * @param columns those stored in it; what the folders are named after is not among them
 */
public record ParquetFooter(
    Path file, long rows, long bytes, Instant modified, MessageType columns) {

  /**
   * The footers of all files below {@code folder} that Spark reads, too, sorted by path: names that
   * start with a dot or an underscore are hidden. None when there is no such folder.
   *
   * @throws RuntimeException Parquet's own, when a file is damaged
   */
  public static List<ParquetFooter> below(Path folder) {
    Configuration hadoop = new Configuration();
    return files(folder).parallelStream().map(file -> of(file, hadoop)).toList();
  }

  private static List<Path> files(Path folder) {
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

  private static ParquetFooter of(Path file, Configuration hadoop) {
    var location = new org.apache.hadoop.fs.Path(file.toUri());
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(location, hadoop))) {
      return new ParquetFooter(
          file,
          reader.getRecordCount(),
          Files.size(file),
          Files.getLastModifiedTime(file).toInstant(),
          reader.getFileMetaData().getSchema());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
