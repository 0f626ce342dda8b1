//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sales.AmountBucket;
import sales.CustomerJoin;
import sales.OutputLayout;
import sales.Transactions;
import spark.PlanFacts;
import spark.RunEvidence;
import tests.spark.Listened;
import tests.spark.LocalSession;

/**
 * Output by date. The totals of daily_sales are too few rows to see what a layout is worth, so the
 * joined transactions are written, and read again by others.
 */
@Tag("spark")
class OutputStepTest {
  private static final SparkSession SPARK = LocalSession.naive(16);
  private static final String SECOND_DAY = "event_date = date'2025-10-02'";
  private static Path oneFolder;
  private static Path byDate;
  private static RunEvidence naive;
  private static RunEvidence tuned;

  @BeforeAll
  static void writeTheJoinedTransactions() {
    oneFolder = ScenarioData.folder();
    byDate = ScenarioData.folder();
    naive = write(OutputLayout::asComputed, oneFolder);
    tuned = write(OutputLayout::partitionedByDate, byDate);
  }

  private static RunEvidence write(BiConsumer<Dataset<Row>, Path> layout, Path folder) {
    Dataset<Row> bucketed =
        Transactions.fromFolders(SPARK, ScenarioData.SKEWED.raw().transactions())
            .withColumn("bucket", AmountBucket.expression(col("amount")));
    Dataset<Row> customers = SPARK.read().parquet(ScenarioData.SKEWED.raw().customers().toString());
    Dataset<Row> joined = CustomerJoin.SHUFFLED.apply(bucketed, customers);
    return Listened.to(SPARK, () -> layout.accept(joined, folder));
  }

  private static PlanFacts.ScanFact read(Path folder, String filter) {
    return Listened.plan(SPARK.read().parquet(folder.toString()).where(filter).select("segment"))
        .scans()
        .get(0);
  }

  private static PlanFacts.WriteFact written(RunEvidence evidence) {
    return evidence.all(PlanFacts::writes).get(0);
  }

  @Test
  void aDateIsAFolderWithOneFile() {
    assertEquals(16, written(naive).files());
    assertEquals(0, written(naive).partitions());
    assertEquals(3, written(tuned).files());
    assertEquals(3, written(tuned).partitions());
    assertEquals(List.of("event_date"), written(tuned).partitionColumns());
    assertEquals(60_000, written(naive).rows());
    assertEquals(60_000, written(tuned).rows());
  }

  @Test
  void aReaderOfOneDateOpensOneFileOfThree() {
    PlanFacts.ScanFact all = read(oneFolder, SECOND_DAY);
    assertEquals(16, all.filesRead());
    assertEquals(60_000, all.rows());
    PlanFacts.ScanFact one = read(byDate, SECOND_DAY);
    assertEquals(1, one.filesRead());
    assertEquals(1, one.partitionsRead());
    assertEquals(20_000, one.rows());
    assertTrue(one.bytes() < all.bytes() / 2, one + " against " + all);
  }

  @Test
  void aReaderOfAllDatesReadsEveryFileOfBoth() {
    PlanFacts.ScanFact all = read(oneFolder, "true");
    PlanFacts.ScanFact byFolder = read(byDate, "true");
    assertEquals(16, all.filesRead());
    assertEquals(3, byFolder.filesRead());
    assertEquals(3, byFolder.partitionsRead());
    assertEquals(60_000, all.rows());
    assertEquals(60_000, byFolder.rows());
  }

  @Test
  void writingItCostsAShuffleOfEveryRow() {
    assertEquals(2, naive.all(PlanFacts::exchanges).size());
    assertEquals(3, tuned.all(PlanFacts::exchanges).size());
    PlanFacts.ExchangeFact more = tuned.all(PlanFacts::exchanges).get(0);
    assertEquals("hashpartitioning(event_date)", more.partitioning());
    assertEquals(60_000, more.rows());
    assertTrue(
        tuned.totals().shuffleBytesWritten() > 1.5 * naive.totals().shuffleBytesWritten(),
        tuned.totals() + " against " + naive.totals());
  }

  /** Dates whose hashes fall into one partition are written by one task. */
  @Test
  void noMoreTasksWriteThanThereAreDates() {
    assertEquals(16, tasksThatWrote(naive));
    assertTrue(tasksThatWrote(tuned) <= 3, tasksThatWrote(tuned) + " tasks");
  }

  /** Those of the last stage that had anything to read. */
  private static long tasksThatWrote(RunEvidence evidence) {
    return evidence.stages().get(evidence.stages().size() - 1).taskBytes().stream()
        .filter(bytes -> bytes > 0)
        .count();
  }
}
