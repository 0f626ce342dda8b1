//SOURCES JobSpan.java
//SOURCES StageTasks.java
//SOURCES TaskSlots.java
package compare;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One run as Spark's events tell it: what a {@link Replay} starts from.
 *
 * @param cores task slots it ran on, at least 1
 * @param elapsedSec measured from the start of the job's body to its end, above 0
 * @param jobs that ran stages; every job of a stage is there
 * @param stages that ran tasks; kept in Spark's FIFO order, by job and stage id, and with no more
 *     tasks at once than cores
 */
public record RecordedRun(
    int cores, double elapsedSec, List<JobSpan> jobs, List<StageTasks> stages) {

  private static final Comparator<StageTasks> FIFO =
      Comparator.comparingInt(StageTasks::jobId).thenComparingInt(StageTasks::stageId);

  /** Sorts the stages, corrects when their tasks ended and checks that they belong together. */
  public RecordedRun {
    if (cores < 1 || !(elapsedSec > 0)) {
      throw new IllegalArgumentException(
          "a run of %s s on %d cores is not a run".formatted(elapsedSec, cores));
    }
    jobs = List.copyOf(jobs);
    stages = TaskSlots.corrected(stages.stream().sorted(FIFO).toList(), cores);
    Set<Integer> jobIds = new HashSet<>();
    for (JobSpan job : jobs) {
      if (!jobIds.add(job.jobId())) {
        throw new IllegalArgumentException("job %d is there twice".formatted(job.jobId()));
      }
    }
    Map<Integer, Integer> jobOfStage = new HashMap<>();
    for (StageTasks stage : stages) {
      check(stage, jobIds, jobOfStage.put(stage.stageId(), stage.jobId()));
    }
    for (StageTasks stage : stages) {
      for (int parent : stage.parentIds()) {
        if (jobOfStage.getOrDefault(parent, stage.jobId()) > stage.jobId()) {
          throw new IllegalArgumentException(
              "stage %d cannot wait for stage %d of a later job"
                  .formatted(stage.stageId(), parent));
        }
      }
    }
  }

  private static void check(StageTasks stage, Set<Integer> jobIds, Integer earlier) {
    if (earlier != null) {
      throw new IllegalArgumentException("stage %d is there twice".formatted(stage.stageId()));
    }
    if (!jobIds.contains(stage.jobId())) {
      throw new IllegalArgumentException(
          "job %d of stage %d is missing".formatted(stage.jobId(), stage.stageId()));
    }
  }

  /**
   * The elapsed time during which no task ran: planning, submitting, broadcasting and committing.
   * More cores do not shorten it.
   */
  public double outsideTasksSec() {
    return Math.max(0, elapsedSec - busySec());
  }

  /** The time during which at least one task ran. */
  private double busySec() {
    List<TaskSpan> spans =
        stages.stream()
            .flatMap(s -> s.tasks().stream())
            .sorted(Comparator.comparingDouble(TaskSpan::startSec))
            .toList();
    double busy = 0;
    double until = Double.NEGATIVE_INFINITY;
    for (TaskSpan span : spans) {
      if (span.endSec() > until) {
        busy += span.endSec() - Math.max(until, span.startSec());
        until = span.endSec();
      }
    }
    return busy;
  }

  /**
   * The jobs that each job waits for: those that had ended when it was submitted. So the steps of a
   * program stay one after the other, while jobs that overlapped, as a broadcast's on its own
   * thread or adaptive execution's map stages, may overlap again.
   */
  Map<Integer, Set<Integer>> predecessors() {
    return jobs.stream()
        .collect(
            Collectors.toMap(
                JobSpan::jobId,
                job ->
                    jobs.stream()
                        .filter(other -> other.precedes(job))
                        .map(JobSpan::jobId)
                        .collect(Collectors.toSet())));
  }
}
