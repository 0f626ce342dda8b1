//SOURCES Conditions.java
//SOURCES NotCompared.java
//SOURCES Pairs.java
//SOURCES Sample.java
//SOURCES Selection.java
//SOURCES Side.java
//SOURCES ../runs/Run.java
package report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import runs.Run;
import runs.Status;

/**
 * Selects among the baseline and optimized runs that people typed one by one.
 *
 * <p>Compared are runs over the same data, on the same machine, with the same JVM: the newest such
 * group in which both variants succeeded, else the newest group. Inside it each variant stands for
 * one configuration and one answer: those of the newest couple that ran side by side, so that a
 * later run with other settings does not take its place, else those of its newest successful run.
 */
public final class HandMadeRuns {
  /** The variants as they stand in the run log; also the aliases of the commands. */
  private static final Map<Side, String> NAMES =
      Map.of(Side.BEFORE, "baseline", Side.AFTER, "optimized");

  /** The reason of a run whose output differs from that of the runs its variant stands for. */
  static final String OTHER_ANSWER = "another output than that of the compared runs";

  private HandMadeRuns() {}

  /**
   * Selects among the runs of one job.
   *
   * @return empty when no run of either variant succeeded
   */
  public static Optional<Selection> select(List<Run> runsOfOneJob) {
    List<Run> runs = runsOfOneJob.stream().sorted(Run.BY_START).toList();
    List<Run> candidates =
        runs.stream().filter(Run::counts).filter(r -> refusal(r).isEmpty()).toList();
    return newestGroup(candidates).map(group -> select(runs, group));
  }

  private static Optional<List<Run>> newestGroup(List<Run> candidates) {
    Map<Object, List<Run>> groups =
        candidates.stream().collect(Collectors.groupingBy(Conditions::outsideTheJob));
    Comparator<List<Run>> byNewest = Comparator.comparing(g -> g.get(g.size() - 1), Run.BY_START);
    Predicate<List<Run>> complete =
        group -> Stream.of(Side.values()).allMatch(side -> newest(group, side).isPresent());
    return groups.values().stream()
        .filter(complete)
        .max(byNewest)
        .or(() -> groups.values().stream().max(byNewest));
  }

  private static Optional<Run> newest(List<Run> runs, Side side) {
    return runs.stream().filter(r -> r.variant().equals(NAMES.get(side))).max(Run.BY_START);
  }

  /** The run whose settings and answer those of its variant are compared with. */
  private static Optional<Run> representative(List<Run> group, Side side) {
    Predicate<Run> inCouple =
        run ->
            group.stream()
                .anyMatch(other -> side(other) != side(run) && Pairs.together(run, other));
    return newest(group.stream().filter(inCouple).toList(), side).or(() -> newest(group, side));
  }

  private static Selection select(List<Run> runs, List<Run> group) {
    List<NotCompared> others = new ArrayList<>();
    Map<Side, List<Run>> kept =
        Stream.of(Side.values()).collect(Collectors.toMap(s -> s, s -> new ArrayList<>()));
    for (Run run : runs) {
      String reason = reason(run, group);
      if (reason.isEmpty()) {
        kept.get(side(run)).add(run);
      } else {
        others.add(new NotCompared(run, reason));
      }
    }
    return new Selection(
        sample(Side.BEFORE, kept),
        sample(Side.AFTER, kept),
        List.copyOf(others),
        Optional.empty(),
        "");
  }

  private static Sample sample(Side side, Map<Side, List<Run>> kept) {
    Map<Boolean, List<Run>> bySuccess =
        kept.get(side).stream()
            .collect(Collectors.partitioningBy(r -> r.status() == Status.SUCCESS));
    return new Sample(side, NAMES.get(side), bySuccess.get(true), bySuccess.get(false));
  }

  private static Side side(Run run) {
    return run.variant().equals(NAMES.get(Side.BEFORE)) ? Side.BEFORE : Side.AFTER;
  }

  /** Why a run is not compared; empty when it is. */
  private static String reason(Run run, List<Run> group) {
    String refusal = refusal(run);
    if (!refusal.isEmpty()) {
      return refusal;
    }
    String outside = Conditions.outsideDifference(run, group.get(group.size() - 1));
    if (!outside.isEmpty()) {
      return outside;
    }
    return representative(group, side(run)).map(r -> differenceInJob(run, r)).orElse("");
  }

  private static String differenceInJob(Run run, Run newest) {
    String job = Conditions.jobDifference(run, newest);
    boolean otherAnswer =
        run.status() == Status.SUCCESS
            && !run.output().fingerprint().equals(newest.output().fingerprint());
    return job.isEmpty() && otherAnswer ? OTHER_ANSWER : job;
  }

  /** Why a run can be compared with no other run at all; empty when it can. */
  private static String refusal(Run run) {
    if (run.warmUp()) {
      return "warm-up";
    }
    if (run.eventDates().isPresent()) {
      return "only event_date %s was computed".formatted(run.eventDates().get());
    }
    if (Stream.of(Side.values()).noneMatch(s -> NAMES.get(s).equals(run.variant()))) {
      return "variant %s is neither baseline nor optimized".formatted(run.variant());
    }
    return run.counts() && !(run.durationSec() > 0) ? "a duration of 0 is not a measurement" : "";
  }
}
