//SOURCES ColumnLineage.java
//SOURCES PlanFacts.java
//SOURCES StageEvidence.java
//SOURCES TaskTotals.java
//SOURCES JobEvidence.java
//SOURCES ../compare/Quantile.java
//SOURCES ../compare/RecordedRun.java
package spark;

import compare.JobSpan;
import compare.Quantile;
import compare.RecordedRun;
import compare.StageTasks;
import compare.TaskSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What Spark says about one run, between the clock's start and its end. Plain numbers and names, in
 * whatever way they were obtained: nothing here needs Spark to be read.
 *
 * @param elapsedMs from the clock's start to its end
 * @param jobs that Spark ran, by id
 * @param stages that ran, by id and attempt; stages that Spark skipped are not among them
 * @param plans the SQL executions that ran jobs of their own, in the order in which they ended
 * @param lineage of every table of files that was written, in the same order
 */
public record RunEvidence(
    long elapsedMs,
    List<JobEvidence> jobs,
    List<StageEvidence> stages,
    List<PlanFacts> plans,
    List<ColumnLineage> lineage) {

  /** Takes what a file leaves out for empty. */
  public RunEvidence {
    jobs = jobs == null ? List.of() : List.copyOf(jobs);
    stages = stages == null ? List.of() : List.copyOf(stages);
    plans = plans == null ? List.of() : List.copyOf(plans);
    lineage = lineage == null ? List.of() : List.copyOf(lineage);
  }

  /** Evidence of a run that wrote no files. */
  public RunEvidence(
      long elapsedMs, List<JobEvidence> jobs, List<StageEvidence> stages, List<PlanFacts> plans) {
    this(elapsedMs, jobs, stages, plans, List.of());
  }

  /** One fact of every plan, as {@code all(PlanFacts::joins)}. */
  public <T> List<T> all(Function<PlanFacts, List<T>> fact) {
    return plans.stream().flatMap(plan -> fact.apply(plan).stream()).toList();
  }

  /**
   * What a replay on other numbers of cores starts from.
   *
   * @param cores task slots the run had
   * @return empty when a stage was tried twice, a job did not end, or nothing was recorded: such a
   *     run says nothing about how long its work takes
   */
  public Optional<RecordedRun> recorded(int cores) {
    boolean tidy =
        elapsedMs > 0
            && !stages.isEmpty()
            && jobs.stream().allMatch(j -> j.completedMs() >= j.submittedMs())
            && stages.stream().allMatch(s -> s.attempt() == 0 && !s.jobIds().isEmpty());
    if (!tidy) {
      return Optional.empty();
    }
    List<JobSpan> spans =
        jobs.stream()
            .map(j -> new JobSpan(j.jobId(), j.submittedMs() / 1e3, j.completedMs() / 1e3))
            .toList();
    List<StageTasks> tasks =
        stages.stream()
            .map(s -> new StageTasks(s.jobIds().get(0), s.stageId(), s.parentIds(), taskSpans(s)))
            .toList();
    return Optional.of(new RecordedRun(cores, elapsedMs / 1e3, spans, tasks));
  }

  private static List<TaskSpan> taskSpans(StageEvidence stage) {
    return IntStream.range(0, stage.taskStarts().size())
        .mapToObj(i -> new TaskSpan(stage.taskStarts().get(i) / 1e3, stage.taskEnds().get(i) / 1e3))
        .toList();
  }

  /** Tasks that ran at the same time, on average: executorRunTime over elapsed time. */
  public double activeTasks() {
    return elapsedMs == 0 ? 0 : (double) sum(TaskMetric.EXECUTOR_RUN_TIME) / elapsedMs;
  }

  /** Everything added up, and the tasks of the heaviest stage. */
  public TaskTotals totals() {
    List<StageEvidence> heaviest = heaviestStage();
    double[] runTimes = values(heaviest, StageEvidence::taskRunTimes);
    double[] bytes = values(heaviest, StageEvidence::taskBytes);
    return new TaskTotals(
        sum(TaskMetric.EXECUTOR_RUN_TIME) / 1e3,
        sum(TaskMetric.EXECUTOR_CPU_TIME) / 1e9,
        sum(TaskMetric.JVM_GC_TIME) / 1e3,
        sum(TaskMetric.INPUT_BYTES),
        sum(TaskMetric.SHUFFLE_READ_BYTES),
        sum(TaskMetric.SHUFFLE_WRITE_BYTES),
        sum(TaskMetric.MEMORY_BYTES_SPILLED),
        sum(TaskMetric.DISK_BYTES_SPILLED),
        stages.stream().mapToLong(RunEvidence::endedTasks).sum(),
        stages.stream().mapToLong(StageEvidence::failedTasks).sum(),
        stages.stream().map(StageEvidence::stageId).distinct().count(),
        runTimes.length,
        quantile(runTimes, 0.5) / 1e3,
        quantile(runTimes, 1) / 1e3,
        quantile(bytes, 0.5),
        quantile(bytes, 1));
  }

  /** The attempts of the stage with the largest executorRunTime of successful tasks. */
  private List<StageEvidence> heaviestStage() {
    return stages.stream().collect(Collectors.groupingBy(StageEvidence::stageId)).values().stream()
        .max(Comparator.comparingLong(RunEvidence::successfulRunTime))
        .orElse(List.of());
  }

  private static long successfulRunTime(List<StageEvidence> attempts) {
    return attempts.stream()
        .flatMap(attempt -> attempt.taskRunTimes().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  private static long endedTasks(StageEvidence stage) {
    return stage.taskRunTimes().size() + stage.failedTasks() + stage.killedTasks();
  }

  private long sum(TaskMetric metric) {
    return stages.stream().mapToLong(stage -> stage.of(metric).sum()).sum();
  }

  private static double[] values(
      List<StageEvidence> attempts, Function<StageEvidence, List<Long>> field) {
    return attempts.stream()
        .flatMap(attempt -> field.apply(attempt).stream())
        .mapToDouble(Long::doubleValue)
        .toArray();
  }

  private static double quantile(double[] values, double p) {
    return values.length == 0 ? 0 : Quantile.of(values, p);
  }
}
