//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../spark/LocalSession.java
//SOURCES ../../sales/DatasetWriter.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sales.DatasetSpec;
import sales.DatasetWriter;
import sales.DayRows;
import sales.RawData;
import sales.Transactions;
import spark.RowFingerprint;
import tests.spark.LocalSession;

/** What each day's folder holds, and what arrives there after the others. */
@Tag("spark")
class LateTransactionsTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 1);
  private static final DatasetSpec SPEC =
      new DatasetSpec(2_000, 1_000, 4, 2, 0.2, 0.01, 42, FIRST_DAY);

  @TempDir Path temp;
  private final SparkSession spark = LocalSession.open();

  /** Against an independent reading of the day's rows. */
  @Test
  void everyDayIsDescribedByItself() {
    RawData data = DatasetWriter.write(spark, SPEC, temp.resolve("raw"));
    assertEquals(4, data.days().size());
    for (Map.Entry<LocalDate, DayRows> day : data.days().entrySet()) {
      Row found =
          Transactions.withSchema(spark, data.transactions())
              .where("day = date'%s'".formatted(day.getKey()))
              .selectExpr(
                  "count(*)", "sum(amount)", "sum(xxhash64(id, customer_id, amount, event_ts))")
              .first();
      String schema = RowFingerprint.describe(Transactions.SCHEMA);
      RowFingerprint fingerprint = new RowFingerprint(found.getLong(0), found.getLong(2), schema);
      assertEquals(
          new DayRows(found.getLong(0), found.getDecimal(1), fingerprint.digits()), day.getValue());
    }
    assertEquals(4, data.days().values().stream().map(DayRows::fingerprint).distinct().count());
  }

  /** Two arrivals, the second with more for a day of the first. */
  @Test
  void lateTransactionsAreTheSameHoweverTheyArrive() throws IOException {
    Path folder = temp.resolve("arriving");
    RawData before = DatasetWriter.write(spark, SPEC, folder);
    Path old = folder.toRealPath();
    Map<String, Long> oldFiles = contents(old);
    RawData once =
        DatasetWriter.addLate(spark, before, SPEC.withLate(Map.of(FIRST_DAY.plusDays(1), 30L)));
    assertEquals(2_030, once.rows());
    assertEquals(before.files() + 1, once.files());
    assertEquals(Set.of(FIRST_DAY.plusDays(1)), once.version().changedSince(before.version()));
    assertEquals(oldFiles, contents(old), "the version before was changed");
    assertEquals(once, RawData.open(folder));

    DatasetSpec both = SPEC.withLate(Map.of(FIRST_DAY.plusDays(1), 50L, FIRST_DAY.plusDays(2), 7L));
    RawData twice = DatasetWriter.addLate(spark, once, both);
    RawData atOnce = DatasetWriter.write(spark, both, temp.resolve("at once"));
    assertEquals(2_057, twice.rows());
    assertEquals(atOnce.fingerprint(), twice.fingerprint());
    assertEquals(atOnce.days(), twice.days());
    assertEquals(atOnce.spec(), twice.spec());
    Dataset<Row> rows = Transactions.withSchema(spark, twice.transactions());
    assertEquals(2_057, rows.select("id").distinct().count());
    assertEquals(0, rows.where("not (to_date(event_ts) <=> day)").count());
    assertEquals(57, rows.where("id >= 2000").count());
  }

  private static Map<String, Long> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(
              Collectors.toMap(
                  f -> folder.relativize(f).toString(), f -> f.toFile().lastModified()));
    }
  }
}
