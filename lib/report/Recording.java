//SOURCES ../compare/JobSpan.java
//SOURCES ../compare/RecordedRun.java
//SOURCES ../compare/StageTasks.java
//SOURCES ../compare/TaskSpan.java
//SOURCES ../spark/RunEvidence.java
//SOURCES ../spark/StageEvidence.java
package report;

import compare.JobSpan;
import compare.RecordedRun;
import compare.StageTasks;
import compare.TaskSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import spark.RunEvidence;
import spark.StageEvidence;

/** The evidence about a run as a replay needs it. */
final class Recording {
  private static final double MS = 1e-3;

  private Recording() {}

  /**
   * Jobs are taken to last from the submission of their first stage to the end of their last one;
   * the attempts of a stage are one stage.
   *
   * @param cores task slots the run had
   * @throws IllegalArgumentException saying why it cannot be replayed
   */
  static RecordedRun of(RunEvidence evidence, int cores) {
    List<StageEvidence> stages =
        evidence.stages().stream().filter(s -> !s.taskRunTimes().isEmpty()).toList();
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("no task of it was recorded");
    }
    Map<Integer, List<StageEvidence>> byJob =
        stages.stream()
            .collect(Collectors.groupingBy(Recording::job, TreeMap::new, Collectors.toList()));
    Map<Integer, List<StageEvidence>> byId =
        stages.stream()
            .collect(
                Collectors.groupingBy(StageEvidence::stageId, TreeMap::new, Collectors.toList()));
    return new RecordedRun(
        cores,
        evidence.elapsedMs() * MS,
        byJob.entrySet().stream().map(e -> span(e.getKey(), e.getValue(), evidence)).toList(),
        byId.values().stream().map(Recording::tasks).toList());
  }

  /** The job that ran it: later ones found its output. */
  private static int job(StageEvidence stage) {
    return stage.jobIds().isEmpty() ? 0 : stage.jobIds().get(0);
  }

  private static JobSpan span(int job, List<StageEvidence> stages, RunEvidence evidence) {
    long start = stages.stream().mapToLong(StageEvidence::submittedMs).min().orElseThrow();
    long end =
        stages.stream()
            .mapToLong(s -> s.completedMs() < 0 ? evidence.elapsedMs() : s.completedMs())
            .max()
            .orElseThrow();
    return new JobSpan(job, start * MS, end * MS);
  }

  private static StageTasks tasks(List<StageEvidence> attempts) {
    StageEvidence first = attempts.get(0);
    List<TaskSpan> spans = new ArrayList<>();
    for (StageEvidence attempt : attempts) {
      int tasks = attempt.taskRunTimes().size();
      if (attempt.taskLaunchTimes().size() != tasks || attempt.taskDurations().size() != tasks) {
        throw new IllegalArgumentException("it was recorded without the launch times of its tasks");
      }
      for (int i = 0; i < tasks; i++) {
        double start = attempt.taskLaunchTimes().get(i) * MS;
        spans.add(new TaskSpan(start, start + attempt.taskDurations().get(i) * MS));
      }
    }
    return new StageTasks(job(first), first.stageId(), first.parentIds(), spans);
  }
}
