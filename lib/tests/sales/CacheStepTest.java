//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ReuseScenario.java
//SOURCES StepRun.java
//SOURCES ../../sales/Reuse.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.storage.RDDInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sales.Reuse;
import spark.PlanFacts;
import spark.RunEvidence;

/** Cache: rows with two consumers, and rows with one. */
@Tag("spark")
class CacheStepTest {
  private static RunEvidence naive;
  private static RunEvidence tuned;
  private static long kept;

  @BeforeAll
  static void readTheSameRowsTwice() {
    naive = ReuseScenario.NAIVE;
    tuned = ReuseScenario.of(Reuse::cached);
    kept = storageBytes();
    ReuseScenario.spark().catalog().clearCache();
  }

  private static long storageBytes() {
    return Arrays.stream(ReuseScenario.spark().sparkContext().getRDDStorageInfo())
        .mapToLong(RDDInfo::memSize)
        .sum();
  }

  private static List<Long> filesRead(RunEvidence evidence) {
    return evidence.plans().stream()
        .map(plan -> plan.scans().stream().mapToLong(PlanFacts.ScanFact::filesRead).sum())
        .toList();
  }

  @Test
  void theSecondConsumerReadsMemoryAndNoFile() {
    assertEquals(List.of(121L, 121L), filesRead(naive));
    assertEquals(List.of(121L, 0L), filesRead(tuned));
    assertEquals(1, tuned.plans().get(1).cacheScans());
  }

  @Test
  void theSecondConsumerDoesNotJoinAgain() {
    assertEquals(List.of("SortMergeJoin"), naive.plans().get(1).joinOperators());
    assertEquals(3, naive.plans().get(1).exchanges().size());
    assertEquals(List.of(), tuned.plans().get(1).joinOperators());
    assertEquals(1, tuned.plans().get(1).exchanges().size());
    assertTrue(
        tuned.totals().tasks() < naive.totals().tasks(),
        tuned.totals() + " against " + naive.totals());
  }

  @Test
  void theRowsTakeMemoryUntilTheyAreReleased() {
    assertTrue(kept > ScenarioData.SKEWED.raw().bytes() / 2, kept + " bytes");
    assertEquals(0, storageBytes());
  }

  /** Spark cannot know what later consumers want, so every column is read, shuffled and kept. */
  @Test
  void oneConsumerReadsTheSameFilesAndMoreOfThem() {
    StepRun plain = StepRun.of(ScenarioData.SKEWED, "none", StepRun.SIXTEEN);
    StepRun cached = StepRun.of(ScenarioData.SKEWED, "cache", StepRun.SIXTEEN);
    assertEquals(List.of(121L), filesRead(plain.evidence()));
    assertEquals(List.of(121L), filesRead(cached.evidence()));
    assertEquals(plain.tasks(), cached.tasks());
    assertFalse(plain.transactions().columns().contains("id"));
    assertTrue(cached.transactions().columns().contains("id"));
    assertTrue(cached.inputBytes() > plain.inputBytes());
    assertTrue(cached.shuffleBytes() > plain.shuffleBytes());
  }
}
