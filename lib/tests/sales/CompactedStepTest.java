//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sales.Transactions;
import spark.PlanFacts;
import spark.RunEvidence;
import spark.TaskMetric;
import tests.spark.Listened;
import tests.spark.LocalSession;

/** Compacted input: many small files rewritten as few, and few files rewritten as few. */
@Tag("spark")
class CompactedStepTest {
  private static final StepRun NAIVE = StepRun.of(ScenarioData.SKEWED, "none", StepRun.SIXTEEN);
  private static final StepRun TUNED =
      StepRun.of(ScenarioData.SKEWED, "compacted", StepRun.SIXTEEN);

  @Test
  void theSameRowsLieInSixFilesInsteadOfOneHundredAndTwenty() {
    assertEquals(120, NAIVE.transactions().filesRead());
    assertEquals(6, TUNED.transactions().filesRead());
    assertEquals(3, TUNED.transactions().partitionsRead());
    assertEquals(NAIVE.transactions().rows(), TUNED.transactions().rows());
    assertEquals(NAIVE.transactions().columns(), TUNED.transactions().columns());
  }

  /** A file has a footer, and values compress with their neighbours. */
  @Test
  void fewerBytesHoldAndAnswerTheSame() {
    assertTrue(TUNED.transactions().bytes() < 0.9 * NAIVE.transactions().bytes());
    assertTrue(
        TUNED.inputBytes() < 0.8 * NAIVE.inputBytes(),
        TUNED.inputBytes() + " against " + NAIVE.inputBytes());
  }

  /** Which is what makes the lookups of a broadcast join find the same customer again. */
  @Test
  void everyFileIsInTheOrderOfItsCustomers() throws IOException {
    for (Path file : parquetFiles(ScenarioData.SKEWED.compacted())) {
      List<Long> customers =
          LocalSession.open()
              .read()
              .parquet(file.toString())
              .select("customer_id")
              .as(Encoders.LONG())
              .collectAsList();
      assertEquals(customers.stream().sorted().toList(), customers);
      assertTrue(customers.stream().distinct().count() > 400, "" + customers.size());
    }
  }

  private static List<Path> parquetFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).toList();
    }
  }

  @Test
  void fewerTasksScan() {
    assertEquals(4, NAIVE.scanStage().numTasks());
    assertEquals(2, TUNED.scanStage().numTasks());
  }

  /** What it costs: everything is read and written once, and read again to be checked. */
  @Test
  void filesThatAreFewAlreadyAreRewrittenForNothing() {
    Path few = ScenarioData.EVEN.raw().transactions();
    Path copy = ScenarioData.folder();
    RunEvidence price = Listened.to(LocalSession.open(), () -> ScenarioData.EVEN.compact(copy));
    PlanFacts.WriteFact written = price.all(PlanFacts::writes).get(0);
    assertEquals(30_000, written.rows());
    assertTrue(price.totals().bytesRead() > 1.9 * written.bytes(), price.totals().toString());

    RunEvidence before = amounts(few);
    RunEvidence after = amounts(copy);
    PlanFacts.ScanFact raw = before.all(PlanFacts::scans).get(0);
    PlanFacts.ScanFact compacted = after.all(PlanFacts::scans).get(0);
    assertEquals(6, raw.filesRead());
    assertEquals(6, compacted.filesRead());
    // Customers in order compress a little better than in none.
    assertEquals(raw.bytes(), compacted.bytes(), 0.05 * raw.bytes());
    assertEquals(before.totals().tasks(), after.totals().tasks());
    assertEquals(inputRecords(before), inputRecords(after));
  }

  private static RunEvidence amounts(Path transactions) {
    SparkSession spark = LocalSession.naive(4);
    return Listened.to(
        spark,
        () -> Transactions.fromFolders(spark, transactions).select("amount").collectAsList());
  }

  private static long inputRecords(RunEvidence evidence) {
    return evidence.stages().get(0).of(TaskMetric.INPUT_RECORDS).sum();
  }
}
