//SOURCES TaskSpan.java
package compare;

import java.util.Comparator;
import java.util.List;

/**
 * The tasks of one stage.
 *
 * @param jobId the first job that ran it
 * @param stageId Spark's
 * @param parentIds stages whose shuffle files it reads; smaller than {@code stageId}, as Spark
 *     numbers them; may name stages that were skipped
 * @param tasks kept in the order they were launched
 */
public record StageTasks(int jobId, int stageId, List<Integer> parentIds, List<TaskSpan> tasks) {

  /** Sorts the tasks and checks the parents. */
  public StageTasks {
    parentIds = List.copyOf(parentIds);
    // A stable sort: tasks launched in the same millisecond stay in the order they were given.
    tasks = tasks.stream().sorted(Comparator.comparingDouble(TaskSpan::startSec)).toList();
    for (int parent : parentIds) {
      if (parent >= stageId) {
        throw new IllegalArgumentException(
            "stage %d cannot wait for stage %d".formatted(stageId, parent));
      }
    }
  }
}
