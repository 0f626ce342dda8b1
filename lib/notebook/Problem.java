//SOURCES Outcome.java
//SOURCES ../lesson/CheckFailed.java
//SOURCES ../project/LabException.java
package notebook;

import java.util.Optional;
import lesson.CheckFailed;
import project.LabException;

/**
 * Why a notebook fails.
 *
 * @param line in its file, from 1
 * @param message one line
 * @param cause the exception behind it, if there is one
 */
public record Problem(int line, String message, Optional<Throwable> cause) {
  /** A chain of causes may be a circle. */
  private static final int DEEPEST = 50;

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
    return new Problem(threw.line(), sentence(e), Optional.of(e));
  }

  private static String sentence(Throwable e) {
    if (e instanceof CheckFailed) {
      return e.getMessage();
    }
    String first = firstLine(e);
    String text = e instanceof LabException ? first : named(e, first);
    return text + rootCause(e);
  }

  /** The first line of its message; empty if it has none. */
  static String firstLine(Throwable e) {
    String message = e.getMessage() == null ? "" : e.getMessage().strip();
    return message.lines().findFirst().orElse("");
  }

  /** What is behind it, for the end of a sentence: Spark's exceptions do not name it. */
  static String rootCause(Throwable e) {
    Throwable root = e;
    for (int i = 0; i < DEEPEST && root.getCause() != null; i++) {
      root = root.getCause();
    }
    String sentence = named(root, firstLine(root));
    return root == e || firstLine(e).contains(sentence) ? "" : " (caused by %s)".formatted(sentence);
  }

  private static String named(Throwable e, String text) {
    return e.getClass().getSimpleName() + (text.isEmpty() ? "" : ": " + text);
  }
}
