//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sales.AmountBucket;
import sales.Transactions;
import spark.PlanFacts;
import spark.RunEvidence;
import spark.TaskMetric;
import tests.spark.Listened;
import tests.spark.LocalSession;

/**
 * Native expressions: what Catalyst does with a bucket it sees through, and where it is no help.
 */
@Tag("spark")
class NativeStepTest {
  private static final long ROWS = 30_000;

  /** Ids of the transactions, none of which lacks an amount, whose bucket passes a filter. */
  private static RunEvidence read(UnaryOperator<Column> form, String filter) {
    Dataset<Row> rows =
        Transactions.fromFolders(LocalSession.naive(4), ScenarioData.EVEN.raw().transactions())
            .withColumn("bucket", form.apply(col("amount")))
            .where(filter)
            .select("id");
    return Listened.to(rows.sparkSession(), rows::collectAsList);
  }

  private static RunEvidence opaque(String filter) {
    return read(AmountBucket::opaqueUdf, filter);
  }

  private static RunEvidence expression(String filter) {
    return read(AmountBucket::expression, filter);
  }

  private static PlanFacts.ScanFact scan(RunEvidence evidence) {
    return evidence.all(PlanFacts::scans).get(0);
  }

  @Test
  void aFilterOnTheBucketIsPushedToTheScan() {
    RunEvidence naive = opaque("bucket = 'unknown'");
    assertEquals(List.of(), scan(naive).pushedFilters());
    assertEquals(List.of("UDF(amount)"), naive.all(PlanFacts::opaque));
    RunEvidence tuned = expression("bucket = 'unknown'");
    assertEquals(List.of("IsNull(amount)"), scan(tuned).pushedFilters());
    assertEquals(List.of(), tuned.all(PlanFacts::opaque));
  }

  /** Parquet's footers say that no amount is missing. */
  @Test
  void filesWithoutSuchAnAmountAreSkippedByTheirFooters() {
    assertEquals(ROWS, scan(opaque("bucket = 'unknown'")).rows());
    assertEquals(0, scan(expression("bucket = 'unknown'")).rows());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bucket is null", "bucket = 'medium'"})
  void aBucketThatCannotBeIsKnownWithoutReadingAnything(String filter) {
    assertEquals(ROWS, scan(opaque(filter)).rows());
    assertEquals(List.of(), expression(filter).stages());
  }

  @Test
  void aFilterOnARangeOfAmountsIsPushedInNeitherForm() {
    for (RunEvidence evidence : List.of(opaque("bucket = 'low'"), expression("bucket = 'low'"))) {
      assertEquals(List.of(), scan(evidence).pushedFilters());
      assertEquals(ROWS, scan(evidence).rows());
    }
  }

  @Test
  void withoutAFilterTheSameIsReadShuffledAndCompiled() {
    StepRun naive = StepRun.of(ScenarioData.SKEWED, "none", StepRun.SIXTEEN);
    StepRun tuned = StepRun.of(ScenarioData.SKEWED, "native", StepRun.SIXTEEN);
    assertEquals(List.of("UDF(amount)"), naive.plan().opaque());
    assertEquals(List.of(), tuned.plan().opaque());
    assertEquals(naive.transactions(), tuned.transactions());
    assertEquals(naive.inputBytes(), tuned.inputBytes());
    assertEquals(naive.tasks(), tuned.tasks());
    assertEquals(naive.plan().joins(), tuned.plan().joins());
    assertEquals(naive.plan().codegenStages(), tuned.plan().codegenStages());
    assertEquals(naive.shufflesByCustomer(), tuned.shufflesByCustomer());
    assertEquals(
        naive.joinStage().of(TaskMetric.SHUFFLE_WRITE_RECORDS),
        tuned.joinStage().of(TaskMetric.SHUFFLE_WRITE_RECORDS));
  }
}
