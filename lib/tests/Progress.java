//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS org.junit.platform:junit-platform-launcher:6.1.3
package tests;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints a line for every test class when it is through, its failures below it, and at the end the
 * slowest tests and the totals. Everything that did not run is counted as skipped, with its reason.
 */
public final class Progress implements TestExecutionListener {
  private static final int SLOWEST = 5;

  /** Quicker than this nobody wants to hear of. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  /** Frames of a failure that are shown at most: those outside these packages. */
  private static final int FRAMES = 5;

  /** Characters of a failure's message that are shown at most. */
  private static final int MESSAGE = 4_000;

  private static final List<String> FOREIGN =
      List.of("java.", "jdk.", "sun.", "org.", "com.", "scala.", "picocli.", "run_tests.");

  private final PrintStream out;
  private final Map<UniqueId, Long> started = new LinkedHashMap<>();
  private final Map<String, Duration> times = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private TestPlan plan;
  private Tally all = new Tally(0, 0, 0);
  private Tally ofClass = new Tally(0, 0, 0);

  /** What happened so far. */
  public record Tally(long passed, long failed, long skipped) {
    /** Whether anything ran and nothing failed. */
    public boolean good() {
      return failed == 0 && passed + skipped > 0;
    }

    private Tally plus(Tally other) {
      return new Tally(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    @Override
    public String toString() {
      return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }
  }

  /** Reports to {@code out}, which tests may not replace. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** The totals. */
  public Tally tally() {
    return all;
  }

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    plan = testPlan;
  }

  @Override
  public void executionStarted(TestIdentifier id) {
    started.put(id.getUniqueIdObject(), System.nanoTime());
  }

  @Override
  public void executionSkipped(TestIdentifier id, String reason) {
    long tests = Math.max(1, count(id));
    count(new Tally(0, 0, tests));
    notes.add("skipped %s: %s".formatted(name(id), reason));
    if (isTopClass(id)) {
      closeClass(id, Duration.ZERO);
    }
  }

  @Override
  public void executionFinished(TestIdentifier id, TestExecutionResult result) {
    Duration time = Duration.ofNanos(System.nanoTime() - started.get(id.getUniqueIdObject()));
    if (result.getStatus() == TestExecutionResult.Status.FAILED) {
      count(new Tally(0, 1, 0));
      failures.add(name(id));
      notes.add("FAILED " + name(id) + result.getThrowable().map(Progress::explain).orElse(""));
    } else if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      count(new Tally(0, 0, Math.max(1, count(id))));
      String reason = result.getThrowable().map(Throwable::getMessage).orElse("no reason given");
      notes.add("skipped %s: %s".formatted(name(id), reason));
    } else if (id.isTest()) {
      count(new Tally(1, 0, 0));
    }
    if (id.isTest()) {
      times.put(name(id), time);
    }
    if (isTopClass(id)) {
      closeClass(id, time);
    }
  }

  /** Adds what another one counted, whose tests ran at the same time. */
  public void add(Progress other) {
    times.putAll(other.times);
    failures.addAll(other.failures);
    all = all.plus(other.all);
  }

  /** Prints what deserves a second look, and the totals as the last line alone. */
  public void summarize() {
    List<Map.Entry<String, Duration>> slow =
        times.entrySet().stream()
            .filter(e -> e.getValue().compareTo(SLOW) > 0)
            .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
            .limit(SLOWEST)
            .toList();
    if (!slow.isEmpty()) {
      out.println("\nSlowest:");
      slow.forEach(e -> out.printf("  %s  %s%n", seconds(e.getValue()), e.getKey()));
    }
    if (!failures.isEmpty()) {
      out.println("\nFailed:");
      failures.forEach(f -> out.println("  " + f));
    }
    out.println("\n" + all);
    out.flush();
  }

  private void count(Tally more) {
    ofClass = ofClass.plus(more);
    all = all.plus(more);
  }

  /** Tests below a container that did not get to run them, or the one test. */
  private long count(TestIdentifier id) {
    return Stream.concat(Stream.of(id), plan.getDescendants(id).stream())
        .filter(TestIdentifier::isTest)
        .filter(t -> !started.containsKey(t.getUniqueIdObject()) || t == id)
        .count();
  }

  private void closeClass(TestIdentifier id, Duration time) {
    StringBuilder lines = new StringBuilder();
    lines.append("%-44s %s  %s%n".formatted(className(id), seconds(time), ofClass));
    notes.forEach(n -> lines.append("    " + n.replace("\n", "\n    ") + "\n"));
    // In one piece: others print, too.
    out.print(lines);
    out.flush();
    notes.clear();
    ofClass = new Tally(0, 0, 0);
  }

  private static boolean isTopClass(TestIdentifier id) {
    return id.getUniqueIdObject().getLastSegment().getType().equals("class");
  }

  private static String className(TestIdentifier id) {
    return id.getUniqueIdObject().getSegments().stream()
        .filter(s -> s.getType().equals("class"))
        .map(s -> s.getValue().replaceFirst("^tests\\.", ""))
        .findFirst()
        .orElse(id.getDisplayName());
  }

  private String name(TestIdentifier id) {
    List<String> path = new ArrayList<>();
    TestIdentifier at = id;
    while (at != null && !isTopClass(at)) {
      path.add(0, at.getDisplayName());
      at = plan.getParent(at).orElse(null);
    }
    path.add(0, className(id));
    return String.join(" > ", path);
  }

  private static String explain(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    String prefix = "\n  ";
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      String message = t.toString();
      if (message.length() > MESSAGE) {
        message = message.substring(0, MESSAGE) + " ...";
      }
      text.append(prefix).append(message.replace("\n", "\n  "));
      Stream.of(t.getStackTrace())
          .filter(f -> FOREIGN.stream().noneMatch(f.getClassName()::startsWith))
          .limit(FRAMES)
          .forEach(f -> text.append("\n    at ").append(f));
      prefix = "\n  caused by ";
    }
    return text.toString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%6.2f s", time.toMillis() / 1000.0);
  }
}
