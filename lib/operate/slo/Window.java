package operate.slo;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time that goals are judged over.
 *
 * @param from just before its first moment: adjoining windows share none
 * @param to its last moment
 */
public record Window(Instant from, Instant to) {

  /** Checks the order. */
  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(from + " to " + to + " is no stretch of time");
    }
  }

  /** The days up to {@code now}, each of 24 hours. */
  public static Window ofDays(int days, Instant now) {
    return new Window(now.minus(Duration.ofDays(days)), now);
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, to);
  }

  /** Whether a moment lies in it. */
  public boolean holds(Instant moment) {
    return moment.isAfter(from) && !moment.isAfter(to);
  }
}
