//SOURCES Attempt.java
//SOURCES Window.java
package operate.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch in which a table did not get new: a {@link Downtime}. It begins with the start of the
 * first run that failed, further failures on the way belong to it, and it ends with the end of the
 * success that repairs them. One that has not ended is open and has no repair time.
 *
 * @param first the run it began with
 * @param failedRuns how many failed in it, at least 1
 * @param repair the success that ended it; empty while it is open
 */
public record Incident(Attempt first, int failedRuns, Optional<Attempt> repair) {

  /** When it began. */
  public Instant begin() {
    return first.start();
  }

  /** Whether nothing has succeeded since. */
  public boolean isOpen() {
    return repair.isEmpty();
  }

  /** From the start of the first failed run to the end of the next success; empty while open. */
  public Optional<Duration> repairTime() {
    return repair.map(r -> Duration.between(begin(), r.end()));
  }

  /** How long it has gone on at a moment; for an open one. */
  public Duration openFor(Instant now) {
    return Duration.between(begin(), now);
  }

  /** Whether some of it lies in the window: it is open, or ended there. */
  boolean reachesInto(Window window) {
    return repair.map(r -> window.holds(r.end())).orElse(true);
  }
}
