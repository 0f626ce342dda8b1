//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Listened.java
//SOURCES ../../compare/Replay.java
package tests.spark;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.RecordedRun;
import compare.Replay;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.status.AppStatusStore;
import org.apache.spark.status.api.v1.StageData;
import org.apache.spark.status.api.v1.TaskData;
import org.apache.spark.status.api.v1.TaskMetricDistributions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import spark.Distribution;
import spark.RunEvidence;
import spark.StageEvidence;
import spark.TaskMetric;
import spark.TaskTotals;

/** A shuffled join into Parquet, with every number against what Spark keeps for its own web UI. */
@Tag("spark")
class StageEvidenceTest {
  private static final int SHUFFLE_PARTITIONS = 200;

  @TempDir static Path temp;
  static SparkSession spark;
  static RunEvidence evidence;

  @BeforeAll
  static void joinOnAHotKey() {
    spark = LocalSession.naive(SHUFFLE_PARTITIONS);
    String facts = temp.resolve("facts").toString();
    spark
        .range(0, 60_000, 1, 3)
        .selectExpr("id", "if(id % 2 = 0, 0, id % 5000) as key")
        .write()
        .parquet(facts);
    Dataset<Row> names = spark.range(0, 5000, 1, 2).selectExpr("id as key", "id * 2 as name");
    evidence =
        Listened.to(
            spark,
            () ->
                spark
                    .read()
                    .schema("id LONG, key LONG")
                    .parquet(facts)
                    .join(names, "key")
                    .write()
                    .parquet(temp.resolve("out").toString()));
  }

  static StageEvidence join() {
    return evidence.stages().get(2);
  }

  @Test
  void everyTaskHeldACoreWithinItsStageAndJob() {
    assertEquals(1, evidence.jobs().size());
    for (StageEvidence stage : evidence.stages()) {
      assertEquals(stage.numTasks(), stage.taskStarts().size());
      for (int i = 0; i < stage.numTasks(); i++) {
        long start = stage.taskStarts().get(i);
        long end = stage.taskEnds().get(i);
        assertTrue(stage.submittedMs() <= start && start <= end, stage.name() + " " + i);
        // The executor's share of the task: it lay inside the span.
        assertTrue(stage.taskRunTimes().get(i) <= end - start, stage.name() + " " + i);
        assertTrue(end <= evidence.jobs().get(0).completedMs(), stage.name() + " " + i);
      }
    }
  }

  @Test
  void itCanBeReplayedAndTwoCoresAreWhereItWas() {
    RecordedRun recorded = evidence.recorded(2).orElseThrow();
    assertEquals(202 + 2, recorded.stages().stream().mapToInt(s -> s.tasks().size()).sum());
    double oneCore = Replay.on(recorded, 1);
    assertTrue(Replay.on(recorded, 2) < oneCore);
    double spread = (oneCore + recorded.outsideTasksSec()) / 2;
    assertTrue(Replay.on(recorded, 2) >= spread - 1e-9, "two cores, and more than twice as fast");
    assertEquals(Optional.empty(), new RunEvidence(5, List.of(), List.of(), List.of()).recorded(2));
  }

  @Test
  void twoScansAndTheJoinThatReadsBoth() {
    List<StageEvidence> stages = evidence.stages();
    assertEquals(List.of(2, 2, 200), stages.stream().map(StageEvidence::numTasks).toList());
    List<Integer> scans = List.of(stages.get(0).stageId(), stages.get(1).stageId());
    assertEquals(scans, join().parentIds());
    assertEquals(List.of(), stages.get(0).parentIds());
    assertEquals(List.of(), stages.get(1).parentIds());
    assertEquals(evidence.plans().get(0).jobIds(), join().jobIds());
    assertEquals(stages.get(0).jobIds(), join().jobIds());
    assertTrue(join().name().startsWith("parquet at StageEvidenceTest.java:"), join().name());
  }

  @Test
  void aStageRunsAfterItsParentsAndWithinTheClock() {
    for (StageEvidence stage : evidence.stages()) {
      assertTrue(stage.submittedMs() >= 0, stage.toString());
      assertTrue(stage.completedMs() >= stage.submittedMs(), stage.toString());
      assertTrue(stage.completedMs() <= evidence.elapsedMs(), stage.toString());
    }
    assertTrue(join().submittedMs() >= evidence.stages().get(0).completedMs());
    assertTrue(join().submittedMs() >= evidence.stages().get(1).completedMs());
  }

