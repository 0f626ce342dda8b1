//SOURCES Distribution.java
//SOURCES TaskMetric.java
package spark;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One attempt of one stage: when it ran, after which others, and what its tasks did. Every
 * successful task is kept, so that the schedule can be replayed on another number of cores.
 *
 * @param name where in the code it came from, {@code parquet at OutputLayout.java:20}
 * @param jobIds Spark jobs that asked for it
 * @param parentIds stages that ran and whose shuffle output it read
 * @param submittedMs milliseconds after the clock's start
 * @param completedMs milliseconds after the clock's start; -1 if it was still running at the end
 * @param numTasks as planned; more than {@code taskRunTimes} has when the stage did not succeed
 * @param failedTasks that ended in an error
 * @param killedTasks as superfluous copies, or because their stage had failed already
 * @param taskRunTimes executorRunTime of the successful tasks in the order of their launch, ms
 * @param taskBytes what the same tasks read, input files and shuffle together
 * @param taskStarts when each task took its core, milliseconds after the clock's start, in the
 *     order of launch; failed and superfluous tasks are among them
 * @param taskEnds when the same tasks ended
 * @param metrics by {@link TaskMetric#sparkName()}; a metric that is 0 everywhere is left out
 */
public record StageEvidence(
    int stageId,
    int attempt,
    String name,
    List<Integer> jobIds,
    List<Integer> parentIds,
    long submittedMs,
    long completedMs,
    int numTasks,
    int failedTasks,
    int killedTasks,
    List<Long> taskRunTimes,
    List<Long> taskBytes,
    List<Long> taskStarts,
    List<Long> taskEnds,
    Map<String, Distribution> metrics) {

  /** Takes what a file leaves out for empty. */
  public StageEvidence {
    jobIds = jobIds == null ? List.of() : List.copyOf(jobIds);
    parentIds = parentIds == null ? List.of() : List.copyOf(parentIds);
    taskRunTimes = taskRunTimes == null ? List.of() : List.copyOf(taskRunTimes);
    taskBytes = taskBytes == null ? List.of() : List.copyOf(taskBytes);
    taskStarts = taskStarts == null ? List.of() : List.copyOf(taskStarts);
    taskEnds = taskEnds == null ? List.of() : List.copyOf(taskEnds);
    metrics = metrics == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(metrics));
  }

  /** Over its tasks. */
  public Distribution of(TaskMetric metric) {
    return metrics.getOrDefault(metric.sparkName(), Distribution.NONE);
  }
}
