//SOURCES DataVersion.java
//SOURCES DatasetSpec.java
//SOURCES DayRows.java
//SOURCES FolderSize.java
//SOURCES TransactionRows.java
//SOURCES ../spark/InputTotals.java
//SOURCES ../spark/RowFingerprint.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Publication.java
//SOURCES ../project/Quantity.java
package sales;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import project.AtomicFile;
import project.LabException;
import project.Launcher;
import project.Publication;
import project.Quantity;
import spark.InputTotals;

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
 * @param customersFingerprint of the customers alone; empty when an earlier version of the lab
 *     wrote the description
 * @param days what each day's folder holds; empty for the same reason
 */
public record RawData(
    Path folder,
    DatasetSpec spec,
    int generator,
    String fingerprint,
    String amountSum,
    long hashSum,
    long files,
    long bytes,
    String customersFingerprint,
    SortedMap<LocalDate, DayRows> days) {

  /** Transactions in all. */
  public long rows() {
    return spec.allRows();
  }

  /** What an output made from all of them has to account for. */
  public InputTotals totals() {
    return new InputTotals(rows(), Optional.of(new BigDecimal(amountSum)));
  }

  /** Which rows they are. */
  public DataVersion version() {
    TreeMap<LocalDate, String> fingerprints = new TreeMap<>();
    days.forEach((day, rows) -> fingerprints.put(day, rows.fingerprint()));
    return new DataVersion(fingerprint, customersFingerprint, fingerprints);
  }

  /** Before the day of transactions that arrived late. */
  private static final String LATE = "late.";

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
          ("%s changed since it was generated: found %s and %,d bytes, wanted %s"
                  + " and %,d bytes. Run: %s")
              .formatted(
                  shown(data.transactions()),
                  Quantity.count(found.files(), "file"),
                  found.bytes(),
                  Quantity.count(data.files, "file"),
                  data.bytes,
                  data.spec.command()));
    }
    return data;
  }

  /**
   * What {@code dataset.properties} says, without looking at the data.
   *
   * @throws LabException when it is missing or cannot be read
   */
  public static RawData describe(Path folder) {
    return describe(folder, RawData::remake);
  }

  /**
   * The same with other advice.
   *
   * @param advice what to do when it cannot be read, given the options as far as they can
   */
  static RawData describe(Path folder, Function<Optional<DatasetSpec>, String> advice) {
    if (!existsIn(folder)) {
      throw LabException.failed(
          "No data in %s yet. Run: %s".formatted(shown(folder), Launcher.command("generate_data")));
    }
    Optional<DatasetSpec> spec = Optional.empty();
    try (InputStream in = Files.newInputStream(properties(folder))) {
      Properties p = new Properties();
      p.load(in);
      spec = Optional.of(spec(p));
      return new RawData(
          folder,
          spec.get(),
          value(p, "generator", Integer::parseInt),
          value(p, "fingerprint", text -> text),
          value(p, "amount_sum_eur", text -> text),
          value(p, "hash_sum", Long::parseLong),
          value(p, "files", Long::parseLong),
          value(p, "bytes", Long::parseLong),
          p.getProperty("customers_fingerprint", ""),
          DayRows.in(p));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw LabException.failed(
          "%s cannot be read (%s). %s"
              .formatted(shown(properties(folder)), e.getMessage(), advice.apply(spec)),
          e);
    }
  }

  private static DatasetSpec spec(Properties p) {
    return new DatasetSpec(
        value(p, "rows", Long::parseLong),
        value(p, "customers", Long::parseLong),
        value(p, "days", Integer::parseInt),
        value(p, "files_per_day", Integer::parseInt),
        value(p, "hot_share", Double::parseDouble),
        value(p, "dirt_rate", Double::parseDouble),
        value(p, "seed", Long::parseLong),
        value(p, "first_day", LocalDate::parse),
        late(p));
  }

  private static SortedMap<LocalDate, Long> late(Properties p) {
    TreeMap<LocalDate, Long> late = new TreeMap<>();
    for (String key : p.stringPropertyNames()) {
      if (key.startsWith(LATE)) {
        long count = value(p, key, Long::parseLong);
        late.put(LocalDate.parse(key.substring(LATE.length())), count);
      }
    }
    return late;
  }

  private static <T> T value(Properties p, String key, Function<String, T> parser) {
    String text = p.getProperty(key, "").strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("no " + key);
    }
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(key + "=" + text, e);
    }
  }

  private static String shown(Path path) {
    return Publication.visible(path.toString());
  }

  private static String remake(Optional<DatasetSpec> spec) {
    return spec.map(known -> "Run: " + known.command())
        .orElse(
            "What the data were made with is unknown, so choose the rows. Run: "
                + Launcher.command("generate_data --rows 2M --overwrite"));
  }

  /**
   * What to do when the data in a folder turn out to be damaged: the command that makes the same
   * again, as far as {@code dataset.properties} still tells.
   */
  public static String remakeIn(Path folder) {
    try {
      return remake(Optional.of(describe(folder).spec));
    } catch (LabException unreadable) {
      return unreadable.getMessage();
    }
  }

  /** Whether these are the data that {@code wanted} would generate now. */
  public boolean isMadeFor(DatasetSpec wanted) {
    return spec.equals(wanted) && generator == TransactionRows.VERSION;
  }

  /** Whether more late transactions, and nothing else, would make them those of {@code wanted}. */
  boolean lacksOnlyLate(DatasetSpec wanted) {
    return generator == TransactionRows.VERSION && !spec.missingFor(wanted).isEmpty();
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
    p.put("customers_fingerprint", customersFingerprint);
    spec.late().forEach((day, count) -> p.put(LATE + day, count));
    DayRows.put(days, p);
    AtomicFile.write(
        properties(folder),
        p.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining()));
  }
}
