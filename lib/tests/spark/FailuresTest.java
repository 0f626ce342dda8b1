package tests.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import spark.Failures;
import spark.SessionSpec;
import spark.Sessions;
import tests.Command;

/** The sentences for what Spark really throws. */
@Tag("spark")
class FailuresTest {
  private static final String TABLE_COLUMNS = "id bigint, hash bigint";
  private static final String REMAKE = "Run: lab generate_data --rows 20k --overwrite";

  private static SparkSession spark;

  /** With a blank in its name, as people's folders have. */
  @TempDir static Path parent;

  private static Path folder;
  private static int tables;

  @BeforeAll
  static void makeFolder() throws IOException {
    folder = Files.createDirectory(parent.resolve("my raw data"));
    openSession();
  }

  private static void openSession() {
    spark = Sessions.open(SessionSpec.local("failures", "local[2]"));
  }

  @AfterAll
  static void stopSession() {
    spark.stop();
  }

  private static Dataset<Row> rows(long count) {
    return spark.range(0, count, 1, 2).withColumn("hash", xxhash64(col("id")));
  }

  /** A new table of two files. */
  private static Path table() {
    return table(folder.resolve("table" + tables++));
  }

  private static Path table(Path table) {
    rows(20_000).write().parquet(table.toString());
    return table;
  }

