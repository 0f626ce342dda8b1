//SOURCES ../operate/slo/Attempt.java
//SOURCES ../operate/slo/IncidentRecord.java
//SOURCES ../operate/slo/Slo.java
//SOURCES ../runs/Run.java
package report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import operate.slo.Attempt;
import operate.slo.IncidentRecord;
import operate.slo.Slo;
import runs.Run;
import runs.Status;

/**
 * Which runs of the log are operation, that is, attempts to make the published table new for its
 * readers. The others are counted with the reason they are left out.
 *
 * <p>The rule: a run of the model, in a variant that its objectives name, started by a person or a
 * scheduler. No operation are
 *
 * <ul>
 *   <li>runs of an experiment or of the demo, and so every warm-up: they come in bursts, on a
 *       machine that waits for them, with settings somebody wants to know about. Counted as
 *       operation, a failing idea would break a promise, and a dozen good runs in a row would keep
 *       one that the hourly job does not;
 *   <li>runs over a range of days ({@code --from}, {@code --to}) that fail: the table that readers
 *       have is as good as before. Those that succeed make it as new as a whole run does: they
 *       repair and renew, though their time and their success say nothing of a whole run;
 *   <li>the runs of a rehearsed incident, whose faults are made on purpose;
 *   <li>runs that end after the moment looked at: nobody knew then how they would go.
 * </ul>
 *
 * A run that a person interrupted counts, as one that was killed does: whatever the reason, the
 * table did not get new.
 *
 * @param attempts in the order of the log
 * @param leftOut how many runs of the model do not count, by reason
 * @param warnings a sentence each
 */
public record OperationalRuns(
    List<Attempt> attempts, Map<String, Integer> leftOut, List<String> warnings) {

  /**
   * Selects from a log.
   *
   * @param log all runs, in file order
   * @param written incidents that were written down
   */
  static OperationalRuns of(List<Run> log, Slo slo, List<IncidentRecord> written, Instant now) {
    Set<String> rehearsed =
        written.stream()
            .filter(IncidentRecord::rehearsal)
            .flatMap(i -> Stream.of(i.runFailed(), i.runRecovered()))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    List<Attempt> attempts = new ArrayList<>();
    List<Run> counted = new ArrayList<>();
    Map<String, Integer> leftOut = new LinkedHashMap<>();
    for (Run run : log) {
      if (run.jobName().equals(slo.model())) {
        String reason = reason(run, slo, rehearsed, now);
        if (reason.isEmpty()) {
          boolean whole = run.eventDates().isEmpty();
          attempts.add(whole ? attempt(run) : attempt(run).ofSomeDays());
          counted.add(run);
        } else {
          leftOut.merge(reason, 1, Integer::sum);
        }
      }
    }
    return new OperationalRuns(List.copyOf(attempts), leftOut, warnings(counted));
  }

  /** Why a run is no operation; empty when it is. */
  private static String reason(Run run, Slo slo, Set<String> rehearsed, Instant now) {
    if (!run.experiment().isEmpty() || run.warmUp()) {
      return "of experiments";
    }
    if (rehearsed.contains(run.runId())) {
      return "of rehearsals";
    }
    if (!slo.counts(run.variant())) {
      return "of variant " + run.variant();
    }
    if (run.eventDates().isPresent() && run.status() != Status.SUCCESS) {
      return "over some days that failed";
    }
    return run.endTime().isAfter(now) ? "that end later" : "";
  }

  private static Attempt attempt(Run run) {
    return Attempt.logged(
        run.runId(),
        run.startTime(),
        run.endTime(),
        run.durationSec(),
        Attempt.Outcome.valueOf(run.status().name()),
        run.error());
  }

  private static List<String> warnings(List<Run> runs) {
    List<String> warnings = new ArrayList<>();
    runs.stream()
        .filter(r -> r.endTime().isBefore(r.startTime()))
        .forEach(
            r ->
                warnings.add(
                    ("Run %s ends before it starts: the clock was set back while it ran. Its start"
                            + " is taken as its end less its duration.")
                        .formatted(r.runId())));
    setBack(runs)
        .ifPresent(
            r ->
                warnings.add(
                    ("Run %s ended, by its time stamps, before a run started that stands above it"
                            + " in the log: the clock was set back. Runs are taken in the order of"
                            + " their time stamps.")
                        .formatted(r.runId())));
    return List.copyOf(warnings);
  }

  /**
   * The first run that was logged after another one and ended before that one started. An aborted
   * run is logged when it is found, so its place says nothing.
   */
  private static Optional<Run> setBack(List<Run> runs) {
    Instant newestStart = Instant.MIN;
    for (Run run : runs) {
      if (run.status() != Status.ABORTED) {
        if (run.endTime().isBefore(newestStart)) {
          return Optional.of(run);
        }
        newestStart = run.startTime().isAfter(newestStart) ? run.startTime() : newestStart;
      }
    }
    return Optional.empty();
  }

  /** {@code 14 of experiments, 3 of variant baseline}; empty when every run counts. */
  String leftOutSentence() {
    return leftOut.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", "));
  }
}
