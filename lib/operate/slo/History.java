//SOURCES Attempt.java
//SOURCES Downtime.java
//SOURCES Incident.java
//SOURCES Window.java
package operate.slo;

import java.time.Instant;
import java.util.List;

/**
 * The runs of one table in operation, as far as they were over at some moment.
 *
 * @param attempts in the order of {@link Attempt#IN_ORDER}
 * @param now no attempt ends after it
 */
public record History(List<Attempt> attempts, Instant now) {

  /**
   * The history at a moment: runs that end later are not known then.
   *
   * @param attempts in any order
   */
  public static History of(List<Attempt> attempts, Instant now) {
    return new History(
        attempts.stream().filter(a -> !a.end().isAfter(now)).sorted(Attempt.IN_ORDER).toList(),
        now);
  }

  /** Every incident, in the order of their repair; only the last one can be open. */
  public List<Incident> incidents() {
    return Downtime.in(attempts).stream()
        .map(down -> new Incident(down.failed().get(0), down.failed().size(), down.repair()))
        .toList();
  }

  /**
   * The incidents of a window: those that ended in it and an open one. One that began before the
   * window has its whole repair time, since that is how long its readers waited.
   */
  public List<Incident> incidents(Window window) {
    return incidents().stream().filter(i -> i.reachesInto(window)).toList();
  }

  /**
   * The runs of the whole table that ended in the window: a run counts when it is known how it went.
   */
  public List<Attempt> within(Window window) {
    return attempts.stream().filter(a -> a.whole() && window.holds(a.end())).toList();
  }

  /** The ends of the successes, oldest first: the moments at which the table got new. */
  public List<Instant> renewals() {
    return attempts.stream().filter(Attempt::succeeded).map(Attempt::end).sorted().toList();
  }
}
