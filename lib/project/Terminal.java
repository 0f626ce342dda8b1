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
    try {
      Process test = new ProcessBuilder("test", "-t", "2").redirectError(Redirect.INHERIT).start();
      return test.waitFor(LIMIT_SEC, TimeUnit.SECONDS) && test.exitValue() == 0;
    } catch (IOException noSuchProgram) {
      return System.console() != null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
