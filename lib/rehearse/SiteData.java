//SOURCES ../project/AtomicFile.java
//SOURCES ../sales/FolderSize.java
//SOURCES ../spark/Sessions.java
package rehearse;

import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import project.AtomicFile;
import sales.FolderSize;
import spark.SessionSpec;
import spark.Sessions;

/** The raw tables of a rehearsal, as their producers might spoil them. */
final class SiteData implements AutoCloseable {
  /** The second of the data's days: it has one before it and one after it. */
  private static final LocalDate DAY = LocalDate.parse("2025-10-02");

  /** Before the files that were added. */
  private static final String ADDED = "added-";

  /** Beyond any customer that the data have. */
  private static final long FIRST_ADDED = 1L << 40;

  private final Path folder;
  private Optional<SparkSession> session = Optional.empty();

  SiteData(Path folder) {
    this.folder = folder;
  }

  /** The day that something happens to. */
  LocalDate day() {
    return DAY;
  }

  private Path raw() {
    return folder.resolve("data/raw");
  }

  private Path folderOfTheDay() {
    return raw().resolve("transactions/day=" + DAY);
  }

  /** The files of that day, sorted by name. */
  List<Path> filesOfTheDay() throws IOException {
    return parquet(folderOfTheDay());
  }

  private static List<Path> parquet(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  private SparkSession spark() {
    if (session.isEmpty()) {
      SessionSpec spec = SessionSpec.local("rehearsal", SessionSpec.localMaster(0));
      session = Optional.of(Sessions.open(spec));
    }
    return session.get();
  }

  /** Puts other rows in the place of those of the day, and describes the files as they are. */
  void deliverTheDayAgain(UnaryOperator<Dataset<Row>> change) throws IOException {
    List<Path> before = filesOfTheDay();
    Dataset<Row> day = spark().read().parquet(folderOfTheDay().toString());
    List<Path> after = written(change.apply(day).coalesce(before.size()));
    for (Path file : before) {
      Files.delete(file);
    }
    for (Path file : after) {
      Files.move(file, folderOfTheDay().resolve(file.getFileName()));
    }
    describe();
  }

  /** What describes the data says how many files and bytes there are, as their producer would. */
  private void describe() throws IOException {
    FolderSize size = FolderSize.of(raw().resolve("transactions"));
    Path file = raw().resolve("dataset.properties");
    AtomicFile.write(
        file,
        Files.readString(file)
            .replaceAll("(?m)^files=.*$", "files=" + size.files())
            .replaceAll("(?m)^bytes=.*$", "bytes=" + size.bytes()));
  }

  /** Adds customers that no transaction is of. */
  void addCustomers(long count) throws IOException {
    Dataset<Row> customers = spark().read().parquet(raw().resolve("customers").toString());
    Dataset<Row> some = customers.limit(1).drop("customer_id");
    Dataset<Row> more =
        spark()
            .range(FIRST_ADDED, FIRST_ADDED + count)
            .withColumnRenamed("id", "customer_id")
            .crossJoin(some)
            .withColumn("signup_date", lit(null).cast("date"));
    for (Path file : written(more.coalesce(1))) {
      Files.move(file, raw().resolve("customers").resolve(ADDED + file.getFileName()));
    }
  }

  /** Takes them away again. */
  void removeAddedCustomers() throws IOException {
    for (Path file : parquet(raw().resolve("customers"))) {
      if (file.getFileName().toString().startsWith(ADDED)) {
        Files.delete(file);
      }
    }
  }

  private List<Path> written(Dataset<Row> rows) throws IOException {
    Path place = Files.createTempDirectory(folder, "delivery-");
    rows.write().mode("overwrite").parquet(place.toString());
    return new ArrayList<>(parquet(place));
  }

  @Override
  public void close() {
    session.ifPresent(SparkSession::stop);
  }
}
