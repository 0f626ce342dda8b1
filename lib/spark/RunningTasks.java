package spark;

import java.time.Duration;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import scala.collection.JavaConverters;

/**
 * Tasks that occupy a core now. Spark can only ask a task to end, and forgets its job at once: the
 * tasks of a cancelled job that do not listen, as a loop of a cross join, are in no job and in no
 * stage any more, and go on to their end. The scheduler alone still counts them.
 */
public final class RunningTasks {
  private static final long POLL_MILLIS = 50;

  private RunningTasks() {}

  /** How many there are now, those of cancelled jobs included; none where Spark is stopped. */
  public static int in(SparkContext context) {
    return !context.isStopped() && context.taskScheduler() instanceof TaskSchedulerImpl scheduler
        ? JavaConverters.mapAsJavaMap(scheduler.runningTasksByExecutors()).values().stream()
            .mapToInt(count -> (int) count)
            .sum()
        : 0;
  }

  /** How many are left when {@code grace} is over; 0 as soon as all have ended. */
  public static int after(SparkContext context, Duration grace) {
    long deadline = System.nanoTime() + grace.toNanos();
    int running = in(context);
    while (running > 0 && System.nanoTime() < deadline) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return in(context);
      }
      running = in(context);
    }
    return running;
  }
}
