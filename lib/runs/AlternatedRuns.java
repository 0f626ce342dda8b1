//SOURCES JobProcess.java
//SOURCES RunLog.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
package runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import project.LabException;
import project.Workspace;

/**
 * Runs two jobs in turn, each time in a fresh JVM, in the order AB BA AB BA: a machine that slowly
 * gets faster or slower favours neither. A first couple warms up the file cache and does not count.
 *
 * @param workspace whose run log the runs go to
 * @param a script of the first job
 * @param b script of the second job
 * @param memory heap of each JVM, {@code 2g}
 * @param arguments of both jobs
 */
public record AlternatedRuns(
    Workspace workspace, Class<?> a, Class<?> b, String memory, List<String> arguments) {

  /**
   * Runs the warm-up couple and {@code pairs} couples; progress goes to stderr.
   *
   * @throws LabException as soon as a run does not succeed
   */
  public void run(int pairs) {
    String experiment = "demo-" + Instant.now().getEpochSecond();
    JobProcess.prepare();
    say("2/3  Running both jobs in turn: a warm-up couple, then %d that count.", pairs);
    Instant start = Instant.now();
    couple(experiment, 0, a, b);
    Duration one = Duration.between(start, Instant.now());
    say(
        "     A couple takes %d s: about %s to go.",
        one.toSeconds(), minutes(one.multipliedBy(pairs)));
    for (int pair = 1; pair <= pairs; pair++) {
      if (pair % 2 == 1) {
        couple(experiment, pair, a, b);
      } else {
        couple(experiment, pair, b, a);
      }
    }
    say("3/3  Writing the report.");
  }

  private void couple(String experiment, int pair, Class<?> first, Class<?> second) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--experiment", experiment, "--pair", "" + pair));
    for (Class<?> job : List.of(first, second)) {
      int exit = JobProcess.run(job.getName(), all, memory, workspace, false);
      if (exit != 0) {
        throw LabException.failed(
            "%s ended with exit code %d (see above)".formatted(job.getName(), exit));
      }
    }
    new RunLog(workspace.runs())
        .read().runs().stream()
            .filter(r -> r.experiment().equals(experiment) && r.pair().orElse(-1) == pair)
            .forEach(
                r ->
                    say(
                        "     %-7s  %-9s  %6.1f s",
                        pair == 0 ? "warm-up" : "pair " + pair, r.variant(), r.durationSec()));
  }

  private static String minutes(Duration duration) {
    return duration.toSeconds() < 100
        ? duration.toSeconds() + " s"
        : Math.round(duration.toSeconds() / 60.0) + " minutes";
  }

  private static void say(String format, Object... values) {
    System.err.printf(Locale.ROOT, format + "%n", values);
  }
}
