//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/CoresForecast.java
//SOURCES ../../compare/Replay.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.CoresForecast;
import compare.JobSpan;
import compare.RecordedRun;
import compare.Replay;
import compare.StageTasks;
import compare.TaskSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {
  /** Stage {@code id} of job 0, with tasks of these lengths. */
  private static StageTasks stage(int id, List<Integer> parents, double... sec) {
    return stage(0, id, parents, sec);
  }

  private static StageTasks stage(int job, int id, List<Integer> parents, double... sec) {
    List<TaskSpan> tasks = new ArrayList<>();
    double now = 0;
    for (double s : sec) {
      tasks.add(new TaskSpan(now, now + s));
      now += s;
    }
    return new StageTasks(job, id, parents, tasks);
  }

  /** All of its elapsed time is in tasks. */
  private static RecordedRun oneJob(StageTasks... stages) {
    return run(0, List.of(new JobSpan(0, 0, 1e6)), stages);
  }

  /** A run of one core, all tasks in turn, whose time outside tasks is {@code outsideSec}. */
  private static RecordedRun run(double outsideSec, List<JobSpan> jobs, StageTasks... stages) {
    List<StageTasks> inTurn = new ArrayList<>();
    double now = 0;
    for (StageTasks stage : stages) {
      List<TaskSpan> tasks = new ArrayList<>();
      for (TaskSpan task : stage.tasks()) {
        tasks.add(new TaskSpan(now, now + task.sec()));
        now += task.sec();
      }
      inTurn.add(new StageTasks(stage.jobId(), stage.stageId(), stage.parentIds(), tasks));
    }
    return new RecordedRun(1, now + outsideSec, jobs, inTurn);
  }

  /** Graham 1969: nine tasks, T1 before T9, T4 before T5 to T8. */
  private static RecordedRun graham(double faster, List<Integer> parentsOf5And6) {
    return oneJob(
        stage(1, List.of(), 3 - faster),
        stage(2, List.of(), 2 - faster),
        stage(3, List.of(), 2 - faster),
        stage(4, List.of(), 2 - faster),
        stage(5, parentsOf5And6, 4 - faster),
        stage(6, parentsOf5And6, 4 - faster),
        stage(7, List.of(4), 4 - faster),
        stage(8, List.of(4), 4 - faster),
        stage(9, List.of(1), 9 - faster));
  }

  /**
   * His anomalies: a fourth processor, shorter tasks or fewer constraints make the same list take
   * longer. A scheduler that looks ahead, or another order, would not show them.
   */
  @Test
  void grahamsAnomalies() {
    assertEquals(12, Replay.on(graham(0, List.of(4)), 3));
    assertEquals(15, Replay.on(graham(0, List.of(4)), 4));
    assertEquals(13, Replay.on(graham(1, List.of(4)), 3));
    assertEquals(16, Replay.on(graham(0, List.of()), 3));
  }

  /** One long task: more cores stop helping when it is the last one running. */
  @ParameterizedTest
  @CsvSource({"1, 12", "2, 8", "3, 8", "128, 8"})
  void aSkewedStageIsAsLongAsItsLongestTask(int cores, double sec) {
    assertEquals(sec, Replay.on(oneJob(stage(0, List.of(), 8, 1, 1, 1, 1)), cores));
  }

  /** Launched last, the long task costs what Graham's bound allows: 2 + 8 on two cores. */
  @Test
  void theOrderOfLaunchCounts() {
    assertEquals(10, Replay.on(oneJob(stage(0, List.of(), 1, 1, 1, 1, 8)), 2));
  }

  @Test
  void aChildStageWaitsForAllTasksOfItsParents() {
    RecordedRun run =
        oneJob(
            stage(0, List.of(), 1, 3), stage(1, List.of(), 2), stage(2, List.of(0, 1), 1, 1, 1, 1));
    assertEquals(10, Replay.on(run, 1));
    assertEquals(5, Replay.on(run, 2));
    assertEquals(4, Replay.on(run, 4));
  }

  /** Adaptive execution names skipped stages as parents: their shuffle was made by another job. */
  @Test
  void aSkippedParentHoldsNobodyUp() {
    assertEquals(1, Replay.on(oneJob(stage(2, List.of(1), 1, 1)), 2));
  }

  @Test
  void jobsThatFollowedEachOtherStillDo() {
    List<JobSpan> jobs = List.of(new JobSpan(0, 0, 5), new JobSpan(1, 5, 9));
    RecordedRun run = run(0, jobs, stage(0, 0, List.of(), 1, 1), stage(1, 1, List.of(), 3, 3));
    assertEquals(4, Replay.on(run, 128));
  }

  /** As a broadcast on its own thread, though one core may have run its task before all others. */
  @Test
  void jobsThatOverlappedMayOverlapAgain() {
    List<JobSpan> jobs = List.of(new JobSpan(0, 0, 5), new JobSpan(1, 4.9, 9));
    RecordedRun run = run(0, jobs, stage(0, 0, List.of(), 1, 1), stage(1, 1, List.of(), 3, 3));
    assertEquals(3, Replay.on(run, 128));
  }

  @Test
  void aJobOfNoLengthDoesNotWaitForItself() {
    List<JobSpan> jobs = List.of(new JobSpan(0, 5, 5));
    RecordedRun run = run(0, jobs, stage(0, List.of(), 2), stage(1, List.of(), 2));
    assertEquals(2, Replay.on(run, 2));
  }

  /** Job 0 goes first though its second stage has the larger number. */
  @Test
  void anEarlierJobGoesFirst() {
    List<JobSpan> jobs = List.of(new JobSpan(0, 0, 9), new JobSpan(1, 0, 9), new JobSpan(2, 0, 9));
    RecordedRun run =
        run(
            0,
            jobs,
            stage(0, 0, List.of(), 2),
            stage(2, 1, List.of(), 2, 9),
            stage(0, 2, List.of(0), 1),
            stage(1, 3, List.of(), 4));
    // Stage 0 until 2, its child until 3, stage 1 until 5; stage 3 until 4, stage 1 until 13.
    assertEquals(13, Replay.on(run, 2));
  }

  @Test
  void aStageWithoutTasksWaitsForItsParentsAndIsWaitedFor() {
    RecordedRun run = oneJob(stage(0, List.of(), 2), stage(1, List.of(0)), stage(2, List.of(1), 3));
    assertEquals(5, Replay.on(run, 8));
    run = oneJob(stage(0, List.of()), stage(1, List.of(0), 2), stage(2, List.of(1), 3));
    assertEquals(5, Replay.on(run, 8));
  }

  @Test
  void theTimeOutsideTasksStays() {
    List<JobSpan> jobs = List.of(new JobSpan(0, 0, 100));
    RecordedRun run = run(2.5, jobs, stage(0, List.of(), 4, 4, 4, 4));
    assertEquals(2.5, run.outsideTasksSec(), 1e-12);
    assertEquals(18.5, Replay.on(run, 1), 1e-12);
    assertEquals(6.5, Replay.on(run, 128), 1e-12);
  }

  /** From 1 to 4, from 5 to 6 and again to 7: 5 of 10 s, however many tasks ran at once. */
  @Test
  void onlyTimeWithoutAnyTaskIsOutside() {
    List<TaskSpan> tasks =
        List.of(
            new TaskSpan(5, 6),
            new TaskSpan(1, 4),
            new TaskSpan(2, 3),
            new TaskSpan(1.5, 4),
            new TaskSpan(5.5, 7));
    RecordedRun run =
        new RecordedRun(
            4, 10, List.of(new JobSpan(0, 0, 9)), List.of(new StageTasks(0, 0, List.of(), tasks)));
    assertEquals(5, run.outsideTasksSec(), 1e-12);
  }

  /** Spark notes the end of a task a little after its core was given to the next one. */
  @Test
  void noTaskHoldsACoreThatAnotherOneWasLaunchedOn() {
    List<TaskSpan> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      tasks.add(new TaskSpan(i, i + 1.1));
      tasks.add(new TaskSpan(i + 0.5, i + 1.6));
    }
    StageTasks stage = new StageTasks(0, 0, List.of(), tasks);
    RecordedRun run = new RecordedRun(2, 10.6, List.of(new JobSpan(0, 0, 11)), List.of(stage));
    double coreSec = run.stages().get(0).tasks().stream().mapToDouble(TaskSpan::sec).sum();
    assertEquals(18 + 2 * 1.1, coreSec, 1e-9);
    assertEquals(10.1, Replay.on(run, 2), 1e-9);
  }

  @Test
  void moreTasksAtOnceThanCoresIsAWrongNumberOfCores() {
    List<TaskSpan> tasks = List.of(new TaskSpan(0, 5), new TaskSpan(0, 5), new TaskSpan(0.1, 5));
    List<StageTasks> stages = List.of(new StageTasks(0, 0, List.of(), tasks));
    List<JobSpan> jobs = List.of(new JobSpan(0, 0, 5));
    assertThrows(IllegalArgumentException.class, () -> new RecordedRun(2, 5, jobs, stages));
    assertEquals(5, new RecordedRun(3, 5, jobs, stages).elapsedSec());
  }

  @Test
  void tasksAreReplayedInTheOrderOfTheirLaunch() {
    List<TaskSpan> tasks = List.of(new TaskSpan(4, 12), new TaskSpan(0, 2), new TaskSpan(2, 4));
    StageTasks stage = new StageTasks(0, 0, List.of(), tasks);
    assertEquals(List.of(0.0, 2.0, 4.0), stage.tasks().stream().map(TaskSpan::startSec).toList());
  }

  /** Graham's guarantee for any list: at most total / n + (1 - 1/n) · longest chain. */
  @Test
  void everyScheduleLiesBetweenTheBounds() {
    Random random = new Random(17);
    for (int i = 0; i < 300; i++) {
      RecordedRun run = randomRun(random);
      double total = Replay.on(run, 1);
      double chain = Replay.on(run, 100_000);
      for (int cores : new int[] {1, 2, 3, 8, 32}) {
        double sec = Replay.on(run, cores);
        double lower = Math.max(chain, total / cores);
        assertTrue(sec >= lower - 1e-9, sec + " below " + lower);
        double upper = total / cores + (1 - 1.0 / cores) * chain;
        assertTrue(sec <= upper + 1e-9, sec + " above " + upper);
      }
      double coreSec =
          run.stages().stream().flatMap(s -> s.tasks().stream()).mapToDouble(TaskSpan::sec).sum();
      assertEquals(coreSec, total, 1e-9);
    }
  }

  private static RecordedRun randomRun(Random random) {
    int stages = 1 + random.nextInt(8);
    List<JobSpan> jobs = new ArrayList<>();
    for (int j = 0; j < 3; j++) {
      double start = random.nextInt(10);
      jobs.add(new JobSpan(j, start, start + random.nextInt(10)));
    }
    StageTasks[] recorded = new StageTasks[stages];
    int[] job = random.ints(stages, 0, 3).sorted().toArray();
    for (int s = 0; s < stages; s++) {
      List<Integer> parents =
          IntStream.range(0, s).filter(p -> random.nextInt(3) == 0).boxed().toList();
      double[] sec = random.doubles(1 + random.nextInt(9), 0, 5).toArray();
      recorded[s] = stage(job[s], s, parents, sec);
    }
    return run(0, jobs, recorded);
  }

  @Test
  void theForecastKnowsItsError() {
    List<JobSpan> jobs = List.of(new JobSpan(0, 0, 100));
    List<TaskSpan> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(new TaskSpan(i / 2 * 2, i / 2 * 2 + 2));
    }
    StageTasks stage = new StageTasks(0, 0, List.of(), tasks);
    CoresForecast exact = CoresForecast.of(new RecordedRun(2, 9, jobs, List.of(stage)));
    assertEquals(0, exact.error(), 1e-12);
    assertEquals(
        List.of(
            new CoresForecast.Prediction(2, 9),
            new CoresForecast.Prediction(8, 3),
            new CoresForecast.Prediction(32, 3),
            new CoresForecast.Prediction(128, 3)),
        exact.predictions());
    assertEquals(
        "a model, 0.0 % off on the 2 cores it was measured on:"
            + " 9.0 s on 2, 3.0 s on 8, 3.0 s on 32, 3.0 s on 128",
        exact.sentence());
    String early = CoresForecast.of(new RecordedRun(2, 9.001, jobs, List.of(stage))).sentence();
    assertTrue(early.startsWith("a model, 0.0 % off on "), early);

    // Four cores that only ever ran two tasks at once: the model cannot know why, and says 50 %.
    CoresForecast wrong = CoresForecast.of(new RecordedRun(4, 8, jobs, List.of(stage)));
    assertEquals(-0.5, wrong.error(), 1e-12);
  }

  @Test
  void whatCannotHaveRunIsRefused() {
    StageTasks stage = stage(0, List.of(), 1);
    assertThrows(IllegalArgumentException.class, () -> new TaskSpan(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new JobSpan(0, 2, 1));
    assertThrows(IllegalArgumentException.class, () -> stage(1, List.of(1), 1));
    assertThrows(IllegalArgumentException.class, () -> oneJob(stage, stage));
    assertThrows(IllegalArgumentException.class, () -> run(0, List.of(), stage));
    assertThrows(IllegalArgumentException.class, () -> Replay.on(oneJob(stage), 0));
    List<JobSpan> twoJobs = List.of(new JobSpan(0, 0, 1), new JobSpan(1, 1, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> run(0, twoJobs, stage(1, 0, List.of(), 1), stage(0, 1, List.of(0), 1)));
    assertThrows(IllegalArgumentException.class, () -> new RecordedRun(2, 0, List.of(), List.of()));
  }
}