  private static Path someFile(Path table) throws IOException {
    try (Stream<Path> files = Files.list(table)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).sorted().findFirst().get();
    }
  }

  private static Path cutInHalf(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    return Files.write(file, Arrays.copyOf(whole, whole.length / 2));
  }

  private static Dataset<Row> read(Path table) {
    return spark.read().schema(TABLE_COLUMNS).parquet(table.toString());
  }

  private static String sentence(Executable failing) {
    LabException explained = Failures.explain(assertThrows(Throwable.class, failing), REMAKE);
    assertEquals(LabException.FAILED, explained.exitCode());
    assertEquals(1, explained.getMessage().lines().count(), explained.getMessage());
    return explained.getMessage();
  }

  private static void assertSentence(String wanted, Executable failing) {
    String found = sentence(failing);
    assertTrue(found.startsWith(wanted), "wanted: " + wanted + "\nfound:  " + found);
  }

  @Test
  void fileCutInHalf() throws IOException {
    Path table = table();
    Path file = cutInHalf(someFile(table));
    String wanted = file + " is damaged: not a complete Parquet file. " + REMAKE;
    assertSentence(wanted, () -> read(table).agg(sum("hash")).collect());
    assertSentence(wanted, () -> spark.read().parquet(file.toString()).collect());
    assertSentence(wanted, () -> read(table).write().parquet(folder.resolve("copy").toString()));
  }

  /** What a reader finds in data/raw and data/silver really lies in a hidden folder. */
  @Test
  void fileInAVersionThatWasPublished() throws IOException {
    Path raw = table(folder.resolve("data/.raw/v1795382488961-77-13250049680320/transactions"));
    cutInHalf(someFile(raw));
    assertSentence(
        "%s/data/raw/transactions/%s is damaged: not a complete Parquet file. %s"
            .formatted(folder, someFile(raw).getFileName(), REMAKE),
        () -> read(raw).agg(sum("hash")).collect());

    Path silver = table(folder.resolve("data/silver/.x/v1795382488961-77-13250049680320"));
    cutInHalf(someFile(silver));
    assertSentence(
        "%s/data/silver/x/%s is damaged: not a complete Parquet file. Run again the job"
            .formatted(folder, someFile(silver).getFileName()),
        () -> read(silver).agg(sum("hash")).collect());
  }

  @Test
  void fileWithGarbageInside() throws IOException {
    Path table = table();
    Path file = someFile(table);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 200, bytes.length / 2, (byte) 7);
    Files.write(file, bytes);
    assertSentence(
        file + " is damaged: its content cannot be read. " + REMAKE,
        () -> read(table).agg(sum("hash")).collect());
  }

  @Test
  void fileThatDisappears() throws IOException {
    Path table = table();
    Dataset<Row> listed = read(table);
    Path file = someFile(table);
    Files.delete(file);
    assertSentence(
        file + " disappeared while it was read. Is another command writing there? " + REMAKE,
        () -> listed.agg(sum("hash")).collect());
  }

  @Test
  void columnOfAnotherType() throws IOException {
    Path table = table();
    String wanted = " has another type in column hash: wanted string, found INT64. " + REMAKE;
    String found =
        sentence(() -> spark.read().schema("hash string").parquet(table.toString()).collect());
    assertTrue(found.contains(wanted) && found.startsWith(table.toString()), found);
  }

  @Test
  void missingColumn() {
    Path table = table();
    assertSentence(
        "The column customer_id2 is not in the input (found: ",
        () -> read(table).select("customer_id2").collect());
    assertSentence(
        "The column amount is not in the input (found: ",
        () -> read(table).where("amount > 3").collect());
    assertSentence(
        "The column customer_id is not in the input (found: hash, id). Look at its schema: ",
        () -> read(table).join(spark.range(3), "customer_id").collect());
  }

  @Test
  void missingAndEmptyFolders() throws IOException {
    Path none = folder.resolve("none");
    assertSentence(
        none + " does not exist. " + REMAKE, () -> spark.read().parquet(none.toString()));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertSentence(
        "An input folder holds no Parquet file.", () -> spark.read().parquet(empty.toString()));
  }

  @Test
  void folderThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertSentence(file + " cannot be written.", () -> rows(10).write().parquet(file + "/below"));
  }

  @Test
  void diskFull() throws IOException {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(mount(small), "only root can make a small disk");
    try {
      assertSentence(
          "The disk is full. Free some space (data/ holds the tables), then run it again;"
              + " generate_data can make fewer --rows",
          () -> rows(200_000).write().parquet(small.resolve("out").toString()));
    } finally {
      Command.of("umount", "--lazy", small.toString()).run();
    }
  }

  private static boolean mount(Path small) {
    try {
      return Command.of("mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", small.toString())
              .run()
              .exitCode()
          == 0;
    } catch (RuntimeException noSuchProgram) {
      return false;
    }
  }

  @Test
  void settingOfTheWrongType() {
    assertSentence(
        "The setting spark.sql.shuffle.partitions is no int: 'abc'.",
        () -> spark.newSession().conf().set("spark.sql.shuffle.partitions", "abc"));
  }

  /** A JVM has one session at a time, so the tests' own makes room. */
  @Test
  void wrongMaster() {
    spark.stop();
    try {
      for (String master : new String[] {"foo", "local[abc]", "yarn", "spark://"}) {
        assertSentence(
            "'" + master + "' is not a Spark master that works here (wanted local[2], ",
            () -> Sessions.open(SessionSpec.local("second", master)));
      }
    } finally {
      openSession();
    }
  }

  /** A task that really runs out of heap would take the tests' JVM with it. */
  @Test
  void outOfHeap() {
    Throwable task = new OutOfMemoryError("Java heap space");
    assertSentence(
        "The heap is full. Give a job more: --memory 4g",
        () -> {
          throw new SparkException("Job aborted due to stage failure", task);
        });
    assertSentence(
        "The heap is full.",
        () -> {
          throw new SparkException("Lost task: java.lang.OutOfMemoryError: GC overhead", null);
        });
    assertSentence(
        "The heap is too small to broadcast a table. Give the job more: --memory 4g; or do without",
        () -> {
          String why = "Not enough memory to build and broadcast the table to all worker nodes.";
          throw new SparkException(why, task);
        });
  }

  /** Root may write everything, so these are not provoked. */
  @Test
  void permissionDenied() {
    assertSentence(
        "/data/raw/x: permission denied.",
        () -> {
          throw new SparkException("task", new AccessDeniedException("/data/raw/x"));
        });
    assertSentence(
        "/data/raw/y: permission denied.",
        () -> {
          throw new FileNotFoundException("/data/raw/y (Permission denied)");
        });
  }

  @Test
  void anythingElseNamesItsInnermostCause() {
    assertEquals(
        "Spark failed: IllegalStateException: boom. Run it again with --stacktrace to see where.",
        sentence(
            () -> {
              throw new SparkException("outer", new IllegalStateException("boom.\nmore"));
            }));
  }

  @Test
  void aSentenceOfTheLabStaysAsItIs() {
    LabException own = LabException.usage("--rows 0 is out of range");
    assertSame(own, Failures.explain(own, REMAKE));
    assertSame(own, Failures.explain(new RuntimeException(own), REMAKE));
  }
}
