//SOURCES RecordedRun.java
package compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How long a recorded run would take on another number of cores: greedy list scheduling of its
 * tasks, as Spark's FIFO scheduler does it. A free core takes the next task of the first stage, by
 * job and stage id, that may run: whose parents are done, and whose job's predecessors are.
 *
 * <p>It is a model. Every task takes as long as it did, though more cores share memory, disk and
 * network; the tasks are the same, though Spark splits files and merges partitions by the number of
 * cores; and the time outside tasks stays as it was.
 *
 * @see "Graham 1969, Bounds on Multiprocessing Timing Anomalies, SIAM J. Appl. Math. 17(2)"
 */
public final class Replay {
  private static final class Stage {
    final int place;
    final StageTasks recorded;
    final List<Stage> waiting = new ArrayList<>();
    int waitsFor;
    int started;
    int ended;

    Stage(int place, StageTasks recorded) {
      this.place = place;
      this.recorded = recorded;
    }

    boolean allStarted() {
      return started == recorded.tasks().size();
    }

    boolean allEnded() {
      return ended == recorded.tasks().size();
    }
  }

  private record Running(Stage stage, double untilSec) {}

  private final double outsideTasksSec;

  /** In FIFO order, which is also one in which nobody waits for a later one. */
  private final List<Stage> stages;

  private final PriorityQueue<Stage> ready =
      new PriorityQueue<>(Comparator.comparingInt(s -> s.place));
  private final PriorityQueue<Running> running =
      new PriorityQueue<>(Comparator.comparingDouble(Running::untilSec));

  private Replay(RecordedRun run) {
    outsideTasksSec = run.outsideTasksSec();
    stages =
        IntStream.range(0, run.stages().size())
            .mapToObj(i -> new Stage(i, run.stages().get(i)))
            .toList();
    Map<Integer, Stage> byId = new HashMap<>();
    Map<Integer, Set<Integer>> predecessors = run.predecessors();
    for (Stage stage : stages) {
      for (int parent : stage.recorded.parentIds()) {
        // A parent without a record was skipped: its shuffle files were there already.
        if (byId.containsKey(parent)) {
          block(stage, byId.get(parent));
        }
      }
      Set<Integer> jobsBefore = predecessors.get(stage.recorded.jobId());
      byId.values().stream()
          .filter(earlier -> jobsBefore.contains(earlier.recorded.jobId()))
          .forEach(earlier -> block(stage, earlier));
      byId.put(stage.recorded.stageId(), stage);
    }
  }

  private static void block(Stage stage, Stage earlier) {
    earlier.waiting.add(stage);
    stage.waitsFor++;
  }

  /**
   * The time the run would take, seconds.
   *
   * @param cores at least 1
   */
  public static double on(RecordedRun run, int cores) {
    if (cores < 1) {
      throw new IllegalArgumentException(cores + " cores, wanted at least 1");
    }
    Replay replay = new Replay(run);
    return replay.outsideTasksSec + replay.makespanSec(cores);
  }

  private double makespanSec(int cores) {
    // Which they are is settled first: a stage without tasks releases others at once.
    stages.stream().filter(s -> s.waitsFor == 0).toList().forEach(this::release);
    double nowSec = 0;
    do {
      while (running.size() < cores && !ready.isEmpty()) {
        start(ready.peek(), nowSec);
      }
      nowSec = running.isEmpty() ? nowSec : running.peek().untilSec();
      // All that end now, before a core is given away: one of them may release an earlier stage.
      while (!running.isEmpty() && running.peek().untilSec() <= nowSec) {
        end(running.poll().stage());
      }
    } while (!running.isEmpty() || !ready.isEmpty());
    return nowSec;
  }

  private void release(Stage stage) {
    if (stage.allEnded()) {
      done(stage);
    } else {
      ready.add(stage);
    }
  }

  private void start(Stage stage, double nowSec) {
    double sec = stage.recorded.tasks().get(stage.started++).sec();
    running.add(new Running(stage, nowSec + sec));
    if (stage.allStarted()) {
      ready.remove(stage);
    }
  }

  private void end(Stage stage) {
    stage.ended++;
    if (stage.allEnded()) {
      done(stage);
    }
  }

  private void done(Stage stage) {
    for (Stage next : stage.waiting) {
      if (--next.waitsFor == 0) {
        release(next);
      }
    }
  }
}
