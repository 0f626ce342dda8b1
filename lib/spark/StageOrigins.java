//SOURCES ScalaValues.java
package spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.execution.SQLExecution;

/**
 * Which jobs and which SQL execution asked for a stage, and which stages it read from.
 *
 * <p>A job that finds a shuffle already written gets a new stage for it, which it skips. Every job
 * of an adaptive query but the first sees its inputs that way, so a parent that did not run is
 * replaced by the stage that wrote the same shuffle.
 */
final class StageOrigins {
  private final Map<Integer, List<Integer>> jobs = new HashMap<>();
  private final Map<Integer, Long> executions = new HashMap<>();
  private final Map<Integer, Integer> shuffles = new HashMap<>();
  private final Map<Integer, Integer> writers = new HashMap<>();
  private final Set<Integer> ran = new HashSet<>();

  void jobStarted(SparkListenerJobStart job) {
    for (StageInfo stage : ScalaValues.list(job.stageInfos())) {
      int id = stage.stageId();
      jobs.computeIfAbsent(id, key -> new ArrayList<>()).add(job.jobId());
      execution(job).ifPresent(execution -> executions.putIfAbsent(id, execution));
      if (stage.shuffleDepId().isDefined()) {
        shuffles.put(id, (Integer) stage.shuffleDepId().get());
      }
    }
  }

  void submitted(int stageId) {
    ran.add(stageId);
    if (shuffles.containsKey(stageId)) {
      writers.put(shuffles.get(stageId), stageId);
    }
  }

  /** The SQL execution that a job belongs to. */
  static Optional<Long> execution(SparkListenerJobStart job) {
    String id = job.properties().getProperty(SQLExecution.EXECUTION_ID_KEY());
    return Optional.ofNullable(id).map(Long::valueOf);
  }

  /** The SQL execution that asked for the stage first. */
  Optional<Long> execution(int stageId) {
    return Optional.ofNullable(executions.get(stageId));
  }

  /** The jobs that asked for the stage, in their order. */
  List<Integer> jobs(int stageId) {
    return jobs.getOrDefault(stageId, List.of());
  }

  /** The stages among {@code parentIds}, or those that ran in their place. */
  List<Integer> parents(List<Integer> parentIds) {
    return parentIds.stream()
        .map(id -> ran.contains(id) ? id : writers.get(shuffles.get(id)))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }
}
