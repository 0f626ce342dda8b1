//SOURCES DatasetSpec.java
//SOURCES FolderSize.java
//SOURCES TransactionRows.java
//SOURCES ../spark/RowFingerprint.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/Launcher.java
package sales;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import project.AtomicFile;
import project.LabException;
import project.Launcher;

/**
 * The generated data in a folder, as {@code dataset.properties} there describes them.
 *
 * @param folder usually {@code data/raw}
 * @param spec what was asked for
 * @param generator version of the rules that made the rows, {@link TransactionRows#VERSION}
 * @param fingerprint of the transactions and customers on disk, 16 hexadecimal digits
 * @param amountSum sum of all amounts, EUR, two decimals
 * @param hashSum sum of the transactions' xxhash64, modulo 2^64
 * @param files Parquet files of transactions
 * @param bytes their size
 */
public record RawData(
    Path folder,
    DatasetSpec spec,
    int generator,
    String fingerprint,
    String amountSum,
    long hashSum,
    long files,
    long bytes) {

  /** The fact table: {@code day=YYYY-MM-DD/part-*.parquet}. */
  public Path transactions() {
    return transactionsIn(folder);
  }

  /** The dimension table. */
  public Path customers() {
    return customersIn(folder);
  }

  static Path transactionsIn(Path folder) {
    return folder.resolve("transactions");
  }

  static Path customersIn(Path folder) {
    return folder.resolve("customers");
  }

  private static Path properties(Path folder) {
    return folder.resolve("dataset.properties");
  }

  /** Whether {@code folder} holds generated data. */
  public static boolean existsIn(Path folder) {
    return Files.isRegularFile(properties(folder));
  }

  /**
   * The data in {@code folder}, checked against their description by number of files and bytes.
   *
   * @throws LabException when there are none or they were changed since
   */
  public static RawData open(Path folder) {
    RawData data = describe(folder);
    FolderSize found = FolderSize.of(data.transactions());
    if (found.files() != data.files || found.bytes() != data.bytes) {
      throw LabException.failed(
          ("%s changed since it was generated: found %,d files and %,d bytes, wanted %,d files"
                  + " and %,d bytes. Run: %s")
              .formatted(
                  data.transactions(),
                  found.files(),
                  found.bytes(),
                  data.files,
                  data.bytes,
                  data.regenerate()));
    }
    return data;
  }

  /**
   * What {@code dataset.properties} says, without looking at the data.
   *
   * @throws LabException when it is missing or cannot be read
   */
  public static RawData describe(Path folder) {
    if (!existsIn(folder)) {
      throw LabException.failed(
          "No data in %s yet. Run: %s".formatted(folder, Launcher.command("generate_data")));
    }
    Properties p = new Properties();
    try (Reader in = Files.newBufferedReader(properties(folder))) {
      p.load(in);
      DatasetSpec spec =
          new DatasetSpec(
              Long.parseLong(p.getProperty("rows")),
              Long.parseLong(p.getProperty("customers")),
              Integer.parseInt(p.getProperty("days")),
              Integer.parseInt(p.getProperty("files_per_day")),
              Double.parseDouble(p.getProperty("hot_share")),
              Double.parseDouble(p.getProperty("dirt_rate")),
              Long.parseLong(p.getProperty("seed")),
              LocalDate.parse(p.getProperty("first_day")));
      return new RawData(
          folder,
          spec,
          Integer.parseInt(p.getProperty("generator")),
          Objects.requireNonNull(p.getProperty("fingerprint"), "no fingerprint"),
          Objects.requireNonNull(p.getProperty("amount_sum_eur"), "no amount_sum_eur"),
          Long.parseLong(p.getProperty("hash_sum")),
          Long.parseLong(p.getProperty("files")),
          Long.parseLong(p.getProperty("bytes")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw LabException.failed(
          "%s cannot be read (%s). Run: %s"
              .formatted(
                  properties(folder),
                  e.getMessage(),
                  Launcher.command("generate_data --overwrite")),
          e);
    }
  }

  /** The command that makes these data again. */
  String regenerate() {
    return Launcher.command("generate_data " + spec.options() + "--overwrite");
  }

  /** Whether these are the data that {@code wanted} would generate now. */
  boolean isMadeFor(DatasetSpec wanted) {
    return spec.equals(wanted) && generator == TransactionRows.VERSION;
  }

  /** Writes {@code dataset.properties}. */
  void save() {
    TreeMap<String, Object> p = new TreeMap<>();
    p.put("rows", spec.rows());
    p.put("customers", spec.customers());
    p.put("days", spec.days());
    p.put("files_per_day", spec.filesPerDay());
    p.put("hot_share", spec.hotShare());
    p.put("dirt_rate", spec.dirtRate());
    p.put("seed", spec.seed());
    p.put("first_day", spec.firstDay());
    p.put("generator", generator);
    p.put("fingerprint", fingerprint);
    p.put("amount_sum_eur", amountSum);
    p.put("hash_sum", hashSum);
    p.put("files", files);
    p.put("bytes", bytes);
    AtomicFile.write(
        properties(folder),
        p.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining()));
  }
}
