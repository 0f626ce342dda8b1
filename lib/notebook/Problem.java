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

  /** Of an exception: a failed check speaks for itself, others with their class. */
  static Problem of(Outcome.Threw threw) {
    Throwable e = threw.exception();
    String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    String message =
        e instanceof CheckFailed ? e.getMessage() : e.getClass().getSimpleName() + ": " + text;
    return new Problem(threw.line(), message, Optional.of(e));
  }
}
