//SOURCES Conditions.java
//SOURCES ExperimentSelection.java
//SOURCES Selection.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../runs/ExperimentPlan.java
//SOURCES ../runs/ExperimentRuns.java
//SOURCES ../project/Quantity.java
package report;

import compare.SpeedUp;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import project.LabException;
import project.Launcher;
import project.Quantity;
import runs.Arm;
import runs.ExperimentPlan;
import runs.ExperimentPlan.Kind;
import runs.ExperimentRuns;
import runs.Run;

/**
 * The experiments of the lab with what the run log holds of them.
 *
 * @param all by their plans, oldest first
 * @param log all runs there are
 */
record Experiments(List<ExperimentRuns> all, List<Run> log) {

  static Experiments of(List<ExperimentPlan> plans, List<Run> log) {
    return new Experiments(plans.stream().map(p -> ExperimentRuns.of(p, log)).toList(), log);
  }

  /** The runs that belong to none of them, nor to the gate. */
  List<Run> handMade() {
    Set<String> ids = all.stream().map(e -> e.plan().id()).collect(Collectors.toSet());
    return log.stream()
        .filter(r -> !ids.contains(r.experiment()))
        .filter(r -> !ExperimentPlan.isGate(r.experiment()))
        .toList();
  }

  /**
   * The experiment of this id.
   *
   * @throws LabException when there is none, or nothing of it counts
   */
  Selection selection(String id) {
    ExperimentRuns found =
        all.stream()
            .filter(e -> e.plan().id().equals(id))
            .findFirst()
            .orElseThrow(() -> LabException.usage(unknown(id)));
    if (found.complete().isEmpty()) {
      throw LabException.failed(
          "Experiment %s has no complete round (%d of %d are over, %d dropped). Run: %s"
              .formatted(
                  id,
                  found.over(),
                  found.plan().rounds(),
                  found.dropped().size(),
                  Launcher.command(found.finished() ? "experiment" : "experiment --resume")));
    }
    return ExperimentSelection.of(found, log);
  }

  private String unknown(String id) {
    String found =
        all.isEmpty()
            ? "none"
            : all.stream().map(Experiments::described).collect(Collectors.joining("; "));
    return "No experiment %s (found: %s). Run: %s"
        .formatted(id, found, Launcher.command("experiment"));
  }

  private static String described(ExperimentRuns experiment) {
    ExperimentPlan plan = experiment.plan();
    String arms =
        plan.arms().size() == 2
            ? plan.arms().stream().map(Arm::label).collect(Collectors.joining(" and "))
            : plan.arms().size() + " arms";
    return "%s %s, %s, %d of %s"
        .formatted(
            plan.id(),
            plan.kind(),
            arms,
            experiment.complete().size(),
            Quantity.count(plan.rounds(), "round"));
  }

  /**
   * The newest comparison of two variants of {@code job} with a complete round; an A/A, which
   * stands beside others as their noise, only where there is nothing else.
   */
  Optional<Selection> newestPair(String job) {
    return all.stream()
        .filter(e -> e.plan().jobName().equals(job) && e.plan().kind() != Kind.LADDER)
        .filter(e -> !e.complete().isEmpty())
        .map(e -> ExperimentSelection.of(e, log))
        .max(
            Comparator.comparing((Selection s) -> kind(s) == Kind.PAIR)
                .thenComparing(Selection::newest, Run.BY_START));
  }

  private static Kind kind(Selection selection) {
    return selection.experiment().orElseThrow().plan().kind();
  }

  /**
   * The experiment of a kind, {@code selection} itself aside, to judge it by: of the same job over
   * the same data on the same machine, with a complete round. The newest that has the rounds for an
   * interval and gave the same answer, so that a later one that was cut short does not hide it;
   * where there is none the newest.
   *
   * @param sameAnswer whether all arms of an experiment gave it
   */
  Optional<Selection> beside(Selection selection, Kind kind, Predicate<ExperimentRuns> sameAnswer) {
    Run newest = selection.newest();
    Predicate<Selection> settled =
        s -> {
          ExperimentRuns e = s.experiment().orElseThrow();
          return e.complete().size() >= SpeedUp.PAIRS_FOR_AN_INTERVAL && sameAnswer.test(e);
        };
    return all.stream()
        .filter(e -> e.plan().kind() == kind && !e.complete().isEmpty())
        .filter(e -> !selection.experiment().equals(Optional.of(e)))
        .filter(e -> e.plan().jobName().equals(newest.jobName()))
        .map(e -> ExperimentSelection.of(e, log))
        .filter(s -> s.conflict().isEmpty() && s.warm() == selection.warm())
        .filter(s -> s.commands() == selection.commands())
        .filter(s -> Conditions.outsideTheJob(s.newest()).equals(Conditions.outsideTheJob(newest)))
        .max(Comparator.comparing(settled::test).thenComparing(Selection::newest, Run.BY_START));
  }
}
