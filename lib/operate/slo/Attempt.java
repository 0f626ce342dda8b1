//SOURCES Downtime.java
package operate.slo;

import java.time.Instant;
import java.util.Comparator;

/**
 * One run of a job in operation, that is, one attempt to make its table new.
 *
 * @param id of the run, as in the run log
 * @param start when it began, UTC
 * @param end when it was over, at or after {@code start}
 * @param durationSec seconds of the job by a clock that is never set, at least 0
 * @param reason why it did not succeed, one sentence; empty when it did
 * @param whole whether it computed the whole table: one of some days makes the table as new, but
 *     its time, and how often such runs fail, say nothing of the others
 */
public record Attempt(
    String id,
    Instant start,
    Instant end,
    double durationSec,
    Outcome outcome,
    String reason,
    boolean whole)
    implements Downtime.Run {

  /** How an attempt ended. */
  public enum Outcome {
    /** The table is a new one. */
    SUCCESS,
    /** The job stopped with an error. */
    FAILED,
    /** The process was killed or interrupted: whoever did it, the table is no newer. */
    ABORTED
  }

  /**
   * The order of a history: by start. At equal starts the one that ends first is first, and at equal
   * ends a failure.
   */
  static final Comparator<Attempt> IN_ORDER =
      Comparator.comparing(Attempt::start)
          .thenComparing(Attempt::end)
          .thenComparing(Attempt::succeeded)
          .thenComparing(Attempt::id);

  /** Checks the order of the times. */
  public Attempt {
    if (end.isBefore(start) || !(durationSec >= 0)) {
      throw new IllegalArgumentException(
          "run %s from %s to %s, %s s".formatted(id, start, end, durationSec));
    }
  }

  /** One that computed the whole table. */
  public Attempt(
      String id, Instant start, Instant end, double durationSec, Outcome outcome, String reason) {
    this(id, start, end, durationSec, outcome, reason, true);
  }

  /** The same of some days only. */
  public Attempt ofSomeDays() {
    return new Attempt(id, start, end, durationSec, outcome, reason, false);
  }

  /**
   * An attempt as a log has it. A run that ends before it starts had its clock set back while it
   * ran: the clock was wrong before and is right after, so the end stands, and the start is the
   * duration before it.
   */
  public static Attempt logged(
      String id, Instant start, Instant end, double durationSec, Outcome outcome, String reason) {
    double seconds = Math.max(0, durationSec);
    Instant begin =
        end.isBefore(start) ? end.minusNanos(Math.round(seconds * 1_000_000_000L)) : start;
    return new Attempt(id, begin, end, seconds, outcome, reason);
  }

  @Override
  public boolean succeeded() {
    return outcome == Outcome.SUCCESS;
  }
}
