//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES FolderOfFiles.java
//SOURCES LocalSession.java
//SOURCES ../Command.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spark.ForklessLocalFileSystem;
import tests.Command;

@Tag("spark")
class ForklessLocalFileSystemTest {
  @TempDir Path temp;

  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    }
  }

  /** Where no program can be found, only a file system that starts none can write. */
  Command.Result writeWithoutPrograms(Class<?> fileSystem) throws IOException {
    Path empty = Files.createDirectories(temp.resolve("no programs"));
    Path folder = temp.resolve(fileSystem.getSimpleName());
    return Command.java(FolderOfFiles.class, fileSystem.getName(), folder.toString())
        .with("PATH", empty.toString())
        .run();
  }

  @Test
  void itStartsNoProcess() throws IOException {
    assertEquals("written\n", writeWithoutPrograms(ForklessLocalFileSystem.class).out());
    assertEquals(List.of("part"), files(temp.resolve("ForklessLocalFileSystem")));
  }

  /** Why the lab has a file system of its own; this fails when Hadoop no longer needs it. */
  @Test
  void hadoopsOwnDoes() throws IOException {
    String out = writeWithoutPrograms(LocalFileSystem.class).out();
    assertTrue(out.contains("Cannot run program \"chmod\""), out);
  }

  @Test
  void sessionsUseIt() throws IOException {
    SparkSession spark = LocalSession.open();
    FileSystem files = FileSystem.get(spark.sparkContext().hadoopConfiguration());
    assertEquals(ForklessLocalFileSystem.class, files.getClass());
  }

  @Test
  void thereAreNoHiddenChecksumFiles() throws IOException {
    Path folder = temp.resolve("numbers");
    LocalSession.open().range(0, 100, 1, 3).write().parquet(folder.toString());
    List<String> files = files(folder);
    assertEquals(3, files.size(), files.toString());
    assertTrue(files.stream().allMatch(f -> f.matches("part-.*\\.parquet")), files.toString());
  }

  @Test
  void aFolderIsReadThroughALink() throws IOException {
    SparkSession spark = LocalSession.open();
    Path version = temp.resolve(".numbers/v1");
    spark.range(0, 100, 1, 2).write().parquet(version.toString());
    Path link = Files.createSymbolicLink(temp.resolve("numbers"), Path.of(".numbers/v1"));
    assertEquals(100, spark.read().parquet(link.toString()).count());
  }

  @Test
  void whatIsThereCanBeReplacedAndRemoved() throws IOException {
    SparkSession spark = LocalSession.open();
    String folder = temp.resolve("numbers").toString();
    spark.range(0, 100, 1, 4).write().parquet(folder);
    spark.range(0, 7, 1, 1).write().mode("overwrite").parquet(folder);
    assertEquals(7, spark.read().parquet(folder).count());
    assertEquals(1, files(temp.resolve("numbers")).size());
  }
}
