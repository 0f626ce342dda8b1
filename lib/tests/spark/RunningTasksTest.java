//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../spark/RunningTasks.java
//SOURCES LocalSession.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import spark.RunningTasks;

/** Tasks that do not end when their job is cancelled. */
@Tag("spark")
@Timeout(60)
class RunningTasksTest {
  private static final CountDownLatch RUNNING = new CountDownLatch(2);
  private static volatile boolean released;

  /** As a loop of a cross join does: it looks neither at an interruption nor at its task. */
  private static void doNotListen() {
    RUNNING.countDown();
    while (!released) {
      Thread.onSpinWait();
    }
  }

  @Test
  void tasksOfACancelledJobAreCountedUntilTheyEnd() throws Exception {
    SparkSession spark = LocalSession.open();
    SparkContext context = spark.sparkContext();
    assertEquals(0, RunningTasks.after(context, Duration.ofSeconds(10)));
    CompletableFuture<Void> job =
        CompletableFuture.runAsync(
            () -> {
              context.setInterruptOnCancel(true);
              spark
                  .range(0, 2, 1, 2)
                  .foreachPartition((ForeachPartitionFunction<Long>) rows -> doNotListen());
            });
    try {
      RUNNING.await(30, TimeUnit.SECONDS);
      context.cancelAllJobs();
      assertThrows(CompletionException.class, job::join);
      assertEquals(2, RunningTasks.after(context, Duration.ofMillis(300)));
    } finally {
      released = true;
    }
    assertEquals(0, RunningTasks.after(context, Duration.ofSeconds(10)));
  }
}
