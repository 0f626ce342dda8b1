//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ReuseScenario.java
//SOURCES StepRun.java
//SOURCES ../../sales/Reuse.java
package tests.sales;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sales.Reuse;
import sales.Transactions;
import spark.PlanFacts;
import spark.RunEvidence;
import tests.spark.Listened;

/** Checkpoint: a plan that a loop makes longer and longer, rows with two consumers and with one. */
@Tag("spark")
class CheckpointStepTest {
  private static final int ROUNDS = 4;
  private static Path copy;
  private static RunEvidence longPlan;
  private static RunEvidence cutPlan;
  private static RunEvidence twoConsumers;

  @BeforeAll
  static void runALoopAndTwoConsumers() {
    Path folder = ScenarioData.folder();
    longPlan = rounds(UnaryOperator.identity());
    cutPlan = rounds(rows -> Reuse.checkpointed(rows, folder));
    copy = ScenarioData.folder();
    twoConsumers = ReuseScenario.of(rows -> Reuse.checkpointed(rows, copy));
  }

  /** Every round puts two groups of customers together and looks at what came out. */
  private static RunEvidence rounds(UnaryOperator<Dataset<Row>> everyRound) {
    SparkSession spark = ReuseScenario.spark();
    Dataset<Row> transactions =
        Transactions.fromFolders(spark, ScenarioData.EVEN.raw().transactions())
            .select(expr("customer_id as group"), lit(1L).as("transactions"));
    return Listened.to(
        spark,
        () -> {
          Dataset<Row> groups = transactions;
          for (int round = 0; round < ROUNDS; round++) {
            groups =
                everyRound.apply(
                    groups
                        .groupBy(expr("group div 2 as group"))
                        .agg(sum("transactions").as("transactions")));
            groups.collectAsList();
          }
        });
  }

  private static <T> List<T> ofEveryPlan(RunEvidence evidence, Function<PlanFacts, T> fact) {
    return evidence.plans().stream().map(fact).toList();
  }

  private static long filesRead(PlanFacts plan) {
    return plan.scans().stream().mapToLong(PlanFacts.ScanFact::filesRead).sum();
  }

  private static int exchanges(PlanFacts plan) {
    return plan.exchanges().size();
  }

  /**
   * A round of the second form is two plans: the checkpoint makes the rows, the look reads them.
   */
  @Test
  void thePlanOfALoopIsCutInEveryRound() {
    assertEquals(List.of(1, 2, 3, 4), ofEveryPlan(longPlan, p -> exchanges(p)));
    assertEquals(List.of(1, 0, 1, 0, 1, 0, 1, 0), ofEveryPlan(cutPlan, p -> exchanges(p)));
  }

  @Test
  void onlyTheFirstRoundGoesBackToTheSources() {
    assertEquals(List.of(6L, 6L, 6L, 6L), ofEveryPlan(longPlan, p -> filesRead(p)));
    assertEquals(List.of(6L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), ofEveryPlan(cutPlan, p -> filesRead(p)));
    assertEquals(List.of(0, 1, 1, 1, 1, 1, 1, 1), ofEveryPlan(cutPlan, PlanFacts::rddScans));
  }

  @Test
  void bothConsumersReadTheCopy() {
    assertEquals(List.of(121L, 121L), ofEveryPlan(ReuseScenario.NAIVE, p -> filesRead(p)));
    assertEquals(List.of(121L, 0L, 0L), ofEveryPlan(twoConsumers, p -> filesRead(p)));
    assertEquals(List.of(0, 1, 1), ofEveryPlan(twoConsumers, PlanFacts::rddScans));
    assertEquals(
        List.of(List.of("SortMergeJoin"), List.of(), List.of()),
        ofEveryPlan(twoConsumers, PlanFacts::joinOperators));
  }

  /** Rows go to the disk as they are in memory: more bytes than the Parquet they came from. */
  @Test
  void theCopyIsLargerThanTheSources() throws IOException {
    long sources = ScenarioData.SKEWED.raw().bytes();
    assertTrue(bytes(copy) > sources, bytes(copy) + " bytes of " + sources);
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  @Test
  void oneConsumerReadsTheSourcesOnceAnywayAndTheCopyBesides() {
    StepRun plain = StepRun.of(ScenarioData.SKEWED, "none", StepRun.SIXTEEN);
    StepRun cut = StepRun.of(ScenarioData.SKEWED, "checkpoint", StepRun.SIXTEEN);
    assertEquals(List.of(121L), ofEveryPlan(plain.evidence(), p -> filesRead(p)));
    assertEquals(List.of(121L, 0L), ofEveryPlan(cut.evidence(), p -> filesRead(p)));
    assertEquals(plain.tasks() + 16, cut.tasks());
    assertFalse(plain.transactions().columns().contains("id"));
    assertTrue(cut.transactions().columns().contains("id"));
    assertTrue(cut.inputBytes() > plain.inputBytes());
    assertTrue(cut.shuffleBytes() > plain.shuffleBytes());
  }
}
