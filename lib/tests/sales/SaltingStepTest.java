//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sales.CustomerJoin;
import spark.PlanFacts;

/** Salting: a hot key in a shuffled join, keys that are even, and a join that does not shuffle. */
@Tag("spark")
class SaltingStepTest {
  private static StepRun run(ScenarioData data, String steps) {
    return StepRun.of(data, steps, StepRun.SIXTEEN);
  }

  @Test
  void theHotKeyIsSpreadOverTheTasksOfTheJoin() {
    double naive = run(ScenarioData.SKEWED, "none").joinImbalance();
    double tuned = run(ScenarioData.SKEWED, "salting").joinImbalance();
    assertTrue(naive > 5, "naive: " + naive);
    assertTrue(tuned < 2.5, "salted: " + tuned);
  }

  @Test
  void onlyTheHotCustomerIsReplicated() {
    StepRun tuned = run(ScenarioData.SKEWED, "salting");
    assertEquals(
        List.of("hashpartitioning(customer_id, salt)", "hashpartitioning(customer_id, salt)"),
        tuned.shufflesByCustomer().stream().map(PlanFacts.ExchangeFact::partitioning).toList());
    assertEquals(List.of(60_000L, 500L + CustomerJoin.SALT_N - 1), rows(tuned));
    assertEquals(60_000, tuned.plan().joins().get(0).rows());
  }

  /** The salt is made of the id, which must be read, and travels with every row. */
  @Test
  void everyRowCarriesMore() {
    StepRun naive = run(ScenarioData.SKEWED, "none");
    StepRun tuned = run(ScenarioData.SKEWED, "salting");
    assertFalse(naive.transactions().columns().contains("id"));
    assertTrue(tuned.transactions().columns().contains("id"));
    assertTrue(tuned.inputBytes() > naive.inputBytes());
    assertTrue(tuned.shuffleBytes() > naive.shuffleBytes());
  }

  @Test
  void evenKeysAreNoMoreEvenSaltedAndCostMore() {
    StepRun naive = run(ScenarioData.EVEN, "none");
    StepRun tuned = run(ScenarioData.EVEN, "salting");
    assertTrue(naive.joinImbalance() < 2, "" + naive.joinImbalance());
    assertTrue(tuned.joinImbalance() > 0.9 * naive.joinImbalance(), "" + tuned.joinImbalance());
    assertEquals(List.of(30_000L, 500L), rows(naive));
    assertEquals(List.of(30_000L, 515L), rows(tuned));
    assertTrue(
        tuned.shufflesByCustomer().get(0).bytes() > naive.shufflesByCustomer().get(0).bytes());
    assertTrue(tuned.inputBytes() > naive.inputBytes());
  }

  private static List<Long> rows(StepRun run) {
    return run.shufflesByCustomer().stream().map(PlanFacts.ExchangeFact::rows).toList();
  }

  /** A table hashed by one long is compact; by a long and a salt it is Spark's general one. */
  @Test
  void onTopOfABroadcastThereIsNothingToSpreadAndMoreToHold() {
    StepRun broadcast = run(ScenarioData.SKEWED, "broadcast");
    StepRun both = run(ScenarioData.SKEWED, "broadcast,salting");
    assertEquals(List.of("BroadcastHashJoin"), both.plan().joinOperators());
    assertEquals(List.of(), both.shufflesByCustomer());
    assertEquals(broadcast.tasks(), both.tasks());
    assertEquals(500, broadcast.broadcast().rows());
    assertEquals(515, both.broadcast().rows());
    assertTrue(both.broadcast().bytes() > 2 * broadcast.broadcast().bytes(), both.toString());
    assertTrue(both.inputBytes() > broadcast.inputBytes());
  }
}
