package project;

/**
 * A failure the reader can act on: what was found, what was wanted, and the next command to type.
 * Printed as one sentence, without a stack trace.
 */
public final class LabException extends RuntimeException {
  /** The command line itself was wrong. */
  public static final int USAGE = 2;

  /** The command was understood and could not be done. */
  public static final int FAILED = 1;

  private final int exitCode;

  private LabException(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Something in the data, the files or the machine stands in the way (exit code 1). */
  public static LabException failed(String message) {
    return new LabException(FAILED, message, null);
  }

  /** As {@link #failed(String)}, keeping the cause for {@code --stacktrace}. */
  public static LabException failed(String message, Throwable cause) {
    return new LabException(FAILED, message, cause);
  }

  /**
   * An option or argument is out of its range (exit code 2). The message says what was found and
   * what was wanted; {@code Cli} adds the command that shows the help.
   */
  public static LabException usage(String message) {
    return new LabException(USAGE, message, null);
  }

  /** The process exit code: {@link #USAGE} or {@link #FAILED}. */
  public int exitCode() {
    return exitCode;
  }
}
