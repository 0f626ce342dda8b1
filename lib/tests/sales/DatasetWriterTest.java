//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../spark/LocalSession.java
//SOURCES ../../sales/DatasetWriter.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sales.DatasetSpec;
import sales.DatasetWriter;
import sales.FolderSize;
import sales.RawData;
import sales.Transactions;
import spark.RowFingerprint;
import tests.spark.LocalSession;

/** What the generator writes, against its own description. */
@Tag("spark")
class DatasetWriterTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 10, 1);
  private static final double HOT = 0.2;
  private static final double DIRT = 0.01;

  /** Rows that four days cannot share evenly. */
  private static final DatasetSpec SPEC = spec(100_003, 4, 12, HOT, DIRT, 42);

  /** Standard deviations that a share may be off; the data are the same every time. */
  private static final double SIGMAS = 4;

  @TempDir static Path temp;
  static SparkSession spark;
  static RawData data;

  static DatasetSpec spec(
      long rows, int days, int filesPerDay, double hotShare, double dirtRate, long seed) {
    return new DatasetSpec(rows, 1_000, days, filesPerDay, hotShare, dirtRate, seed, FIRST_DAY);
  }

  @BeforeAll
  static void write() {
    spark = LocalSession.open();
    data = DatasetWriter.write(spark, SPEC, temp.resolve("raw"));
    Transactions.withSchema(spark, data.transactions()).createOrReplaceTempView("t");
    spark.read().parquet(data.customers().toString()).createOrReplaceTempView("c");
  }

  static Row row(String query) {
    return spark.sql(query).first();
  }

  static long number(String query) {
    return row(query).getLong(0);
  }

  /** As many of the rows as a share of them, give or take what chance allows. */
  static void assertShare(double share, long found, long rows) {
    double deviation = Math.sqrt(rows * share * (1 - share));
    assertEquals(rows * share, found, SIGMAS * deviation);
  }

  @Test
  void idsCountFromZeroWithoutGaps() {
    Row ids = row("select count(*), count(distinct id), min(id), max(id) from t");
    assertEquals("[100003,100003,0,100002]", ids.toString());
  }

  @Test
  void daysAreConsecutiveAndFilledEvenly() {
    List<String> days =
        spark
            .sql("select day, count(*), min(id), max(id) from t group by day order by day")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
    assertEquals(
        List.of(
            "[2025-10-01,25000,0,24999]",
            "[2025-10-02,25001,25000,50000]",
            "[2025-10-03,25001,50001,75001]",
            "[2025-10-04,25001,75002,100002]"),
        days);
  }

  @Test
  void everyTimestampLiesInItsDay() {
    assertEquals(0, number("select count(*) from t where not (to_date(event_ts) <=> day)"));
    assertEquals(
        0, number("select count(*) from t where event_ts <> date_trunc('second', event_ts)"));
  }

  @Test
  void timesAreSpreadOverTheWholeDay() {
    for (Row hour : spark.sql("select count(*) from t group by hour(event_ts)").collectAsList()) {
      assertShare(1 / 24.0, hour.getLong(0), SPEC.rows());
    }
    assertEquals(24, number("select count(distinct hour(event_ts)) from t"));
  }

  @Test
  void theHotCustomerHasItsShare() {
    assertShare(HOT, number("select count(*) from t where customer_id = 0"), SPEC.rows());
  }

  @Test
  void theOthersShareTheRest() {
    List<Row> counts =
        spark
            .sql("select count(*) from t where customer_id between 1 and 999 group by customer_id")
            .collectAsList();
    assertEquals(999, counts.size());
    double share = (1 - HOT - DIRT) / 999;
    double widest = 5 * Math.sqrt(SPEC.rows() * share);
    counts.forEach(c -> assertEquals(SPEC.rows() * share, c.getLong(0), widest));
  }

  @Test
  void dirtHasItsShareOfAmountsAndOfCustomers() {
    assertShare(DIRT, number("select count(*) from t where amount is null"), SPEC.rows());
    assertShare(
        DIRT,
        number("select count(*) from t left anti join c on t.customer_id = c.customer_id"),
        SPEC.rows());
    assertEquals(0, number("select count(*) from t where customer_id is null or event_ts is null"));
  }

  @Test
  void aMissingAmountHasNothingToDoWithTheCustomer() {
    long hot = number("select count(*) from t where customer_id = 0");
    long missing = number("select count(*) from t where customer_id = 0 and amount is null");
    assertShare(DIRT, missing, hot);
  }

  /** The product of two uniform draws is below x with probability x - x ln x. */
  @Test
  void amountsLieBetweenACentAndFiveHundredMostlySmall() {
    Row range = row("select min(amount), max(amount) from t");
    assertTrue(range.getDecimal(0).doubleValue() >= 0.01, range.toString());
    assertTrue(range.getDecimal(0).doubleValue() < 0.10, range.toString());
    assertTrue(range.getDecimal(1).doubleValue() <= 500.00, range.toString());
    assertTrue(range.getDecimal(1).doubleValue() > 490.00, range.toString());
    long amounts = number("select count(amount) from t");
    for (double limit : new double[] {1, 20, 100, 250}) {
      double x = limit / 500;
      assertShare(
          x - x * Math.log(x), number("select count(*) from t where amount < " + limit), amounts);
    }
  }

  @Test
  void customersAreCompleteAndSignedUpBefore() {
    assertEquals(
        "[1000,1000,0,999]",
        row("select count(*), count(distinct customer_id), min(customer_id), max(customer_id)"
                + " from c")
            .toString());
    assertEquals(
        0,
        number(
            "select count(*) from c"
                + " where datediff(date'2025-10-01', signup_date) not between 1 and 1095"));
    List<Row> segments = spark.sql("select count(*) from c group by segment").collectAsList();
    assertEquals(4, segments.size());
    segments.forEach(s -> assertShare(0.25, s.getLong(0), 1_000));
  }

  @Test
  void theFilesHoldTheTypesThatReadersExpect() {
    String folder = data.transactions().resolve("day=2025-10-01").toString();
    assertEquals(
        "id bigint,customer_id bigint,amount decimal(8,2),event_ts timestamp",
        RowFingerprint.describe(spark.read().parquet(folder).schema()));
    assertEquals(
        "customer_id bigint,segment string,signup_date date",
        RowFingerprint.describe(spark.table("c").schema()));
  }

  @Test
  void theDescriptionIsWhatIsOnDisk() {
    RawData opened = RawData.open(data.folder());
    assertEquals(data, opened);
    assertEquals(SPEC, opened.spec());
    assertEquals(
        new FolderSize(opened.files(), opened.bytes()), FolderSize.of(opened.transactions()));
    Row sums = row("select sum(amount), sum(xxhash64(id, customer_id, amount, event_ts)) from t");
    assertEquals(sums.getDecimal(0).toPlainString(), opened.amountSum());
    assertEquals(sums.getLong(1), opened.hashSum());
  }

  @Test
  void bothWaysOfReadingGiveTheSameRows() {
    Dataset<Row> naive = Transactions.inferred(spark, data.transactions());
    Dataset<Row> tuned = Transactions.fromFolders(spark, data.transactions());
    assertEquals(RowFingerprint.of(naive), RowFingerprint.of(tuned));
    assertTrue(plan(naive).contains("event_ts"), plan(naive));
    assertFalse(plan(tuned).contains("event_ts"), plan(tuned));
  }

  static String plan(Dataset<Row> rows) {
    return rows.queryExecution().executedPlan().toString();
  }

  static List<Long> filesPerDay(RawData data) throws IOException {
    try (Stream<Path> days = Files.list(data.transactions())) {
      return days.map(day -> FolderSize.of(day).files()).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"4, 1", "4, 12", "1, 5", "2, 5", "3, 7", "1, 120"})
  void everyDayHasAsManyFilesAsAskedForWhateverTheCores(int days, int files) throws IOException {
    RawData other =
        DatasetWriter.write(spark, spec(20_000, days, files, HOT, DIRT, 42), temp.resolve("files"));
    assertEquals(Collections.nCopies(days, (long) files), filesPerDay(other));
  }

  /** Same rows in 10 and in 120 files a day; one task a day and several. */
  @Test
  void theNumberOfFilesChangesNoRow() {
    RawData few =
        DatasetWriter.write(spark, spec(20_000, 2, 10, HOT, DIRT, 7), temp.resolve("few"));
    RawData many =
        DatasetWriter.write(spark, spec(20_000, 2, 120, HOT, DIRT, 7), temp.resolve("many"));
    assertEquals(few.fingerprint(), many.fingerprint());
    assertEquals(few.hashSum(), many.hashSum());
    assertEquals(
        RowFingerprint.of(Transactions.withSchema(spark, few.transactions())),
        RowFingerprint.of(Transactions.withSchema(spark, many.transactions())));
    assertEquals(List.of(20L, 240L), List.of(few.files(), many.files()));
  }

  @Test
  void whateverElseIsAskedForGivesOtherRows() {
    List<DatasetSpec> specs =
        List.of(
            spec(2_000, 2, 1, 0.2, 0.01, 1),
            spec(2_000, 2, 1, 0.2, 0.01, 2),
            spec(2_001, 2, 1, 0.2, 0.01, 1),
            spec(2_000, 1, 1, 0.2, 0.01, 1),
            spec(2_000, 2, 1, 0.3, 0.01, 1),
            spec(2_000, 2, 1, 0.2, 0.02, 1));
    List<String> fingerprints =
        specs.stream()
            .map(s -> DatasetWriter.write(spark, s, temp.resolve("other")).fingerprint())
            .toList();
    assertEquals(specs.size(), fingerprints.stream().distinct().count(), fingerprints.toString());
  }

  @Test
  void withoutSkewAndDirtThereIsNeither() {
    RawData clean = DatasetWriter.write(spark, spec(5_000, 1, 1, 0, 0, 42), temp.resolve("clean"));
    Dataset<Row> rows = Transactions.withSchema(spark, clean.transactions());
    assertEquals(0, rows.where("amount is null or customer_id = 0 or customer_id > 999").count());
    assertNotEquals(data.fingerprint(), clean.fingerprint());
  }
}
