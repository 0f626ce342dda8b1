//SOURCES Sessions.java
package spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.sql.execution.datasources.parquet.ParquetToSparkSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of single Parquet files, from their footers. Spark reads a folder with one schema,
 * that of any file or all files merged, and so passes over a file that differs.
 */
public final class ParquetColumns {
  private ParquetColumns() {}

  /**
   * Names and types of the columns in each file of a folder, files below it left out.
   *
   * @throws RuntimeException Parquet's own, when a file is damaged
   */
  public static List<List<String>> in(Path folder) {
    Configuration hadoop = new Configuration();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().matches("[^._].*\\.parquet"))
          .sorted()
          .map(file -> describe(schema(file, hadoop)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StructType schema(Path file, Configuration hadoop) {
    var location = new org.apache.hadoop.fs.Path(file.toUri());
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(location, hadoop))) {
      MessageType found = reader.getFileMetaData().getSchema();
      return new ParquetToSparkSchemaConverter(SQLConf.get()).convert(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code tx_count bigint}, in order. */
  public static List<String> describe(StructType schema) {
    return Arrays.stream(schema.fields())
        .map(f -> f.name() + " " + f.dataType().catalogString())
        .toList();
  }
}
