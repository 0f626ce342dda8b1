//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sales.Steps;
import sales.Transactions;
import spark.PlanFacts;
import spark.RunEvidence;
import tests.spark.Listened;
import tests.spark.LocalSession;

/** Adaptive execution: partitions that are too small, those that fit, and a plan without any. */
@Tag("spark")
class AqeStepTest {
  private static final StepRun NAIVE = StepRun.of(ScenarioData.SKEWED, "none", Map.of());
  private static final StepRun TUNED = StepRun.of(ScenarioData.SKEWED, "aqe", Map.of());

  /** All 200 partitions together are less than one task should read. */
  @Test
  void smallPartitionsAreCoalesced() {
    assertFalse(NAIVE.plan().adaptive());
    assertEquals(List.of(), NAIVE.plan().shuffleReads());
    assertTrue(TUNED.plan().adaptive());
    assertEquals(
        Set.of(new PlanFacts.ShuffleReadFact(200, 1, false, true, 0, 0)),
        Set.copyOf(TUNED.plan().shuffleReads()));
    assertEquals(3, TUNED.plan().shuffleReads().size());
  }

  @Test
  void fewerTasksRunAndFewerFilesAreWritten() {
    assertEquals(NAIVE.tasks() - 2 * 199, TUNED.tasks());
    assertTrue(NAIVE.plan().writes().get(0).files() > 30, NAIVE.plan().writes().toString());
    assertEquals(1, TUNED.plan().writes().get(0).files());
  }

  @Test
  void partitionsThatFitAreReadAsTheyWereWritten() {
    Map<String, String> fitting =
        Map.of(
            "spark.sql.shuffle.partitions", "4",
            "spark.sql.adaptive.advisoryPartitionSizeInBytes", "50000",
            "spark.sql.adaptive.coalescePartitions.minPartitionSize", "50000");
    StepRun tuned = StepRun.of(ScenarioData.SKEWED, "aqe", fitting);
    assertEquals(4, tuned.joinStage().numTasks());
    assertTrue(
        tuned.joinStage().taskBytes().stream().allMatch(bytes -> bytes > 50_000),
        tuned.joinStage().toString());
    // Only the sums, which are few, are coalesced.
    assertEquals(
        List.of(new PlanFacts.ShuffleReadFact(4, 1, false, true, 0, 0)),
        tuned.plan().shuffleReads());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "aqe"})
  void aPlanWithoutAShuffleIsTheSameWithAndWithoutIt(String typed) {
    Dataset<Row> large =
        Transactions.fromFolders(
                LocalSession.with(Steps.parse(typed).settings()),
                ScenarioData.EVEN.raw().transactions())
            .where("amount > 400");
    RunEvidence evidence = Listened.to(large.sparkSession(), large::collectAsList);
    PlanFacts plan = evidence.plans().get(0);
    assertFalse(plan.adaptive());
    assertEquals(0, plan.planUpdates());
    assertEquals(List.of(), plan.exchanges());
    assertEquals(2, evidence.totals().tasks());
  }
}
