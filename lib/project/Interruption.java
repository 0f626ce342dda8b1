//SOURCES Terminal.java
package project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a command does when it is stopped by Ctrl-C or a TERM signal: it tidies up and says in one
 * sentence on stderr what state things are in and how to run it again. The exit code is the
 * shell's, 130 or 143.
 *
 * <p>Whoever has something to tidy up or to say registers it for as long as that holds:
 *
 * <pre>{@code
 * try (Interruption handled = Interruption.handledBy(() -> "The runs so far are logged.")) {
 *   …
 * }
 * }</pre>
 */
public final class Interruption implements AutoCloseable {
  /**
   * The system property of a JVM that another command started (runs.JobProcess sets it). Ctrl-C
   * reaches both; the command that the reader typed is the one that speaks.
   */
  private static final String STARTED_BY_A_COMMAND = "lab.run.id";

  /** The same for a command that another one started as a reader would: set in its environment. */
  public static final String STARTED_BY_A_READERS_COMMAND = "SPARK_LAB_WITHIN";

  private static final Collection<Interruption> OPEN = new ConcurrentLinkedQueue<>();

  private final Supplier<String> handler;

  private Interruption(Supplier<String> handler) {
    this.handler = handler;
  }

  /**
   * From now until it is closed, an interruption calls {@code handler}, oldest handler first.
   *
   * @param handler quick; returns a sentence about the state of things, or an empty text; one that
   *     does not end in a full stop names the next command itself, and comes last
   */
  public static Interruption handledBy(Supplier<String> handler) {
    Interruption handled = new Interruption(Objects.requireNonNull(handler));
    OPEN.add(handled);
    return handled;
  }

  @Override
  public void close() {
    OPEN.remove(this);
  }

  /**
   * Watches for interruptions while a command runs.
   *
   * @param command the command line that runs it again
   * @return what ends the watch, so that the end of the JVM is no interruption
   */
  static Runnable watch(String command) {
    Thread hook = new Thread(() -> end(command), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // The hook is at work, and the JVM ends after it.
      }
    };
  }

  private static void end(String command) {
    List<String> states =
        List.copyOf(OPEN).stream()
            .map(open -> open.handler.get())
            .filter(state -> !state.isEmpty())
            .sorted(Comparator.comparing(state -> !state.endsWith(".")))
            .collect(Collectors.toCollection(ArrayList::new));
    if (states.stream().allMatch(state -> state.endsWith("."))) {
      states.add("Run again: " + command);
    }
    if (System.getProperty(STARTED_BY_A_COMMAND) == null
        && System.getenv(STARTED_BY_A_READERS_COMMAND) == null) {
      // The terminal has echoed ^C into the line.
      String start = Terminal.isStandardError() ? "\n" : "";
      System.err.println(start + "Interrupted. " + String.join(" ", states));
    }
  }

  /**
   * Whether the JVM is ending already. What fails then fails because of it, and needs no sentence
   * of its own.
   */
  public static boolean isUnderWay() {
    Thread probe = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }
}
