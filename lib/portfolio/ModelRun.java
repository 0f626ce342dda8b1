package portfolio;

import java.time.Instant;
import java.util.Comparator;

/**
 * One attempt of a model to run, as a log tells it.
 *
 * @param start when it began
 * @param end when it ended, not before {@code start}
 * @param durationSec seconds, at least 0
 * @param outcome how it ended
 * @param costEur EUR, at least 0
 * @param warmUp whether it only warmed the machine up: its duration says nothing
 */
public record ModelRun(
    Instant start,
    Instant end,
    double durationSec,
    Outcome outcome,
    double costEur,
    boolean warmUp) {

  /** How a run ended. A killed one delivered as little as a failed one: both count against it. */
  public enum Outcome {
    SUCCEEDED,
    FAILED,
    ABORTED
  }

  /** In the order they started. */
  public static final Comparator<ModelRun> BY_START =
      Comparator.comparing(ModelRun::start).thenComparing(ModelRun::end);

  /** Whether it delivered. */
  public boolean succeeded() {
    return outcome == Outcome.SUCCEEDED;
  }

  /** Whether its duration counts. */
  public boolean timed() {
    return succeeded() && !warmUp;
  }
}
