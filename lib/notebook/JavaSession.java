//SOURCES CellExecution.java
//SOURCES Outcome.java
//SOURCES StrayExceptions.java
package notebook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Java code piece by piece, each piece seeing what those before it declared: JShell in this JVM,
 * with this JVM's class path. JShell itself carries on after an error; this stops.
 *
 * <p>Code runs on the thread that asks for it, which gets the session's class loader as its context
 * class loader until the session is closed.
 */
public final class JavaSession implements AutoCloseable {
  /** In code that is in no class of the reader's, the compiler's location has no name. */
  private static final Pattern NO_SYMBOL =
      Pattern.compile(
          "cannot find symbol\\R\\s*symbol:\\s*(?<what>.+?)"
              + "(?:\\R\\s*location:\\s*(?:class\\s*|(?<where>\\S.*)))?");

  private final Thread owner = Thread.currentThread();
  private final ClassLoader before = owner.getContextClassLoader();
  private final StrayExceptions strays = StrayExceptions.kept();
  private final CellExecution execution;
  private final JShell shell;

  /** Where the source of each snippet begins, by JShell's id. */
  private final Map<String, Place> places = new HashMap<>();

  private record Place(int line, String source) {
    int lineAt(long position) {
      String until = source.substring(0, (int) Math.min(Math.max(position, 0), source.length()));
      return line + (int) until.chars().filter(c -> c == '\n').count();
    }
  }

  /** A new session; {@code onInterrupt} is told when running code is to end. */
  public JavaSession(Runnable onInterrupt) {
    CellLoader loader = new CellLoader(JavaSession.class.getClassLoader());
    execution = new CellExecution(loader, value -> "", onInterrupt);
    owner.setContextClassLoader(loader);
    shell =
        JShell.builder()
            .executionEngine(provider(), Map.of())
            .in(InputStream.nullInputStream())
            .compilerOptions("-proc:none")
            .build();
    shell.addToClasspath(System.getProperty("java.class.path"));
  }

