//DEPS org.apache.spark:spark-sql_2.12:3.5.9
//SOURCES StageEvidence.java
package spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.scheduler.TaskInfo;

/** Collects the tasks of one attempt of a stage while they end: numbers only, no text. */
final class StageTally {
  private static final Map<TaskMetric, ToLongFunction<TaskMetrics>> METRICS =
      new EnumMap<>(TaskMetric.class);

  static {
    METRICS.put(TaskMetric.EXECUTOR_RUN_TIME, TaskMetrics::executorRunTime);
    METRICS.put(TaskMetric.EXECUTOR_CPU_TIME, TaskMetrics::executorCpuTime);
    METRICS.put(TaskMetric.JVM_GC_TIME, TaskMetrics::jvmGCTime);
    METRICS.put(TaskMetric.EXECUTOR_DESERIALIZE_TIME, TaskMetrics::executorDeserializeTime);
    METRICS.put(TaskMetric.RESULT_SERIALIZATION_TIME, TaskMetrics::resultSerializationTime);
    METRICS.put(TaskMetric.INPUT_BYTES, m -> m.inputMetrics().bytesRead());
    METRICS.put(TaskMetric.INPUT_RECORDS, m -> m.inputMetrics().recordsRead());
    METRICS.put(TaskMetric.OUTPUT_BYTES, m -> m.outputMetrics().bytesWritten());
    METRICS.put(TaskMetric.OUTPUT_RECORDS, m -> m.outputMetrics().recordsWritten());
    METRICS.put(TaskMetric.SHUFFLE_READ_BYTES, m -> m.shuffleReadMetrics().totalBytesRead());
    METRICS.put(TaskMetric.SHUFFLE_READ_RECORDS, m -> m.shuffleReadMetrics().recordsRead());
    METRICS.put(TaskMetric.SHUFFLE_FETCH_WAIT_TIME, m -> m.shuffleReadMetrics().fetchWaitTime());
    METRICS.put(TaskMetric.SHUFFLE_WRITE_BYTES, m -> m.shuffleWriteMetrics().bytesWritten());
    METRICS.put(TaskMetric.SHUFFLE_WRITE_RECORDS, m -> m.shuffleWriteMetrics().recordsWritten());
    METRICS.put(TaskMetric.SHUFFLE_WRITE_TIME, m -> m.shuffleWriteMetrics().writeTime());
    METRICS.put(TaskMetric.MEMORY_BYTES_SPILLED, TaskMetrics::memoryBytesSpilled);
    METRICS.put(TaskMetric.DISK_BYTES_SPILLED, TaskMetrics::diskBytesSpilled);
    METRICS.put(TaskMetric.PEAK_EXECUTION_MEMORY, TaskMetrics::peakExecutionMemory);
  }

  /** A successful task and its metrics, by the metric's ordinal. Spark numbers tasks at launch. */
  private record Task(long id, long[] metrics) {
    long of(TaskMetric metric) {
      return metrics[metric.ordinal()];
    }

    long bytes() {
      return of(TaskMetric.INPUT_BYTES) + of(TaskMetric.SHUFFLE_READ_BYTES);
    }
  }

  /** When a task held a core, milliseconds of the epoch. */
  private record Slot(long id, long start, long end) {}

  private final List<Task> successful = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();
  private final long[] sums = new long[TaskMetric.values().length];
  private StageInfo info;
  private int failed;
  private int killed;

  StageTally(StageInfo info) {
    this.info = info;
  }

  StageInfo info() {
    return info;
  }

  /** The same attempt, as it is known now that it is complete. */
  void completed(StageInfo completed) {
    this.info = completed;
  }

  /**
   * A task ended.
   *
   * @param metrics null when the task was lost with its executor
   */
  void add(TaskInfo task, TaskMetrics metrics) {
    failed += task.failed() ? 1 : 0;
    killed += task.killed() ? 1 : 0;
    long[] values = metrics == null ? new long[sums.length] : values(task, metrics);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += values[i];
    }
    slots.add(new Slot(task.taskId(), task.launchTime(), task.finishTime()));
    if (task.successful()) {
      successful.add(new Task(task.taskId(), values));
    }
  }

  private static long[] values(TaskInfo task, TaskMetrics metrics) {
    long[] values = new long[TaskMetric.values().length];
    METRICS.forEach((metric, value) -> values[metric.ordinal()] = value.applyAsLong(metrics));
    values[TaskMetric.SCHEDULER_DELAY.ordinal()] = schedulerDelay(task, metrics);
    return values;
  }

  /** As Spark's UI computes it. */
  private static long schedulerDelay(TaskInfo task, TaskMetrics m) {
    long gettingResult = task.gettingResult() ? task.finishTime() - task.gettingResultTime() : 0;
    long explained =
        m.executorRunTime()
            + m.executorDeserializeTime()
            + m.resultSerializationTime()
            + gettingResult;
    return Math.max(0, task.duration() - explained);
  }

  /**
   * The evidence so far.
   *
   * @param clockStart milliseconds of the epoch
   */
  StageEvidence evidence(long clockStart, List<Integer> jobIds, List<Integer> parentIds) {
    successful.sort(Comparator.comparingLong(Task::id));
    slots.sort(Comparator.comparingLong(Slot::id));
    Map<String, Distribution> metrics = new HashMap<>();
    for (TaskMetric metric : TaskMetric.values()) {
      Distribution distribution =
          Distribution.of(
              sums[metric.ordinal()],
              successful.stream().mapToDouble(task -> task.of(metric)).toArray());
      if (!distribution.equals(Distribution.NONE)) {
        metrics.put(metric.sparkName(), distribution);
      }
    }
    return new StageEvidence(
        info.stageId(),
        info.attemptNumber(),
        info.name(),
        jobIds,
        parentIds,
        ScalaValues.milliseconds(info.submissionTime()).orElse(clockStart) - clockStart,
        ScalaValues.milliseconds(info.completionTime()).orElse(clockStart - 1) - clockStart,
        info.numTasks(),
        failed,
        killed,
        successful.stream().map(task -> task.of(TaskMetric.EXECUTOR_RUN_TIME)).toList(),
        successful.stream().map(Task::bytes).toList(),
        slots.stream().map(slot -> slot.start() - clockStart).toList(),
        slots.stream().map(slot -> slot.end() - clockStart).toList(),
        metrics);
  }
}