  @Test
  void everyTaskIsKept() {
    assertEquals(SHUFFLE_PARTITIONS, join().taskRunTimes().size());
    assertEquals(SHUFFLE_PARTITIONS, join().taskBytes().size());
    for (StageEvidence stage : evidence.stages()) {
      long sum = stage.taskRunTimes().stream().mapToLong(Long::longValue).sum();
      assertEquals(stage.of(TaskMetric.EXECUTOR_RUN_TIME).sum(), sum);
      long bytes = stage.taskBytes().stream().mapToLong(Long::longValue).sum();
      assertEquals(
          stage.of(TaskMetric.INPUT_BYTES).sum() + stage.of(TaskMetric.SHUFFLE_READ_BYTES).sum(),
          bytes);
    }
  }

  @Test
  void tasksStandInTheOrderOfTheirLaunch() {
    for (StageEvidence stage : evidence.stages()) {
      List<TaskData> tasks =
          list(status().taskList(stage.stageId(), stage.attempt(), Integer.MAX_VALUE)).stream()
              .sorted(Comparator.comparing(TaskData::launchTime).thenComparing(TaskData::taskId))
              .toList();
      assertEquals(
          tasks.stream().map(t -> t.taskMetrics().get().executorRunTime()).toList(),
          stage.taskRunTimes());
    }
  }

  @Test
  void launchAndEndOfATaskAreThoseOfSparksOwnPages() {
    for (StageEvidence stage : evidence.stages()) {
      List<TaskData> tasks =
          list(status().taskList(stage.stageId(), stage.attempt(), Integer.MAX_VALUE)).stream()
              .sorted(Comparator.comparing(TaskData::launchTime).thenComparing(TaskData::taskId))
              .toList();
      long clockStart = tasks.get(0).launchTime().getTime() - stage.taskStarts().get(0);
      assertEquals(
          tasks.stream().map(t -> t.launchTime().getTime() - clockStart).toList(),
          stage.taskStarts());
      assertEquals(
          tasks.stream()
              .map(t -> t.launchTime().getTime() - clockStart + (Long) t.duration().get())
              .toList(),
          stage.taskEnds());
    }
  }

  @Test
  void sumsAreThoseOfSparksOwnPages() {
    for (StageEvidence stage : evidence.stages()) {
      StageData data = status().lastStageAttempt(stage.stageId());
      assertEquals(data.name(), stage.name());
      assertEquals(data.numTasks(), stage.numTasks());
      Map<TaskMetric, ToLongFunction<StageData>> fields = new EnumMap<>(TaskMetric.class);
      fields.put(TaskMetric.EXECUTOR_RUN_TIME, StageData::executorRunTime);
      fields.put(TaskMetric.EXECUTOR_CPU_TIME, StageData::executorCpuTime);
      fields.put(TaskMetric.JVM_GC_TIME, StageData::jvmGcTime);
      fields.put(TaskMetric.EXECUTOR_DESERIALIZE_TIME, StageData::executorDeserializeTime);
      fields.put(TaskMetric.RESULT_SERIALIZATION_TIME, StageData::resultSerializationTime);
      fields.put(TaskMetric.INPUT_BYTES, StageData::inputBytes);
      fields.put(TaskMetric.INPUT_RECORDS, StageData::inputRecords);
      fields.put(TaskMetric.OUTPUT_BYTES, StageData::outputBytes);
      fields.put(TaskMetric.OUTPUT_RECORDS, StageData::outputRecords);
      fields.put(TaskMetric.SHUFFLE_READ_BYTES, StageData::shuffleReadBytes);
      fields.put(TaskMetric.SHUFFLE_READ_RECORDS, StageData::shuffleReadRecords);
      fields.put(TaskMetric.SHUFFLE_FETCH_WAIT_TIME, StageData::shuffleFetchWaitTime);
      fields.put(TaskMetric.SHUFFLE_WRITE_BYTES, StageData::shuffleWriteBytes);
      fields.put(TaskMetric.SHUFFLE_WRITE_RECORDS, StageData::shuffleWriteRecords);
      fields.put(TaskMetric.SHUFFLE_WRITE_TIME, StageData::shuffleWriteTime);
      fields.put(TaskMetric.MEMORY_BYTES_SPILLED, StageData::memoryBytesSpilled);
      fields.put(TaskMetric.DISK_BYTES_SPILLED, StageData::diskBytesSpilled);
      fields.put(TaskMetric.PEAK_EXECUTION_MEMORY, StageData::peakExecutionMemory);
      fields.forEach(
          (metric, field) ->
              assertEquals(field.applyAsLong(data), stage.of(metric).sum(), stage.name() + metric));
    }
  }

