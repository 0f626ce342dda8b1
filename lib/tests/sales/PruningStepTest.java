//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sales.Transactions;
import spark.PlanFacts;
import spark.RunEvidence;
import tests.spark.Listened;
import tests.spark.LocalSession;

/** Partition pruning: a job that wants one day of three, and jobs that want them all. */
@Tag("spark")
class PruningStepTest {
  private static final SparkSession SPARK = LocalSession.naive(4);
  private static final String SECOND_DAY = "event_date = date'2025-10-02'";

  private static RunEvidence amounts(Dataset<Row> transactions, String filter) {
    return Listened.to(SPARK, () -> transactions.where(filter).select("amount").collectAsList());
  }

  private static RunEvidence inferred(String filter) {
    return amounts(Transactions.inferred(SPARK, ScenarioData.SKEWED.raw().transactions()), filter);
  }

  private static RunEvidence fromFolders(String filter) {
    return amounts(
        Transactions.fromFolders(SPARK, ScenarioData.SKEWED.raw().transactions()), filter);
  }

  private static PlanFacts.ScanFact scan(RunEvidence evidence) {
    return evidence.all(PlanFacts::scans).get(0);
  }

  @Test
  void oneDayIsOneFolderOfThree() {
    PlanFacts.ScanFact naive = scan(inferred(SECOND_DAY));
    assertEquals(List.of(), naive.partitionFilters());
    assertEquals(3, naive.partitionsRead());
    assertEquals(120, naive.filesRead());

    PlanFacts.ScanFact tuned = scan(fromFolders(SECOND_DAY));
    assertTrue(tuned.partitionFilters().contains("(day = DATE '2025-10-02')"), tuned.toString());
    assertEquals(1, tuned.partitionsRead());
    assertEquals(40, tuned.filesRead());
    assertTrue(tuned.bytes() < naive.bytes() / 2, tuned + " against " + naive);
  }

  /**
   * The statistics in the footers save the naive form the rows of other days, but every footer must
   * be read for that.
   */
  @Test
  void fewerBytesAreReadThanByPushingTheTimestampDown() {
    RunEvidence naive = inferred(SECOND_DAY);
    RunEvidence tuned = fromFolders(SECOND_DAY);
    assertEquals(
        List.of("IsNotNull(event_ts)", "GreaterThanOrEqual(event_ts,2025-10-02 00:00:00.0)"),
        scan(naive).pushedFilters().subList(0, 2));
    assertEquals(20_000, scan(naive).rows());
    assertEquals(20_000, scan(tuned).rows());
    assertTrue(
        tuned.totals().bytesRead() < 0.8 * naive.totals().bytesRead(),
        tuned.totals() + " against " + naive.totals());
  }

  @Test
  void aFilterOnAnythingElseReadsEveryFolder() {
    for (RunEvidence evidence :
        List.of(inferred("customer_id = 7"), fromFolders("customer_id = 7"))) {
      assertEquals(3, scan(evidence).partitionsRead());
      assertEquals(120, scan(evidence).filesRead());
    }
  }

  @Test
  void aJobOverAllDaysReadsTheSameFilesAndSavesAColumn() {
    StepRun naive = StepRun.of(ScenarioData.SKEWED, "none", StepRun.SIXTEEN);
    StepRun tuned = StepRun.of(ScenarioData.SKEWED, "pruning", StepRun.SIXTEEN);
    assertEquals(120, naive.transactions().filesRead());
    assertEquals(120, tuned.transactions().filesRead());
    assertEquals(naive.transactions().partitionsRead(), tuned.transactions().partitionsRead());
    assertEquals(naive.transactions().rows(), tuned.transactions().rows());
    assertEquals(naive.scanStage().numTasks(), tuned.scanStage().numTasks());
    assertEquals(List.of("customer_id", "amount", "event_ts"), naive.transactions().columns());
    assertEquals(List.of("customer_id", "amount"), tuned.transactions().columns());
  }

  /** A file of 10 kB comes whole, whatever is wanted of it. */
  @Test
  void theColumnSavesBytesInLargerFilesOnly() {
    assertEquals(inputBytes("none"), inputBytes("pruning"));
    assertTrue(
        inputBytes("compacted,pruning") < 0.8 * inputBytes("compacted"),
        inputBytes("compacted,pruning") + " against " + inputBytes("compacted"));
  }

  private static long inputBytes(String steps) {
    return StepRun.of(ScenarioData.SKEWED, steps, StepRun.SIXTEEN).inputBytes();
  }

  @Test
  void aGivenSchemaNeedsNoJobThatLooksForOne() {
    assertTrue(looksForASchema("none"));
    assertFalse(looksForASchema("pruning"));
  }

  private static boolean looksForASchema(String steps) {
    return StepRun.of(ScenarioData.SKEWED, steps, StepRun.SIXTEEN).evidence().stages().stream()
        .anyMatch(stage -> stage.name().startsWith("parquet at Transactions.java:"));
  }
}
