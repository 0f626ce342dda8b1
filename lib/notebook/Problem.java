//SOURCES Outcome.java
//SOURCES ../lesson/CheckFailed.java
package notebook;

import java.util.Optional;
import lesson.CheckFailed;

/**
 * Why a notebook fails.
 *
 * @param line in its file, from 1
 * @param message one line
 * @param cause the exception behind it, if there is one
 */
public record Problem(int line, String message, Optional<Throwable> cause) {

  /** What is wrong with code that ended so; empty if it ran. */
  public static Optional<Problem> of(Outcome outcome) {
    if (outcome instanceof Outcome.Rejected rejected) {
      return Optional.of(new Problem(rejected.line(), rejected.message(), Optional.empty()));
    }
    if (outcome instanceof Outcome.Threw threw) {
      return Optional.of(of(threw));
    }
    if (outcome instanceof Outcome.Stopped stopped) {
      return Optional.of(new Problem(stopped.line(), "interrupted", Optional.empty()));
    }
    return Optional.empty();
  }

  /** Of an exception: a failed check speaks for itself, others with their class. */
  private static Problem of(Outcome.Threw threw) {
    Throwable e = threw.exception();
    String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    String message =
        e instanceof CheckFailed ? e.getMessage() : e.getClass().getSimpleName() + ": " + text;
    return new Problem(threw.line(), message, Optional.of(e));
  }
}