  @Test
  void smallestAndLargestAreThoseOfSparksOwnPages() {
    for (StageEvidence stage : evidence.stages()) {
      TaskMetricDistributions spark =
          status().taskSummary(stage.stageId(), stage.attempt(), new double[] {0, 1}).get();
      Map<TaskMetric, Seq<Object>> ends = new EnumMap<>(TaskMetric.class);
      ends.put(TaskMetric.EXECUTOR_RUN_TIME, spark.executorRunTime());
      ends.put(TaskMetric.EXECUTOR_CPU_TIME, spark.executorCpuTime());
      ends.put(TaskMetric.SCHEDULER_DELAY, spark.schedulerDelay());
      ends.put(TaskMetric.PEAK_EXECUTION_MEMORY, spark.peakExecutionMemory());
      ends.put(TaskMetric.INPUT_RECORDS, spark.inputMetrics().recordsRead());
      ends.put(TaskMetric.OUTPUT_BYTES, spark.outputMetrics().bytesWritten());
      ends.put(TaskMetric.SHUFFLE_READ_BYTES, spark.shuffleReadMetrics().readBytes());
      ends.put(TaskMetric.SHUFFLE_WRITE_TIME, spark.shuffleWriteMetrics().writeTime());
      ends.forEach(
          (metric, minMax) -> {
            Distribution ours = stage.of(metric);
            List<Long> wanted = list(minMax).stream().map(v -> ((Double) v).longValue()).toList();
            assertEquals(wanted, List.of(ours.min(), ours.max()), stage.name() + metric);
          });
    }
  }

  @Test
  void theHotKeyIsSeenInTheBytes() {
    Distribution read = join().of(TaskMetric.SHUFFLE_READ_BYTES);
    assertTrue(read.min() <= read.p25() && read.p25() <= read.median(), read.toString());
    assertTrue(read.median() <= read.p75() && read.p75() < read.max(), read.toString());
    assertTrue(read.max() > 20 * read.median(), read.toString());
    assertEquals(Collections.max(join().taskBytes()), read.max());
    TaskTotals totals = evidence.totals();
    assertTrue(totals.maxTaskBytes() > 20 * totals.medianTaskBytes(), totals.toString());
  }

  /**
   * Each job of an adaptive query gets a new, skipped stage for what an earlier one has shuffled.
   */
  @Test
  void adaptiveJobsHaveTheStagesThatReallyRanForParents() {
    SparkSession adaptive =
        LocalSession.with(
            Map.of(
                "spark.sql.adaptive.enabled", "true",
                "spark.sql.autoBroadcastJoinThreshold", "-1",
                "spark.sql.adaptive.autoBroadcastJoinThreshold", "-1"));
    RunEvidence run =
        Listened.to(
            adaptive,
            () ->
                adaptive
                    .range(0, 1000, 1, 2)
                    .join(adaptive.range(0, 500, 1, 3), "id")
                    .groupBy(col("id").mod(7))
                    .count()
                    .collectAsList());
    Set<Integer> ran = new HashSet<>();
    for (StageEvidence stage : run.stages()) {
      assertTrue(ran.containsAll(stage.parentIds()), run.stages().toString());
      ran.add(stage.stageId());
    }
    assertEquals(
        List.of(0, 0, 2, 1), run.stages().stream().map(s -> s.parentIds().size()).toList());
    assertEquals(4, run.stages().stream().map(StageEvidence::jobIds).distinct().count());
  }

  private static AppStatusStore status() {
    return spark.sparkContext().statusStore();
  }

  private static <T> List<T> list(Seq<T> seq) {
    return JavaConverters.seqAsJavaList(seq);
  }
}
