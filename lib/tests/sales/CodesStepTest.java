//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spark.PlanFacts;

/** Codes instead of texts: less to shuffle, for a job more to find the values. */
@Tag("spark")
class CodesStepTest {
  private static final StepRun TEXTS =
      StepRun.of(ScenarioData.SKEWED, "broadcast", StepRun.SIXTEEN);
  private static final StepRun CODES =
      StepRun.of(ScenarioData.SKEWED, "broadcast,codes", StepRun.SIXTEEN);

  @Test
  void theSamePartialSumsAreShuffledInFewerBytes() {
    assertEquals(partialSums(TEXTS).rows(), partialSums(CODES).rows());
    assertTrue(
        partialSums(CODES).bytes() < 0.9 * partialSums(TEXTS).bytes(),
        partialSums(CODES) + " against " + partialSums(TEXTS));
  }

  /** What it costs, whatever the size of the data: the customers are read once more. */
  @Test
  void aJobMoreFindsTheValues() {
    assertEquals(TEXTS.evidence().jobs().size() + 1, CODES.evidence().jobs().size());
    assertEquals(1, scansOfCustomers(TEXTS));
    assertEquals(2, scansOfCustomers(CODES));
    assertTrue(CODES.tasks() > TEXTS.tasks(), CODES.tasks() + " against " + TEXTS.tasks());
  }

  /** A naive join shuffles every transaction: what the sums save is lost in that. */
  @Test
  void besideAShuffleOfTheFactsItIsLittle() {
    StepRun texts = StepRun.of(ScenarioData.SKEWED, "none", StepRun.SIXTEEN);
    StepRun codes = StepRun.of(ScenarioData.SKEWED, "codes", StepRun.SIXTEEN);
    assertTrue(
        codes.shuffleBytes() > 0.7 * texts.shuffleBytes(),
        codes.shuffleBytes() + " against " + texts.shuffleBytes());
  }

  private static PlanFacts.ExchangeFact partialSums(StepRun run) {
    return run.plan().exchanges().stream()
        .filter(exchange -> exchange.partitioning().startsWith("hashpartitioning(event_date"))
        .findFirst()
        .orElseThrow();
  }

  private static long scansOfCustomers(StepRun run) {
    return run.evidence().all(PlanFacts::scans).stream()
        .filter(scan -> scan.table().equals("customers"))
        .count();
  }
}
