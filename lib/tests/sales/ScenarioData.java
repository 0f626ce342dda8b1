//SOURCES ../spark/LocalSession.java
//SOURCES ../../project/FileTree.java
//SOURCES ../../sales/CompactedTransactions.java
//SOURCES ../../sales/DatasetWriter.java
package tests.sales;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import project.FileTree;
import sales.CompactedTransactions;
import sales.DatasetSpec;
import sales.DatasetWriter;
import sales.RawData;
import tests.spark.LocalSession;

/** What the optimization steps are shown on: small generated tables, each made once in a JVM. */
enum ScenarioData {
  /** A hot key, a little dirt, three days, and 40 small files for each of them. */
  SKEWED(60_000, 500, 3, 40, 0.4, 0.01),

  /** Clean, in two files a day, and every customer buys about as often as the others. */
  EVEN(30_000, 500, 3, 2, 0, 0),

  /** As many customers as transactions. */
  WIDE(20_000, 20_000, 1, 2, 0, 0);

  private static Path root;

  private final DatasetSpec spec;
  private RawData raw;
  private Path compacted;

  ScenarioData(long rows, long customers, int days, int files, double hotShare, double dirtRate) {
    this.spec =
        new DatasetSpec(
            rows, customers, days, files, hotShare, dirtRate, 7, LocalDate.of(2025, 10, 1));
  }

  /** The tables. */
  synchronized RawData raw() {
    if (raw == null) {
      raw = DatasetWriter.write(LocalSession.open(), spec, folder().resolve("raw"));
    }
    return raw;
  }

  /** The transactions, compacted. */
  synchronized Path compacted() {
    if (compacted == null) {
      Path folder = folder();
      compact(folder);
      compacted = folder;
    }
    return compacted;
  }

  /** Compacts the transactions into {@code folder}. */
  void compact(Path folder) {
    try {
      CompactedTransactions.write(LocalSession.open(), raw(), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new folder that is removed when the JVM ends. */
  static synchronized Path folder() {
    try {
      if (root == null) {
        root = Files.createTempDirectory("scenarios");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileTree.delete(root)));
      }
      return Files.createTempDirectory(root, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