  private ExecutionControlProvider provider() {
    return new ExecutionControlProvider() {
      @Override
      public String name() {
        return "cells";
      }

      @Override
      public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return execution;
      }
    };
  }

  /**
   * Runs {@code code}, statement by statement, up to the first that fails. So it does where a thread
   * fails that it has started, if that ends before the code does.
   *
   * @param line in the file on which the code begins
   */
  public Outcome run(String code, int line) {
    return run(code, line, value -> {});
  }

  /**
   * The same, telling the value of every expression as soon as it is there.
   *
   * @param onValue fails where to look at a value means to compute it, as Spark's do
   */
  public Outcome run(String code, int line, Consumer<Object> onValue) {
    List<Snippet> open = new ArrayList<>();
    execution.start();
    execution.forget();
    String rest = code.stripLeading();
    while (!rest.isEmpty()) {
      int start = code.length() - rest.length();
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (next.completeness() == Completeness.EMPTY) {
        break;
      }
      boolean whole = next.source() != null;
      String source = whole ? next.source() : rest;
      Place place = new Place(new Place(line, code).lineAt(start), source);
      Optional<Outcome> failure = evaluate(place, open);
      if (failure.isPresent()) {
        return failure.get();
      }
      try {
        execution.value().ifPresent(onValue);
      } catch (Exception e) {
        return new Outcome.Threw(place.lineAt(0), e);
      }
      rest = whole ? next.remaining().stripLeading() : "";
    }
    return open.stream()
        .filter(snippet -> !isUsable(shell.status(snippet)))
        .findFirst()
        .<Outcome>map(this::unresolved)
        .or(() -> strays.next().map(e -> new Outcome.Threw(line, e)))
        .orElseGet(() -> new Outcome.Done(execution.value()));
  }

  private static boolean isUsable(Status status) {
    return status == Status.VALID || status == Status.OVERWRITTEN || status == Status.DROPPED;
  }

  private Optional<Outcome> evaluate(Place place, List<Snippet> open) {
    execution.forget();
    for (SnippetEvent event : shell.eval(place.source())) {
      Snippet snippet = event.snippet();
      if (event.causeSnippet() != null) {
        continue;
      }
      places.put(snippet.id(), place);
      if (execution.isStopped()) {
        return Optional.of(new Outcome.Stopped(place.lineAt(0)));
      }
      if (event.status() == Status.REJECTED) {
        return Optional.of(rejected(snippet, place));
      }
      if (event.exception() instanceof UnresolvedReferenceException call) {
        return Optional.of(unresolved(call.getSnippet()));
      }
      if (event.exception() != null) {
        return Optional.of(threw(event.exception(), snippet));
      }
      if (execution.thrown().isPresent()) {
        return Optional.of(new Outcome.Threw(place.lineAt(0), execution.thrown().get()));
      }
      if (!isUsable(event.status())) {
        open.add(snippet);
      }
    }
    return Optional.empty();
  }

  private Outcome rejected(Snippet snippet, Place place) {
    return shell
        .diagnostics(snippet)
        .filter(Diag::isError)
        .findFirst()
        .map(error -> new Outcome.Rejected(place.lineAt(error.getPosition()), message(error)))
        .orElseGet(() -> new Outcome.Rejected(place.lineAt(0), "it does not compile"));
  }

  /** The compiler writes some messages in several lines; a missing name is said in one way only. */
  private static String message(Diag error) {
    String message = error.getMessage(Locale.ROOT).strip();
    Matcher missing = NO_SYMBOL.matcher(message);
    if (missing.matches()) {
      String location = missing.group("where");
      return "cannot find " + missing.group("what") + (location == null ? "" : " in " + location);
    }
    return message.replaceAll("\\R\\s*", ", ");
  }

  /** A name in the body of a method or a class: JShell waits for it, and a cell cannot. */
  private Outcome unresolved(Snippet snippet) {
    Place place = places.get(snippet.id());
    List<String> missing =
        snippet instanceof DeclarationSnippet declaration
            ? shell.unresolvedDependencies(declaration).toList()
            : List.of();
    return missing.isEmpty()
        ? rejected(snippet, place)
        : new Outcome.Rejected(
            place.lineAt(position(missing.get(0), place.source())),
            "cannot find " + String.join(", ", missing));
  }

  /** Where {@code source} has the name of {@code variable y} or {@code method missing(int)}. */
  private static int position(String missing, String source) {
    String name = missing.replaceFirst("\\(.*", "").replaceFirst(".* ", "");
    Matcher found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(source);
    return found.find() ? found.start() : 0;
  }

  private Outcome threw(JShellException translated, Snippet snippet) {
    Throwable thrown = execution.thrown().orElse(translated);
    int first = places.get(snippet.id()).lineAt(0);
    if (translated instanceof EvalException) {
      for (StackTraceElement frame : translated.getStackTrace()) {
        Place place = places.get(String.valueOf(frame.getFileName()).replaceFirst("^#", ""));
        if (place != null) {
          return new Outcome.Threw(place.line() + Math.max(0, frame.getLineNumber() - 1), thrown);
        }
      }
    }
    return new Outcome.Threw(first, thrown);
  }

  /** Whether {@code code} could be run as it is, or waits for more. */
  public boolean isComplete(String code) {
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      switch (next.completeness()) {
        case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> {
          return false;
        }
        case EMPTY, UNKNOWN -> {
          return true;
        }
        default -> rest = next.remaining();
      }
    }
    return true;
  }

  /** What may stand at the cursor, and where the text that it replaces begins. */
  public Completions completions(String code, int cursor) {
    int[] anchor = new int[1];
    List<String> texts =
        shell.sourceCodeAnalysis().completionSuggestions(code, cursor, anchor).stream()
            .map(SourceCodeAnalysis.Suggestion::continuation)
            .distinct()
            .toList();
    return new Completions(texts, anchor[0]);
  }

  /**
   * Continuations of what is typed.
   *
   * @param texts that could stand there
   * @param start of what they replace, a position in the code
   */
  public record Completions(List<String> texts, int start) {}

  /** Ends running code; called from another thread. */
  public void interrupt() {
    execution.stop();
  }

  @Override
  public void close() {
    shell.close();
    strays.close();
    owner.setContextClassLoader(before);
  }
}
