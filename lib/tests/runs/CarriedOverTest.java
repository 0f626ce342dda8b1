//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../spark/LocalSession.java
//SOURCES ../../runs/Reprocessing.java
//SOURCES ../../sales/DailySales.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import project.FileTree;
import project.LabException;
import project.Launcher;
import project.Workspace;
import runs.Reprocessing;
import sales.DailySales;
import sales.EventDates;
import sales.OutputLayout;
import sales.RawData;
import tests.spark.LocalSession;

/** What a run that computes the second of three days looks at in what it carries over. */
@Tag("spark")
class CarriedOverTest {
  private static final LocalDate SECOND = LocalDate.parse("2025-10-02");
  private static final String ROWS =
      "select to_date(d) as event_date, 'public' as segment, 'low' as bucket, 5L as tx_count,"
          + " cast(7.5 as decimal(18,2)) as revenue from values ('2025-10-01'), ('2025-10-02'),"
          + " ('2025-10-03') as t(d)";
  private static final String RUN = " Run: " + Launcher.command("optimized");

  private final SparkSession spark = LocalSession.open();
  @TempDir Path temp;
  Path target;
  Path written;

  @BeforeEach
  void writeThePreviousOutput() throws IOException {
    target = temp.resolve("data/silver/daily_sales/optimized");
    written = temp.resolve("written");
    write(ROWS, target);
    Files.writeString(
        target.resolve("_run.properties"), "run_id=r1\nvariant=optimized\ndata_fingerprint=f\n");
  }

  private void write(String select, Path folder) {
    OutputLayout.partitionedByDate(spark.sql(select), folder);
  }

  private Reprocessing reprocessing() throws IOException {
    Path raw = Files.createDirectories(temp.resolve("data/raw"));
    Files.writeString(
        raw.resolve("dataset.properties"),
        """
        rows=15
        customers=9
        days=3
        files_per_day=1
        hot_share=0
        dirt_rate=0
        seed=1
        first_day=2025-10-01
        generator=1
        fingerprint=f
        amount_sum_eur=22.50
        hash_sum=1
        files=0
        bytes=0
        customers_fingerprint=c
        day.2025-10-01=5 7.50 a
        day.2025-10-02=5 7.50 b
        day.2025-10-03=5 7.50 c
        """);
    EventDates second = new EventDates(Optional.of(SECOND), Optional.of(SECOND));
    Workspace workspace = new Workspace(temp, false);
    return Reprocessing.of(second, RawData.describe(raw), target, workspace, "optimized");
  }

  private static String failure(Executable failing) {
    return assertThrows(LabException.class, failing).getMessage();
  }

  @Test
  void theDayThatWasWrittenAndTheCarriedOnesMakeTheWhole() throws IOException {
    write(ROWS + " where d = '2025-10-02'", written);
    Reprocessing some = reprocessing();
    some.checkColumns(DailySales.TABLE);
    some.carryInto(written);
    some.checkCoverage(spark, DailySales.TABLE, written);
    assertEquals(3, spark.read().parquet(written.toString()).count());
    for (String day : new String[] {"event_date=2025-10-01", "event_date=2025-10-03"}) {
      assertTrue(Files.isSameFile(file(target.resolve(day)), file(written.resolve(day))), day);
    }
  }

  private static Path file(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void otherColumnsAreNotCarriedOver() throws IOException {
    FileTree.delete(target.resolve("event_date=2025-10-03"));
    write(ROWS.replace("5L as", "5 as") + " where d = '2025-10-03'", target);
    Reprocessing some = reprocessing();
    assertEquals(
        ("%s cannot be carried over: event_date=2025-10-03 has the columns segment string, bucket"
                + " string, tx_count int, revenue decimal(18,2), wanted segment string, bucket"
                + " string, tx_count bigint, revenue decimal(18,2).%s")
            .formatted(target, RUN),
        failure(() -> some.checkColumns(DailySales.TABLE)));
  }

  /** A folder read as one would have the column, of nulls in this file. */
  @Test
  void aColumnThatOneDayLacksIsNoticed() throws IOException {
    FileTree.delete(target.resolve("event_date=2025-10-03"));
    write(ROWS.replace("'public' as segment,", "") + " where d = '2025-10-03'", target);
    Reprocessing some = reprocessing();
    String said = failure(() -> some.checkColumns(DailySales.TABLE));
    assertTrue(said.contains("2025-10-03 has the columns bucket string, tx_count bigint, "), said);
  }

  /** The columns of the day that is computed anew do not matter. */
  @Test
  void onlyTheDaysThatAreCarriedOverAreLookedAt() throws IOException {
    FileTree.delete(target.resolve("event_date=2025-10-02"));
    write(ROWS.replace("revenue", "turnover") + " where d = '2025-10-02'", target);
    Reprocessing some = reprocessing();
    assertDoesNotThrow(() -> some.checkColumns(DailySales.TABLE));
  }

  /** As a job does that forgets the range it was given. */
  @Test
  void aJobThatWritesOtherDaysPublishesNothing() throws IOException {
    write(ROWS, written);
    Reprocessing some = reprocessing();
    String said = failure(() -> some.carryInto(written));
    assertTrue(
        said.startsWith(
            "The job wrote [event_date=2025-10-01, event_date=2025-10-02, event_date=2025-10-03],"
                + " wanted [event_date=2025-10-02], so nothing is published."),
        said);
  }

  @Test
  void anOutputThatIsRemovedMeanwhileIsNotCarriedOver() throws IOException {
    write(ROWS + " where d = '2025-10-02'", written);
    Reprocessing some = reprocessing();
    FileTree.delete(target);
    assertTrue(
        failure(() -> some.carryInto(written)).contains(" was replaced by other runs while "));
  }

  /** Somebody deleted a file of the published output, or changed one. */
  @Test
  void aCarriedDayThatLacksRowsIsNotPublishedAgain() throws IOException {
    write(ROWS + " where d = '2025-10-02'", written);
    Files.delete(file(target.resolve("event_date=2025-10-03")));
    Reprocessing some = reprocessing();
    some.carryInto(written);
    assertEquals(
        ("The output counts 0 transactions of 2025-10-03 where the input has 5, so it is not"
                + " published. It was carried over from %s.%s")
            .formatted(target, RUN),
        failure(() -> some.checkCoverage(spark, DailySales.TABLE, written)));
  }

  @Test
  void aDayThatWasComputedWrongIsNamed() throws IOException {
    write(ROWS.replace("7.5", "7.4") + " where d = '2025-10-02'", written);
    Reprocessing some = reprocessing();
    some.carryInto(written);
    String said = failure(() -> some.checkCoverage(spark, DailySales.TABLE, written));
    assertTrue(
        said.startsWith(
            "The output's revenue of 2025-10-02 adds up to 7.40 where the input has 7.50, so it is"
                + " not published. Look for damaged or changed files: "),
        said);
  }
}
