//SOURCES CellLoader.java
//SOURCES Problem.java
package notebook;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs compiled snippets in this JVM, on the thread that evaluates them, and keeps what JShell
 * itself turns into text: the value of the last one, and what it threw.
 */
class CellExecution extends DirectExecutionControl {
  /** How long a snippet has to react to its interruption before its thread is stopped. */
  private static final long GRACE_MILLIS = 2_000;

  /** A variable that JShell made up for an expression. */
  private static final Pattern TEMPORARY = Pattern.compile("\\$\\d+");

  /** The package that JShell puts snippets into. */
  private static final String SNIPPETS = "REPL.";

  private final Object lock = new Object();
  private final Function<Object, String> text;
  private final Runnable onInterrupt;
  private Thread running;
  private boolean stopped;
  private Optional<Object> value = Optional.empty();
  private Optional<Throwable> thrown = Optional.empty();

  /**
   * Uses {@code loader} for the classes of snippets.
   *
   * @param text what JShell is told of an expression's value
   * @param onInterrupt told when a running snippet is to end, before its thread is interrupted
   */
  CellExecution(CellLoader loader, Function<Object, String> text, Runnable onInterrupt) {
    super(loader);
    this.text = text;
    this.onInterrupt = onInterrupt;
  }

  /** From now on code may run, until {@link #stop()}. */
  void start() {
    synchronized (lock) {
      stopped = false;
    }
  }

  /** Whether code was to end since {@link #start()}. */
  boolean isStopped() {
    synchronized (lock) {
      return stopped;
    }
  }

  /** Forgets the last value and exception. */
  void forget() {
    value = Optional.empty();
    thrown = Optional.empty();
  }

  /** The value of the last snippet, if it was an expression that gave one. */
  Optional<Object> value() {
    return value;
  }

  /** What the last snippet threw. */
  Optional<Throwable> thrown() {
    return thrown;
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    synchronized (lock) {
      if (stopped) {
        throw new StoppedException();
      }
      running = Thread.currentThread();
    }
    try {
      Object result = snippet.invoke(null);
      boolean declared = declares(snippet.getDeclaringClass());
      value = declared ? Optional.empty() : Optional.ofNullable(result);
      return declared ? valueString(result) : text(result);
    } catch (InvocationTargetException e) {
      thrown = Optional.of(e.getCause());
      if (isStopped()) {
        throw new StoppedException();
      }
      throw e;
    } finally {
      synchronized (lock) {
        running = null;
      }
      Thread.interrupted();
    }
  }

  /** To look at a value may mean to compute it, and then fails as the snippet itself would. */
  private String text(Object result) throws InvocationTargetException {
    try {
      return text.apply(result);
    } catch (Throwable e) { // Spark's checked exceptions come undeclared.
      throw new InvocationTargetException(e);
    }
  }

  /**
   * Tells JShell of an exception: its first line and the lines of snippets. Below them lie dozens
   * of Spark's own, and a failed task's message holds a second trace.
   */
  @Override
  protected String throwConvertedInvocationException(Throwable cause)
      throws RunException, InternalException {
    if (cause instanceof SPIResolutionException) {
      return super.throwConvertedInvocationException(cause);
    }
    throw new UserException(
        cause.getMessage() == null && cause.getCause() == null
            ? null
            : Problem.firstLine(cause) + Problem.rootCause(cause),
        cause.getClass().getName(),
        Arrays.stream(cause.getStackTrace())
            .filter(CellExecution::isOfSnippet)
            .toArray(StackTraceElement[]::new));
  }

  static boolean isOfSnippet(StackTraceElement frame) {
    return frame.getClassName().startsWith(SNIPPETS);
  }

  /** Whether a snippet declares a variable of the reader's: its value is not asked for. */
  private static boolean declares(Class<?> snippet) {
    return Arrays.stream(snippet.getDeclaredFields())
        .map(Field::getName)
        .anyMatch(name -> !TEMPORARY.matcher(name).matches());
  }

  /**
   * Ends the running snippet: asks it first, and stops its thread when it does not listen, as an
   * endless loop does not.
   */
  @Override
  @SuppressWarnings("deprecation") // There is no other way to end a loop that does not ask.
  public void stop() {
    Thread asked;
    synchronized (lock) {
      stopped = true;
      asked = running;
      // Its value may be computed only now, by whoever shows it.
      onInterrupt.run();
      if (asked == null) {
        return;
      }
      asked.interrupt();
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    while (System.nanoTime() < deadline) {
      synchronized (lock) {
        if (running != asked) {
          return;
        }
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    synchronized (lock) {
      if (running == asked) {
        asked.stop();
      }
    }
  }
}
