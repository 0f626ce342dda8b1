//DEPS me.tongfei:progressbar:0.10.2
//SOURCES ../spark/Sessions.java
package sales;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/**
 * Rows written so far and the time left, on stderr; silent where there is no console. A row counts
 * when its task has ended.
 */
final class GenerationProgress extends SparkListener implements AutoCloseable {
  private final ProgressBar bar;

  private GenerationProgress(ProgressBar bar) {
    this.bar = bar;
  }

  static GenerationProgress listenTo(SparkSession spark, long rows) {
    ProgressBar bar =
        System.console() == null
            ? null
            : new ProgressBarBuilder()
                .setTaskName("transactions")
                .setInitialMax(rows)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit("M", 1_000_000)
                .build();
    GenerationProgress progress = new GenerationProgress(bar);
    spark.sparkContext().addSparkListener(progress);
    return progress;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (bar != null && end.taskMetrics() != null) {
      bar.stepBy(end.taskMetrics().outputMetrics().recordsWritten());
    }
  }

  /** Ends the line on the console. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
