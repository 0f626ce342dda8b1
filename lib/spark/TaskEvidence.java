//SOURCES TaskTotals.java
//SOURCES Sessions.java
package spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * Listens to Spark's task events and adds them up. Spark delivers events late and on another
 * thread; {@link #totals()} waits until all of them are here.
 */
public final class TaskEvidence extends SparkListener {
  private static final long DRAIN_MILLIS = 30_000;

  /** One successful task: seconds of executorRunTime, bytes read from files and shuffle. */
  private record Task(double runSec, double bytes) {}

  private final SparkSession spark;
  private final Map<Integer, List<Task>> stages = new HashMap<>();
  private TaskTotals sums = TaskTotals.NONE;

  private TaskEvidence(SparkSession spark) {
    this.spark = spark;
  }

  /** Starts listening to {@code spark}. */
  public static TaskEvidence listenTo(SparkSession spark) {
    TaskEvidence evidence = new TaskEvidence(spark);
    spark.sparkContext().addSparkListener(evidence);
    return evidence;
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    TaskMetrics m = end.taskMetrics();
    boolean failed = !end.taskInfo().successful();
    if (m == null) {
      sums = plus(new TaskMetrics(), failed);
      return;
    }
    sums = plus(m, failed);
    if (!failed) {
      double bytes = m.inputMetrics().bytesRead() + m.shuffleReadMetrics().totalBytesRead();
      stages
          .computeIfAbsent(end.stageId(), id -> new ArrayList<>())
          .add(new Task(m.executorRunTime() / 1e3, bytes));
    }
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
    stages.computeIfAbsent(completed.stageInfo().stageId(), id -> new ArrayList<>());
  }

  private TaskTotals plus(TaskMetrics m, boolean failed) {
    return new TaskTotals(
        sums.executorRunTimeSec() + m.executorRunTime() / 1e3,
        sums.executorCpuTimeSec() + m.executorCpuTime() / 1e9,
        sums.jvmGcTimeSec() + m.jvmGCTime() / 1e3,
        sums.bytesRead() + m.inputMetrics().bytesRead(),
        sums.shuffleBytesRead() + m.shuffleReadMetrics().totalBytesRead(),
        sums.shuffleBytesWritten() + m.shuffleWriteMetrics().bytesWritten(),
        sums.memoryBytesSpilled() + m.memoryBytesSpilled(),
        sums.diskBytesSpilled() + m.diskBytesSpilled(),
        sums.tasks() + 1,
        sums.failedTasks() + (failed ? 1 : 0),
        0,
        0,
        0,
        0,
        0,
        0);
  }

  /** Everything so far. */
  public TaskTotals totals() {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty(DRAIN_MILLIS);
    } catch (java.util.concurrent.TimeoutException late) {
      throw new IllegalStateException("Spark did not deliver its events within 30 s", late);
    }
    synchronized (this) {
      List<Task> heaviest =
          stages.values().stream()
              .max(Comparator.comparingDouble(tasks -> sum(tasks, Task::runSec)))
              .orElse(List.of());
      return new TaskTotals(
          sums.executorRunTimeSec(),
          sums.executorCpuTimeSec(),
          sums.jvmGcTimeSec(),
          sums.bytesRead(),
          sums.shuffleBytesRead(),
          sums.shuffleBytesWritten(),
          sums.memoryBytesSpilled(),
          sums.diskBytesSpilled(),
          sums.tasks(),
          sums.failedTasks(),
          stages.size(),
          heaviest.size(),
          median(heaviest, Task::runSec),
          max(heaviest, Task::runSec),
          median(heaviest, Task::bytes),
          max(heaviest, Task::bytes));
    }
  }

  private static double sum(List<Task> tasks, ToDoubleFunction<Task> field) {
    return tasks.stream().mapToDouble(field).sum();
  }

  private static double max(List<Task> tasks, ToDoubleFunction<Task> field) {
    return tasks.stream().mapToDouble(field).max().orElse(0);
  }

  private static double median(List<Task> tasks, ToDoubleFunction<Task> field) {
    double[] sorted = tasks.stream().mapToDouble(field).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
