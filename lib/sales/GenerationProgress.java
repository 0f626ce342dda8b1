//DEPS me.tongfei:progressbar:0.10.2
//SOURCES ProgressLines.java
//SOURCES ../project/Interruption.java
//SOURCES ../project/Terminal.java
//SOURCES ../spark/Sessions.java
package sales;

import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import project.Interruption;
import project.Terminal;

/**
 * Rows written so far, on stderr: a bar with the time left on a terminal, a few lines anywhere
 * else. A row counts when its task has ended.
 */
final class GenerationProgress extends SparkListener implements AutoCloseable {
  private final LongConsumer written;
  private final Runnable end;
  private final Interruption interruption;

  private GenerationProgress(LongConsumer written, Runnable end) {
    this.written = written;
    this.end = end;
    this.interruption = Interruption.handledBy(this::endEarly);
  }

  /**
   * Counts from now on.
   *
   * @param rows of all tables that will be written
   */
  static GenerationProgress listenTo(SparkSession spark, long rows) {
    GenerationProgress progress = Terminal.isStandardError() ? bar(rows) : lines(rows);
    spark.sparkContext().addSparkListener(progress);
    return progress;
  }

  private static GenerationProgress bar(long rows) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("rows")
            .setInitialMax(rows)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit("M", 1_000_000)
            .build();
    return new GenerationProgress(bar::stepBy, bar::close);
  }

  private static GenerationProgress lines(long rows) {
    ProgressLines lines = new ProgressLines(rows, System.err::println, System::nanoTime);
    return new GenerationProgress(lines::add, () -> {});
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.taskMetrics() != null) {
      written.accept(end.taskMetrics().outputMetrics().recordsWritten());
    }
  }

  /** So that the bar is not drawn again below what is said last. */
  private String endEarly() {
    end.run();
    return "";
  }

  /** Ends the line on the console. */
  @Override
  public void close() {
    interruption.close();
    end.run();
  }
}
