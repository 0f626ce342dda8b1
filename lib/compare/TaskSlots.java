//SOURCES StageTasks.java
package compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Corrects when tasks ended. Spark gives a core to the next task as soon as one reports that it is
 * done, and notes its {@code finishTime} a little later, when it has read the result: milliseconds,
 * but with thousands of short tasks they add up to more core time than there was.
 */
final class TaskSlots {
  /** Beyond this share of the core time it is no late note, but a wrong number of cores. */
  private static final double MOST_CUT = 0.25;

  /** A task that holds a core, and where its corrected span goes. */
  private static final class Held {
    final TaskSpan recorded;
    double endSec;

    Held(TaskSpan recorded) {
      this.recorded = recorded;
      this.endSec = recorded.endSec();
    }

    double cutSec() {
      return recorded.endSec() - endSec;
    }

    TaskSpan corrected() {
      return new TaskSpan(recorded.startSec(), endSec);
    }
  }

  private TaskSlots() {}

  /**
   * The stages with every task cut at the launch that needed its core.
   *
   * @throws IllegalArgumentException when far more tasks ran at once than {@code cores} allow
   */
  static List<StageTasks> corrected(List<StageTasks> stages, int cores) {
    Map<Integer, List<Held>> byStage = new HashMap<>();
    List<Held> all = new ArrayList<>();
    for (StageTasks stage : stages) {
      List<Held> tasks = stage.tasks().stream().map(Held::new).toList();
      byStage.put(stage.stageId(), tasks);
      all.addAll(tasks);
    }
    cut(all, cores);
    double recordedSec = all.stream().mapToDouble(t -> t.recorded.sec()).sum();
    if (all.stream().mapToDouble(Held::cutSec).sum() > MOST_CUT * recordedSec) {
      throw new IllegalArgumentException(
          "more tasks ran at the same time than %d cores allow".formatted(cores));
    }
    return stages.stream()
        .map(
            s ->
                new StageTasks(
                    s.jobId(),
                    s.stageId(),
                    s.parentIds(),
                    byStage.get(s.stageId()).stream().map(Held::corrected).toList()))
        .toList();
  }

  private static void cut(List<Held> tasks, int cores) {
    PriorityQueue<Held> holding = new PriorityQueue<>(Comparator.comparingDouble(t -> t.endSec));
    List<Held> byLaunch =
        tasks.stream().sorted(Comparator.comparingDouble(t -> t.recorded.startSec())).toList();
    for (Held task : byLaunch) {
      double launchSec = task.recorded.startSec();
      while (!holding.isEmpty() && holding.peek().endSec <= launchSec) {
        holding.poll();
      }
      if (holding.size() == cores) {
        holding.poll().endSec = launchSec;
      }
      holding.add(task);
    }
  }
}
