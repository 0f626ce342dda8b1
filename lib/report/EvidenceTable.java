//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES MeasureRows.java
//SOURCES Numbers.java
//SOURCES ../spark/TaskTotals.java
package report;

import java.util.function.ToDoubleFunction;
import spark.TaskTotals;

/** What Spark itself counted, the medians over the compared runs; Spark's own names. */
final class EvidenceTable {
  private EvidenceTable() {}

  static Grid of(Findings f) {
    return new MeasureRows(f)
        .add("executorRunTime", of(TaskTotals::executorRunTimeSec), Numbers::seconds)
        .add("executorCpuTime", of(TaskTotals::executorCpuTimeSec), Numbers::seconds)
        .add("jvmGCTime", of(TaskTotals::jvmGcTimeSec), Numbers::seconds)
        .add("tasks active on average", EvidenceTable::activeTasks, n -> Numbers.decimals(n, 2))
        .add("bytesRead", of(TaskTotals::bytesRead), Numbers::bytes)
        .add("shuffleBytesRead", of(TaskTotals::shuffleBytesRead), Numbers::bytes)
        .add("shuffleBytesWritten", of(TaskTotals::shuffleBytesWritten), Numbers::bytes)
        .add("memoryBytesSpilled", of(TaskTotals::memoryBytesSpilled), Numbers::bytes)
        .add("diskBytesSpilled", of(TaskTotals::diskBytesSpilled), Numbers::bytes)
        .add("stages", of(TaskTotals::stages), Numbers::count)
        .add("tasks", of(TaskTotals::tasks), Numbers::count)
        .add("failed tasks", of(TaskTotals::failedTasks), Numbers::count)
        .add("heaviest stage: tasks", of(TaskTotals::stageTasks), Numbers::count)
        .add("heaviest stage: median task", of(TaskTotals::medianTaskSec), Numbers::seconds)
        .add("heaviest stage: slowest task", of(TaskTotals::maxTaskSec), Numbers::seconds)
        .add("heaviest stage: median task reads", of(TaskTotals::medianTaskBytes), Numbers::bytes)
        .add("heaviest stage: largest task reads", of(TaskTotals::maxTaskBytes), Numbers::bytes)
        .add("output files", s -> s.median(r -> r.output().files()), Numbers::count)
        .add("output size", s -> s.median(r -> r.output().bytes()), Numbers::bytes)
        .grid("What Spark counted, median of the compared runs");
  }

  static ToDoubleFunction<Sample> of(ToDoubleFunction<TaskTotals> total) {
    return s -> s.median(r -> total.applyAsDouble(r.totals()));
  }

  private static double activeTasks(Sample sample) {
    return sample.median(r -> r.totals().executorRunTimeSec() / r.durationSec());
  }
}
