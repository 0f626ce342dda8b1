//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spark.PlanFacts;

/** Broadcast join: a dimension that is small beside the facts, and one that is not. */
@Tag("spark")
class BroadcastStepTest {
  private static final StepRun NAIVE = StepRun.of(ScenarioData.SKEWED, "none", StepRun.SIXTEEN);
  private static final StepRun TUNED =
      StepRun.of(ScenarioData.SKEWED, "broadcast", StepRun.SIXTEEN);

  @Test
  void theFactTableIsNotShuffled() {
    assertEquals(List.of("SortMergeJoin"), NAIVE.plan().joinOperators());
    assertEquals(List.of("BroadcastHashJoin"), TUNED.plan().joinOperators());
    assertEquals(
        List.of(60_000L, 500L),
        NAIVE.shufflesByCustomer().stream().map(PlanFacts.ExchangeFact::rows).toList());
    assertEquals(List.of(), TUNED.shufflesByCustomer());
    assertTrue(
        TUNED.shuffleBytes() * 20 < NAIVE.shuffleBytes(),
        TUNED.shuffleBytes() + " against " + NAIVE.shuffleBytes());
  }

  /** The join is compiled into the stage that scans: what sorts and merges is gone. */
  @Test
  void theJoinNeedsNoStageOfItsOwn() {
    assertEquals(NAIVE.tasks() - 16, TUNED.tasks());
    assertEquals(NAIVE.plan().codegenStages() - 3, TUNED.plan().codegenStages());
  }

  @Test
  void everyExecutorGetsFewRowsInsteadOfManyThatMove() {
    assertEquals(500, TUNED.broadcast().rows());
    assertEquals(60_500, shuffledRows(NAIVE));
  }

  /**
   * A broadcast goes to every executor, a shuffle once to all of them together: here two executors
   * are enough to send as many rows, and each must hold more than the shuffles of all had.
   */
  @Test
  void customersAsManyAsTransactionsAreTooManyToSendToEveryone() {
    StepRun naive = StepRun.of(ScenarioData.WIDE, "none", StepRun.SIXTEEN);
    StepRun tuned = StepRun.of(ScenarioData.WIDE, "broadcast", StepRun.SIXTEEN);
    assertEquals(List.of("BroadcastHashJoin"), tuned.plan().joinOperators());
    assertEquals(40_000, shuffledRows(naive));
    assertEquals(20_000, tuned.broadcast().rows());
    assertTrue(
        tuned.broadcast().bytes() > 2 * naive.shuffleBytes(),
        tuned.broadcast() + " against " + naive.shuffleBytes());
  }

  private static long shuffledRows(StepRun run) {
    return run.shufflesByCustomer().stream().mapToLong(PlanFacts.ExchangeFact::rows).sum();
  }
}
