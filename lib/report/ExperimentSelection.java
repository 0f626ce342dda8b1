//SOURCES Conditions.java
//SOURCES NotCompared.java
//SOURCES Sample.java
//SOURCES Selection.java
//SOURCES Side.java
//SOURCES ../runs/ExperimentPlan.java
//SOURCES ../runs/ExperimentRuns.java
//SOURCES ../runs/Run.java
package report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import runs.ExperimentPlan;
import runs.ExperimentRuns;
import runs.Run;
import runs.Status;

/**
 * Selects the runs of one experiment: the complete rounds of two of its arms, the first one and the
 * one that should be better. Of a ladder that is the rung with all steps.
 */
final class ExperimentSelection {
  private final ExperimentRuns experiment;
  private final List<Run> runs;

  private ExperimentSelection(ExperimentRuns experiment, List<Run> log) {
    this.experiment = experiment;
    this.runs =
        log.stream()
            .filter(r -> r.experiment().equals(experiment.plan().id()))
            .sorted(Run.BY_START)
            .toList();
  }

  /**
   * The runs of an experiment with at least one complete round.
   *
   * @param log all runs there are
   */
  static Selection of(ExperimentRuns experiment, List<Run> log) {
    return new ExperimentSelection(experiment, log).select();
  }

  private Selection select() {
    Sample before = sample(Side.BEFORE, 0);
    Sample after = sample(Side.AFTER, afterArm(experiment.plan()));
    return new Selection(
        before, after, notCompared(before, after), Optional.of(experiment), conflict());
  }

  /** The rungs of a ladder come first, in their order. */
  private static int afterArm(ExperimentPlan plan) {
    return plan.kind() == ExperimentPlan.Kind.LADDER ? plan.steps().size() : 1;
  }

  private Sample sample(Side side, int arm) {
    String label = experiment.plan().arms().get(arm).label();
    List<Run> counted = experiment.complete().stream().map(r -> r.runs().get(arm)).toList();
    List<Run> failed =
        runs.stream()
            .filter(r -> r.variant().equals(label) && !r.warmUp())
            .filter(r -> r.status() != Status.SUCCESS && !r.interrupted())
            .toList();
    return new Sample(side, label, counted, failed);
  }

  private List<NotCompared> notCompared(Sample before, Sample after) {
    Set<Run> shown =
        experiment.complete().stream().flatMap(r -> r.runs().stream()).collect(Collectors.toSet());
    shown.addAll(before.failures());
    shown.addAll(after.failures());
    return runs.stream()
        .filter(r -> !shown.contains(r))
        .map(r -> new NotCompared(r, reason(r)))
        .toList();
  }

  private String reason(Run run) {
    if (run.warmUp()) {
      return "warm-up";
    }
    int round = run.pair().orElse(-1);
    return experiment.dropped().stream()
        .filter(d -> d.number() == round)
        .map(
            d ->
                "round %d was dropped: %s %s"
                    .formatted(round, d.failed().variant(), d.failed().status()))
        .findFirst()
        .orElse(
            experiment.complete().stream().anyMatch(r -> r.number() == round)
                ? "round %d was run again".formatted(round)
                : "round %d is not over".formatted(round));
  }

  /** What differs between runs that should differ in nothing but their arm; empty when nothing. */
  private String conflict() {
    Map<String, Run> firstOfArm = new HashMap<>();
    List<String> found = new ArrayList<>();
    Run first = experiment.complete().get(0).runs().get(0);
    for (ExperimentRuns.Round round : experiment.complete()) {
      for (Run run : round.runs()) {
        Run own = firstOfArm.computeIfAbsent(run.variant(), label -> run);
        String outside = Conditions.outsideDifference(run, first);
        String difference = outside.isEmpty() ? Conditions.jobDifference(run, own) : outside;
        if (!difference.isEmpty()) {
          found.add("round %d, %s: %s".formatted(round.number(), run.variant(), difference));
        } else if (!(run.durationSec() > 0)) {
          found.add("round %d, %s: a duration of 0".formatted(round.number(), run.variant()));
        }
      }
    }
    return found.size() <= 1
        ? String.join("", found)
        : "%s; and %d more".formatted(found.get(0), found.size() - 1);
  }
}
