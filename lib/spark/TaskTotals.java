package spark;

/**
 * What Spark's own task metrics add up to over one run, and the task distribution of its heaviest
 * stage (the one with the largest executorRunTime). Names are Spark's; times in seconds, sizes in
 * bytes.
 *
 * @param executorRunTimeSec summed over all tasks
 * @param executorCpuTimeSec summed over all tasks
 * @param jvmGcTimeSec summed over all tasks
 * @param bytesRead from the input files
 * @param shuffleBytesRead local and remote
 * @param shuffleBytesWritten by map tasks
 * @param memoryBytesSpilled deserialized size of what was spilled
 * @param diskBytesSpilled serialized size of what was spilled
 * @param tasks finished, failed ones included
 * @param failedTasks that ended in an error
 * @param stages that ran
 * @param stageTasks tasks of the heaviest stage
 * @param medianTaskSec executorRunTime of its median task
 * @param maxTaskSec executorRunTime of its slowest task
 * @param medianTaskBytes bytes read (input and shuffle) by its median task
 * @param maxTaskBytes bytes read (input and shuffle) by its largest task
 */
public record TaskTotals(
    double executorRunTimeSec,
    double executorCpuTimeSec,
    double jvmGcTimeSec,
    long bytesRead,
    long shuffleBytesRead,
    long shuffleBytesWritten,
    long memoryBytesSpilled,
    long diskBytesSpilled,
    long tasks,
    long failedTasks,
    long stages,
    long stageTasks,
    double medianTaskSec,
    double maxTaskSec,
    double medianTaskBytes,
    double maxTaskBytes) {

  /** For a run without evidence, as one that was killed. */
  public static final TaskTotals NONE =
      new TaskTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
