//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../spark/LocalSession.java
//SOURCES ../../sales/DailySales.java
//SOURCES ../../sales/OutputLayout.java
//SOURCES ../../sales/FolderSize.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sales.DailySales;
import sales.FolderSize;
import sales.OutputLayout;
import spark.RowFingerprint;
import tests.spark.LocalSession;

/** The aggregate, and the two ways its result is written. */
@Tag("spark")
class DailySalesTest {
  private static final int PARTITIONS = 32;
  private static final SparkSession SPARK = LocalSession.naive(PARTITIONS);

  @TempDir Path temp;

  static Dataset<Row> joined(String rows) {
    return SPARK.sql(
        "select cast(event_date as date) as event_date, segment, bucket,"
            + " cast(amount as decimal(8,2)) as amount from values "
            + rows
            + " as t(event_date, segment, bucket, amount)");
  }

  @Test
  void aTableComputedByHand() {
    Dataset<Row> totals =
        DailySales.totals(
            joined(
                """
                ('2025-10-01', 'public', 'low',     '10.10'),
                ('2025-10-01', 'public', 'low',     '0.01'),
                ('2025-10-01', 'public', 'mid',     '20.00'),
                ('2025-10-01', null,     'low',     '5.00'),
                ('2025-10-01', null,     'low',     '7.50'),
                ('2025-10-01', 'public', 'unknown', null),
                ('2025-10-01', 'public', 'unknown', null),
                ('2025-10-02', 'public', 'low',     '1.23')
                """));
    assertEquals(
        List.of(
            "[2025-10-01,null,low,2,12.50]",
            "[2025-10-01,public,low,2,10.11]",
            "[2025-10-01,public,mid,1,20.00]",
            "[2025-10-01,public,unknown,2,null]",
            "[2025-10-02,public,low,1,1.23]"),
        totals.orderBy("event_date", "segment", "bucket").collectAsList().stream()
            .map(Row::toString)
            .toList());
  }

  @Test
  void theOutputHasTheColumnsThatItsDescriptionPromises() {
    Dataset<Row> totals = DailySales.totals(joined("('2025-10-01', 'public', 'low', '1.00')"));
    assertEquals(
        RowFingerprint.describe(DailySales.TABLE.schema()),
        RowFingerprint.describe(totals.schema()));
    assertTrue(List.of(totals.columns()).containsAll(DailySales.TABLE.key()));
  }

  /** A tenth has no exact double: a million of them would not add up to 100,000. */
  @Test
  void centsAddUpExactlyHoweverTheyAreSplit() {
    Dataset<Row> tenths =
        SPARK.sql(
            "select date'2025-10-01' as event_date, 'public' as segment, 'low' as bucket,"
                + " cast(0.10 as decimal(8,2)) as amount from range(0, 1000000, 1, 7)");
    assertEquals("100000.00", DailySales.totals(tenths).first().getDecimal(4).toPlainString());
  }

  /** 3 days of 40 groups each. */
  private static Dataset<Row> totals() {
    return DailySales.totals(
        SPARK.sql(
            "select date_add(date'2025-10-01', cast(id % 3 as int)) as event_date,"
                + " concat('s', id % 40) as segment, 'low' as bucket,"
                + " cast(id / 100 as decimal(8,2)) as amount from range(0, 3000)"));
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void naivelyEveryPartitionWritesAFileIntoOneFolder() throws IOException {
    OutputLayout.asComputed(totals(), temp);
    long files = FolderSize.of(temp).files();
    assertTrue(files > 20 && files <= PARTITIONS, files + " files");
    assertEquals(files, namesIn(temp).size());
  }

  @Test
  void tunedThereIsOneFolderWithOneFileForEachDay() throws IOException {
    OutputLayout.partitionedByDate(totals(), temp);
    List<String> days =
        List.of("event_date=2025-10-01", "event_date=2025-10-02", "event_date=2025-10-03");
    assertEquals(days, namesIn(temp));
    for (String day : days) {
      assertEquals(1, namesIn(temp.resolve(day)).size(), day);
    }
  }

  @Test
  void bothLayoutsHoldTheSameRows() {
    OutputLayout.asComputed(totals(), temp.resolve("naive"));
    OutputLayout.partitionedByDate(totals(), temp.resolve("tuned"));
    String[] columns = totals().columns();
    List<String> rest = List.of(columns).subList(1, columns.length);
    RowFingerprint[] both =
        Stream.of("naive", "tuned")
            .map(form -> SPARK.read().parquet(temp.resolve(form).toString()))
            .map(rows -> rows.select(columns[0], rest.toArray(String[]::new)))
            .map(RowFingerprint::of)
            .toArray(RowFingerprint[]::new);
    assertEquals(120, both[0].rows());
    assertEquals(both[0], both[1]);
  }
}
