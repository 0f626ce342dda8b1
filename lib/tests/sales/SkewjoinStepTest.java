//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spark.PlanFacts;

/** AQE's skew join: what splits the hot key's partition, and what keeps it from doing so. */
@Tag("spark")
class SkewjoinStepTest {
  /** For a shuffle below 1 MB; partitions are not coalesced, so that only the split is seen. */
  private static final Map<String, String> FITTING =
      Map.of(
          "spark.sql.shuffle.partitions", "16",
          "spark.sql.adaptive.coalescePartitions.enabled", "false",
          "spark.sql.adaptive.advisoryPartitionSizeInBytes", "50000",
          "spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes", "50000");

  private static StepRun run(String steps) {
    return StepRun.of(ScenarioData.SKEWED, steps, FITTING);
  }

  @Test
  void theSkewedPartitionIsSplit() {
    StepRun naive = run("aqe");
    assertEquals(List.of("SortMergeJoin"), naive.plan().joinOperators());
    assertEquals(List.of(), naive.plan().shuffleReads());
    assertEquals(16, naive.joinStage().numTasks());

    StepRun tuned = run("aqe,skewjoin");
    assertEquals(List.of("SortMergeJoin(skew=true)"), tuned.plan().joinOperators());
    PlanFacts.ShuffleReadFact transactions = tuned.plan().shuffleReads().get(0);
    assertEquals(1, transactions.skewedPartitions());
    // No piece is smaller than what one task of the scan has written.
    assertEquals(tuned.scanStage().numTasks(), transactions.skewedSplits());
    assertEquals(15 + transactions.skewedSplits(), tuned.joinStage().numTasks());
  }

  @Test
  void noTaskHasTheWholeHotKeyAnyMore() {
    assertTrue(run("aqe").joinImbalance() > 5, "" + run("aqe").joinImbalance());
    assertTrue(run("aqe,skewjoin").joinImbalance() < 2.5, "" + run("aqe,skewjoin").joinImbalance());
  }

  /** Each piece of the hot partition is joined with the whole partition of the customers. */
  @Test
  void theOtherSideIsReadOnceForEveryPiece() {
    long once = bytesRead("aqe");
    assertTrue(bytesRead("aqe,skewjoin") > once, bytesRead("aqe,skewjoin") + " against " + once);
  }

  private static long bytesRead(String steps) {
    return run(steps).joinStage().taskBytes().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void withoutAqeItDoesNothing() {
    assertEquals(List.of("SortMergeJoin"), run("skewjoin").plan().joinOperators());
    assertEquals(List.of(), run("skewjoin").plan().shuffleReads());
    assertEquals(16, run("skewjoin").joinStage().numTasks());
    assertEquals(run("aqe").joinImbalance(), run("skewjoin").joinImbalance(), 0.1);
  }

  @Test
  void aBroadcastJoinHasNothingToSplit() {
    StepRun both = run("broadcast,aqe,skewjoin");
    assertEquals(List.of("BroadcastHashJoin"), both.plan().joinOperators());
    assertEquals(List.of(), both.plan().shuffleReads());
  }

  /** 8 MiB, the step's own threshold, is more than this table has. */
  @Test
  void aSkewedPartitionBelowTheThresholdIsLeftAsItIs() {
    StepRun small =
        StepRun.of(
            ScenarioData.SKEWED,
            "aqe,skewjoin",
            Map.of(
                "spark.sql.shuffle.partitions", "16",
                "spark.sql.adaptive.coalescePartitions.enabled", "false"));
    assertEquals(List.of("SortMergeJoin"), small.plan().joinOperators());
    assertEquals(List.of(), small.plan().shuffleReads());
    assertTrue(small.joinImbalance() > 5, "" + small.joinImbalance());
  }
}
