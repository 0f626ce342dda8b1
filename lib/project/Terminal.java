package project;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.TimeUnit;

/** Whether somebody watches. */
public final class Terminal {
  private static final long LIMIT_SEC = 2;

  private Terminal() {}

  /**
   * Whether standard error is a terminal. Java 17 knows only whether input and output both are, so
   * that {@code command | less} or {@code command > file} would hide the progress from a reader who
   * sits there and waits: the program {@code test} looks at the stream itself.
   */
  public static boolean isStandardError() {
    return isTerminal(2, new ProcessBuilder().redirectError(Redirect.INHERIT));
  }

  /** Whether standard input is a terminal, that is, whether somebody types. */
  public static boolean isStandardInput() {
    return isTerminal(0, new ProcessBuilder().redirectInput(Redirect.INHERIT));
  }

  private static boolean isTerminal(int stream, ProcessBuilder inheriting) {
    try {
      Process test = inheriting.command("test", "-t", Integer.toString(stream)).start();
      return test.waitFor(LIMIT_SEC, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return System.console() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
