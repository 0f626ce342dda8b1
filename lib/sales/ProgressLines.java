//SOURCES ../project/Quantity.java
package sales;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import project.Quantity;

/**
 * Progress where nothing can be drawn over: a line when another tenth of the rows is written, and
 * none within five seconds of the one before, so that a short run says nothing and a log stays
 * readable.
 */
public final class ProgressLines {
  private static final int STEPS = 10;
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final long rows;
  private final Consumer<String> out;
  private final LongSupplier nanoTime;
  private long written;
  private long lastStep;
  private long lastTime;

  /**
   * Progress from no rows to {@code rows}.
   *
   * @param out takes a line
   * @param nanoTime the clock, nanoseconds
   */
  public ProgressLines(long rows, Consumer<String> out, LongSupplier nanoTime) {
    this.rows = rows;
    this.out = out;
    this.nanoTime = nanoTime;
    this.lastTime = nanoTime.getAsLong();
  }

  /** So many more rows are written. */
  public synchronized void add(long more) {
    written += more;
    long step = (long) (STEPS * ((double) written / rows));
    long now = nanoTime.getAsLong();
    if (step > lastStep && now - lastTime >= PAUSE_NANOS) {
      lastStep = step;
      lastTime = now;
      out.accept(
          "%.0f %% written: %s of %s rows"
              .formatted(
                  Math.floor(100.0 * written / rows),
                  Quantity.count(written),
                  Quantity.count(rows)));
    }
  }
}
