package compare;

/**
 * When a task held a core, in seconds since any moment that all spans of a run share: Spark's
 * {@code launchTime} and {@code finishTime}, failed and speculative attempts included.
 *
 * @param startSec launch
 * @param endSec finish, at least {@code startSec}
 */
public record TaskSpan(double startSec, double endSec) {

  /** Checks the order. */
  public TaskSpan {
    if (!(startSec <= endSec)) {
      throw new IllegalArgumentException(
          "a task cannot end at %s s when it started at %s s".formatted(endSec, startSec));
    }
  }

  /** How long it held the core. */
  public double sec() {
    return endSec - startSec;
  }
}
