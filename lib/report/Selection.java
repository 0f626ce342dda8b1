//SOURCES NotCompared.java
//SOURCES Sample.java
//SOURCES ../runs/ExperimentPlan.java
//SOURCES ../runs/ExperimentRuns.java
//SOURCES ../runs/Run.java
package report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import runs.ExperimentPlan.Kind;
import runs.ExperimentRuns;
import runs.Run;

/**
 * Which runs of a job are compared with each other, and why the others are not.
 *
 * @param before what is measured against
 * @param after what should be better
 * @param notCompared every other run that somebody may look for, oldest first
 * @param experiment whose complete rounds are compared; empty for runs that people typed
 * @param conflict why the runs of an experiment must not be compared after all, in words: {@code
 *     round 4, all: heap MiB 4096 instead of 2048}; empty when they may
 */
public record Selection(
    Sample before,
    Sample after,
    List<NotCompared> notCompared,
    Optional<ExperimentRuns> experiment,
    String conflict) {
  /** Both samples, the one that is measured against first. */
  public List<Sample> samples() {
    return List.of(before, after);
  }

  /** Whether both sides have runs to compare. */
  public boolean complete() {
    return !before.isEmpty() && !after.isEmpty();
  }

  /** Whether the runs shared a JVM that was warm; otherwise each had one of its own. */
  boolean warm() {
    return experiment.map(e -> e.plan().warm()).orElse(false);
  }

  /**
   * How many JVMs the runs of a warm experiment shared, one after the other: 1, and one more for
   * each time that it went on after a stop. Each warms up before its first run that counts.
   */
  int warmJvms() {
    List<Instant> warmUps =
        notCompared.stream()
            .map(NotCompared::run)
            .filter(Run::warmUp)
            .map(Run::startTime)
            .toList();
    return (int)
        experiment.stream()
            .flatMap(e -> e.complete().stream())
            .flatMap(round -> round.runs().stream())
            .map(run -> warmUps.stream().filter(w -> w.isBefore(run.startTime())).count())
            .distinct()
            .count();
  }

  /** Whether it is an A/A experiment: one arm against itself. */
  boolean aa() {
    return experiment.map(e -> e.plan().kind() == Kind.AA).orElse(false);
  }

  /** Whether it is a ladder, of which the first and the full rung are compared. */
  boolean ladder() {
    return experiment.map(e -> e.plan().kind() == Kind.LADDER).orElse(false);
  }

  /** Whether the runs are commands of the reader's, of which the lab knows little. */
  boolean commands() {
    return experiment.map(e -> e.plan().runsCommands()).orElse(false);
  }

  /** Every compared run that succeeded, in the order they started. */
  public List<Run> compared() {
    return samples().stream().flatMap(s -> s.runs().stream()).sorted(Run.BY_START).toList();
  }

  /** The compared run that started last: it stands for the data and the machine they share. */
  Run newest() {
    List<Run> compared = compared();
    return compared.get(compared.size() - 1);
  }

  /** Every failed or aborted run that the success rates count, in the order they started. */
  public List<Run> failures() {
    return samples().stream().flatMap(s -> s.failures().stream()).sorted(Run.BY_START).toList();
  }
}
