package notebook;

import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Exceptions that end a thread which a snippet started: nobody waits for them, and a notebook whose
 * claim falls on such a thread would pass. Other threads, Spark's for one, are none of its business.
 */
final class StrayExceptions implements Thread.UncaughtExceptionHandler, AutoCloseable {
  private final Optional<Thread.UncaughtExceptionHandler> before =
      Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
  private final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();

  private StrayExceptions() {}

  /** From now on they are kept, until it is closed. */
  static StrayExceptions kept() {
    StrayExceptions strays = new StrayExceptions();
    Thread.setDefaultUncaughtExceptionHandler(strays);
    return strays;
  }

  /** The first that was not asked for yet; a thread may also end after the last question. */
  Optional<Throwable> next() {
    return Optional.ofNullable(thrown.poll());
  }

  @Override
  public void uncaughtException(Thread thread, Throwable e) {
    if (Arrays.stream(e.getStackTrace()).anyMatch(CellExecution::isOfSnippet)) {
      thrown.add(e);
    } else if (before.isPresent()) {
      before.get().uncaughtException(thread, e);
    } else {
      System.err.printf("Exception in thread \"%s\" ", thread.getName());
      e.printStackTrace();
    }
  }

  @Override
  public void close() {
    Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
  }
}
