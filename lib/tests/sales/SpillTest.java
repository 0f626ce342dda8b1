//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES StepRun.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkEnv;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spark.TaskMetric;
import tests.spark.LocalSession;

/**
 * Spill, with room for 10,000 rows in a sort: the hot customer alone has 24,000, what the others
 * bring to a partition fits.
 */
@Tag("spark")
class SpillTest {
  private static final String ROOM = "spark.shuffle.spill.numElementsForceSpillThreshold";

  private static StepRun naive;

  @BeforeAll
  static void leaveRoomForFewRows() {
    ScenarioData.SKEWED.raw();
    LocalSession.open();
    SparkEnv.get().conf().set(ROOM, "10000");
    naive = run("none", Map.of());
  }

  @AfterAll
  static void leaveRoomAsBefore() {
    SparkEnv.get().conf().remove(ROOM);
  }

  /** Runs of their own: the others had more room. */
  private static StepRun run(String steps, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(StepRun.SIXTEEN);
    settings.putAll(more);
    return StepRun.again(ScenarioData.SKEWED, steps, settings);
  }

  private static long spilled(StepRun run) {
    return run.evidence().totals().memoryBytesSpilled();
  }

  @Test
  void theTaskOfTheHotKeySpillsAndNoOther() {
    assertTrue(spilled(naive) > 0);
    assertEquals(0, naive.joinStage().of(TaskMetric.MEMORY_BYTES_SPILLED).p75());
    assertEquals(spilled(naive), naive.joinStage().of(TaskMetric.MEMORY_BYTES_SPILLED).max());
    assertTrue(naive.evidence().totals().diskBytesSpilled() > 0);
  }

  @Test
  void saltedNoTaskSpills() {
    assertEquals(0, spilled(run("salting", Map.of())));
  }

  @Test
  void splitByAqeNoTaskSpills() {
    Map<String, String> fitting =
        Map.of(
            "spark.sql.adaptive.coalescePartitions.enabled", "false",
            "spark.sql.adaptive.advisoryPartitionSizeInBytes", "50000",
            "spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes", "50000");
    assertEquals(0, spilled(run("aqe,skewjoin", fitting)));
  }

  /** Bytes decide what is coalesced, and the room is counted in what they become in memory. */
  @Test
  void coalescingGivesOneTaskMoreThanItHasRoomFor() {
    StepRun coalesced = run("aqe", Map.of());
    assertEquals(1, coalesced.joinStage().numTasks());
    assertTrue(spilled(coalesced) > spilled(naive));
  }
}
