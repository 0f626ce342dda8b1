//SOURCES ../operate/slo/Downtime.java
package portfolio;

import java.time.Instant;
import java.util.Comparator;
import operate.slo.Downtime;

/**
 * One attempt of a model to run, as a log tells it.
 *
 * @param start when it began
 * @param end when it ended, not before {@code start}
 * @param durationSec seconds, at least 0
 * @param outcome how it ended
 * @param costEur EUR, at least 0
 * @param warmUp whether it only warmed the machine up: its duration says nothing
 * @param whole whether it computed the whole table: one of some days makes the table as new, but
 *     its time, and how often such runs fail, say nothing of the others
 */
public record ModelRun(
    Instant start,
    Instant end,
    double durationSec,
    Outcome outcome,
    double costEur,
    boolean warmUp,
    boolean whole)
    implements Downtime.Run {

  /** One that computed the whole table. */
  public ModelRun(
      Instant start,
      Instant end,
      double durationSec,
      Outcome outcome,
      double costEur,
      boolean warmUp) {
    this(start, end, durationSec, outcome, costEur, warmUp, true);
  }

  /** How a run ended. A killed one delivered as little as a failed one: both count against it. */
  public enum Outcome {
    SUCCEEDED,
    FAILED,
    ABORTED
  }

  /** In the order they started. */
  public static final Comparator<ModelRun> BY_START =
      Comparator.comparing(ModelRun::start).thenComparing(ModelRun::end);

  @Override
  public boolean succeeded() {
    return outcome == Outcome.SUCCEEDED;
  }

  /** Whether its duration counts. */
  public boolean timed() {
    return succeeded() && whole && !warmUp;
  }
}
