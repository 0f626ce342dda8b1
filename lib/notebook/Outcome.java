package notebook;

import java.util.Optional;

/** How a piece of code ended. Lines are those of the file it stands in, from 1. */
public sealed interface Outcome
    permits Outcome.Done, Outcome.Rejected, Outcome.Threw, Outcome.Stopped {

  /**
   * It ran.
   *
   * @param value of its last expression, if it ends in one
   */
  record Done(Optional<Object> value) implements Outcome {}

  /**
   * It does not compile; what stands before the line has run.
   *
   * @param message the compiler's, in one line
   */
  record Rejected(int line, String message) implements Outcome {}

  /** It threw an exception. */
  record Threw(int line, Throwable exception) implements Outcome {}

  /** It was ended from outside, in the statement that begins on the line. */
  record Stopped(int line) implements Outcome {}
}
