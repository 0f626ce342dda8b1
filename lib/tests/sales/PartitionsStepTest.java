//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sales.Steps;
import spark.PlanFacts;
import tests.spark.Listened;
import tests.spark.LocalSession;

/** Partition sizing, with the step's own numbers: 200 against 8, and fuller scan tasks. */
@Tag("spark")
class PartitionsStepTest {
  private static StepRun run(String steps) {
    return StepRun.of(ScenarioData.SKEWED, steps, Map.of());
  }

  private static Set<Integer> partitions(StepRun run) {
    return run.plan().exchanges().stream()
        .map(PlanFacts.ExchangeFact::partitions)
        .collect(Collectors.toSet());
  }

  @Test
  void aShuffleHasEightPartitionsInsteadOfTwoHundred() {
    assertEquals(Set.of(200), partitions(run("none")));
    assertEquals(Set.of(8), partitions(run("partitions")));
    assertEquals(200, run("none").joinStage().numTasks());
    assertEquals(8, run("partitions").joinStage().numTasks());
    assertTrue(run("none").tasks() > 400, "" + run("none").tasks());
    assertTrue(run("partitions").tasks() < 25, "" + run("partitions").tasks());
  }

  /** Every task adds up what it has: more of them send more sums for the same 60 groups. */
  @Test
  void fewerPartitionsShuffleFewerPartialSums() {
    long naive = run("none").plan().exchanges().get(0).rows();
    long tuned = run("partitions").plan().exchanges().get(0).rows();
    assertTrue(tuned * 5 < naive, tuned + " against " + naive);
  }

  @Test
  void aScanTaskReadsMoreOfTheSmallFiles() {
    assertEquals(4, run("none").scanStage().numTasks());
    assertEquals(2, run("partitions").scanStage().numTasks());
    assertEquals(run("none").transactions(), run("partitions").transactions());
  }

  @Test
  void whenAqeCoalescesAnywayTheSameTasksReduce() {
    StepRun naive = run("aqe");
    StepRun tuned = run("aqe,partitions");
    assertEquals(Set.of(200), partitions(naive));
    assertEquals(Set.of(8), partitions(tuned));
    assertEquals(List.of(1, 1, 1), partitionsRead(naive));
    assertEquals(List.of(1, 1, 1), partitionsRead(tuned));
    assertEquals(
        naive.tasks() - naive.scanStage().numTasks(), tuned.tasks() - tuned.scanStage().numTasks());
  }

  private static List<Integer> partitionsRead(StepRun run) {
    return run.plan().shuffleReads().stream()
        .map(PlanFacts.ShuffleReadFact::partitionsRead)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "partitions"})
  void oneSmallFileIsOneScanTaskAnyway(String typed) {
    SparkSession spark = LocalSession.with(Steps.parse(typed).settings());
    String customers = ScenarioData.SKEWED.raw().customers().toString();
    assertEquals(
        1,
        Listened.to(
                spark,
                () -> spark.read().schema("customer_id long").parquet(customers).collectAsList())
            .totals()
            .tasks());
  }
}
