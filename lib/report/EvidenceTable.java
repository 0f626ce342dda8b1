//SOURCES ../project/Quantity.java
//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES MeasureRows.java
//SOURCES Numbers.java
//SOURCES ../spark/TaskTotals.java
package report;

import java.util.function.ToDoubleFunction;
import project.Quantity;
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
        .add("bytesRead", of(TaskTotals::bytesRead), Quantity::bytes)
        .add("shuffleBytesRead", of(TaskTotals::shuffleBytesRead), Quantity::bytes)
        .add("shuffleBytesWritten", of(TaskTotals::shuffleBytesWritten), Quantity::bytes)
        .add("memoryBytesSpilled", of(TaskTotals::memoryBytesSpilled), Quantity::bytes)
        .add("diskBytesSpilled", of(TaskTotals::diskBytesSpilled), Quantity::bytes)
        .add("stages", of(TaskTotals::stages), Quantity::count)
        .add("tasks", of(TaskTotals::tasks), Quantity::count)
        .add("failed tasks", of(TaskTotals::failedTasks), Quantity::count)
        .add("heaviest stage: tasks", of(TaskTotals::stageTasks), Quantity::count)
        .add("heaviest stage: median task", of(TaskTotals::medianTaskSec), Numbers::seconds)
        .add("heaviest stage: slowest task", of(TaskTotals::maxTaskSec), Numbers::seconds)
        .add("heaviest stage: median task reads", of(TaskTotals::medianTaskBytes), Quantity::bytes)
        .add("heaviest stage: largest task reads", of(TaskTotals::maxTaskBytes), Quantity::bytes)
        .add("output files", s -> s.median(r -> r.output().files()), Quantity::count)
        .add("output size", s -> s.median(r -> r.output().bytes()), Quantity::bytes)
        .grid("What Spark counted, median of the compared runs");
  }

  static ToDoubleFunction<Sample> of(ToDoubleFunction<TaskTotals> total) {
    return s -> s.median(r -> total.applyAsDouble(r.totals()));
  }

  private static double activeTasks(Sample sample) {
    return sample.median(r -> r.totals().executorRunTimeSec() / r.durationSec());
  }
}
