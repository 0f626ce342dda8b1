//SOURCES ExperimentPlan.java
//SOURCES Run.java
//SOURCES RunLog.java
//SOURCES ../compare/ParityLog.java
//SOURCES ../project/Workspace.java
package runs;

import compare.Parity;
import compare.ParityLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import project.Workspace;

/**
 * What the run log holds of an experiment, round by round.
 *
 * @param plan what was to run
 * @param complete the rounds in which every arm succeeded, first one first
 * @param dropped the rounds that ended otherwise, with what ended them
 */
public record ExperimentRuns(ExperimentPlan plan, List<Round> complete, List<Dropped> dropped) {

  /**
   * A round in which every arm succeeded.
   *
   * @param number from 1
   * @param runs in the order of the plan's arms
   */
  public record Round(int number, List<Run> runs) {}

  /**
   * A round that does not count.
   *
   * @param failed the first of its runs that failed
   */
  public record Dropped(int number, Run failed) {}

  /**
   * Sorts the runs of a log. A round with an aborted run was broken off, whoever did that and
   * whoever logged it: it is not over, and is run again. A round with a failed run is over, and
   * dropped. An arm that ran twice in a round stands there with the run that started last. For each
   * dropped round one more counts, beyond those that were planned: it makes up for that one.
   */
  public static ExperimentRuns of(ExperimentPlan plan, List<Run> log) {
    Map<Integer, Map<String, Run>> rounds = new HashMap<>();
    log.stream()
        .filter(r -> r.experiment().equals(plan.id()) && r.pair().isPresent())
        .sorted(Run.BY_START)
        .forEach(
            r ->
                rounds
                    .computeIfAbsent(r.pair().getAsInt(), number -> new HashMap<>())
                    .put(r.variant(), r));
    List<Round> complete = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    for (int number = 1; number <= plan.rounds() + dropped.size(); number++) {
      Map<String, Run> found = rounds.getOrDefault(number, Map.of());
      List<Run> runs =
          plan.arms().stream().map(a -> found.get(a.label())).filter(r -> r != null).toList();
      boolean brokenOff = runs.stream().anyMatch(r -> r.status() == Status.ABORTED);
      if (runs.size() < plan.arms().size() || brokenOff) {
        continue;
      }
      Optional<Run> failed = runs.stream().filter(r -> r.status() == Status.FAILED).findFirst();
      if (failed.isPresent()) {
        dropped.add(new Dropped(number, failed.get()));
      } else {
        complete.add(new Round(number, runs));
      }
    }
    return new ExperimentRuns(plan, List.copyOf(complete), List.copyOf(dropped));
  }

  /**
   * How far an experiment has come, by the logs of {@code workspace}. Here a round of commands is
   * not over before its outputs were compared: whatever kept them from it, it is run again.
   */
  public static ExperimentRuns soFar(Workspace workspace, ExperimentPlan plan) {
    return soFar(plan, new RunLog(workspace.runs()).read().runs(), parities(workspace));
  }

  /** Every comparison that the log of {@code workspace} holds. */
  static List<Parity> parities(Workspace workspace) {
    return new ParityLog(workspace.ops("parity.csv")).read();
  }

  /** The same by logs that were read already. */
  static ExperimentRuns soFar(ExperimentPlan plan, List<Run> log, List<Parity> parities) {
    ExperimentRuns all = of(plan, log);
    if (!plan.runsCommands()) {
      return all;
    }
    List<Round> compared =
        all.complete.stream().filter(round -> isCompared(round, parities)).toList();
    return new ExperimentRuns(plan, compared, all.dropped);
  }

  private static boolean isCompared(Round round, List<Parity> parities) {
    return parities.stream()
        .filter(p -> p.leftRunId().equals(round.runs().get(0).runId()))
        .filter(p -> p.rightRunId().equals(round.runs().get(1).runId()))
        .anyMatch(p -> p.identical() || p.different());
  }

  /** Rounds that are over, whatever their end. */
  public int over() {
    return complete.size() + dropped.size();
  }

  /** Whether nothing is left to run. */
  public boolean finished() {
    return over() >= plan.rounds();
  }

  /** Rounds that were dropped and that no further one has made up for; 0 before the plan's end. */
  public int lost() {
    return finished() ? Math.max(0, plan.rounds() - complete.size()) : 0;
  }

  /**
   * The first round that is not over.
   *
   * @param makingUp whether it may be one beyond the plan that makes up for a dropped one
   */
  OptionalInt next(boolean makingUp) {
    if (makingUp && lost() == 0) {
      return OptionalInt.empty();
    }
    int last = plan.rounds() + (makingUp ? dropped.size() : 0);
    Set<Integer> over =
        Stream.concat(complete.stream().map(Round::number), dropped.stream().map(Dropped::number))
            .collect(Collectors.toSet());
    return IntStream.rangeClosed(1, last).filter(n -> !over.contains(n)).findFirst();
  }
}
