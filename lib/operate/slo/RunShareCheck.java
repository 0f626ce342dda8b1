//SOURCES Attempt.java
//SOURCES ObjectiveCheck.java
//SOURCES RunPlan.java
//SOURCES RunShare.java
//SOURCES Slo.java
//SOURCES SloText.java
//SOURCES ../../compare/Tail.java
//SOURCES ../../project/Quantity.java
package operate.slo;

import compare.ClopperPearson;
import compare.Estimate;
import compare.Tail;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import operate.slo.SloVerdict.Broken;
import operate.slo.SloVerdict.Met;
import operate.slo.SloVerdict.NotEnoughRuns;
import project.Quantity;

/**
 * The objectives that say how many of the runs must be good: those that succeed, and, of the
 * successful ones, those that are quick enough. A p95 of at most t seconds is that at least 95 % of
 * the runs take t seconds at most, so both are judged by {@link RunShare}.
 */
final class RunShareCheck {
  private static final double P95 = 0.95;

  private final Slo slo;
  private final List<Attempt> attempts;
  private final RunPlan plan;

  /**
   * The runs of a window.
   *
   * @param attempts that ended in it
   */
  RunShareCheck(Slo slo, List<Attempt> attempts, RunPlan plan) {
    this.slo = slo;
    this.attempts = attempts;
    this.plan = plan;
  }

  ObjectiveCheck successRate(double goal) {
    String promise = SloText.percent(goal) + " of the runs";
    if (attempts.isEmpty()) {
      return nothing("success rate", promise);
    }
    RunShare share = share((int) attempts.stream().filter(Attempt::succeeded).count(), goal);
    String measured = SloText.percent(share.measured(), goal);
    String counts = SloText.of(share.good(), share.runs());
    return new ObjectiveCheck(
        "success rate",
        promise,
        "%s, %s".formatted(measured, counts),
        SloText.percent(share.atLeast(), goal),
        budgetLeft(share),
        verdict(share, "%s succeeded, %s".formatted(counts, measured), "succeed", failures()));
  }

  private String failures() {
    return attempts.stream()
        .filter(a -> !a.succeeded())
        .reduce((older, newer) -> newer)
        .map(a -> "repair what failed: run " + a.id())
        .orElse("");
  }

  ObjectiveCheck p95(double targetSec) {
    String promise = "at most " + SloText.jobTime(targetSec, targetSec);
    double[] seconds =
        attempts.stream().filter(Attempt::succeeded).mapToDouble(Attempt::durationSec).toArray();
    if (seconds.length == 0) {
      return nothing("p95", promise);
    }
    int within = (int) Arrays.stream(seconds).filter(s -> s <= targetSec).count();
    RunShare share = new RunShare(within, seconds.length, P95, plan.runsIn(slo.windowDays()));
    Tail tail = Tail.of(seconds);
    String p95 = SloText.jobTime(tail.p95(), targetSec);
    String counts = SloText.of(within, seconds.length);
    return new ObjectiveCheck(
        "p95",
        promise,
        "%s, %s within".formatted(p95, counts),
        SloText.percent(share.atLeast(), P95) + " within",
        budgetLeft(share),
        verdict(
            share,
            "p95 %s (%s), %s took %s".formatted(p95, label(tail, targetSec), counts, promise),
            "take " + promise,
            slowest()));
  }

  private static String label(Tail tail, double targetSec) {
    return tail.upperBound().isPresent()
        ? "at most %s with 95 %% confidence"
            .formatted(SloText.jobTime(tail.upperBound().getAsDouble(), targetSec))
        : tail.label();
  }

  private String slowest() {
    return attempts.stream()
        .filter(Attempt::succeeded)
        .max(Comparator.comparingDouble(Attempt::durationSec))
        .map(a -> "see what slowed run " + a.id())
        .orElse("");
  }

  private RunShare share(int good, double goal) {
    return new RunShare(good, attempts.size(), goal, plan.runsIn(slo.windowDays()));
  }

  private ObjectiveCheck nothing(String name, String promise) {
    String sentence =
        attempts.isEmpty()
            ? "no run ended in the last %s".formatted(days())
            : "none of %s succeeded in the last %s"
                .formatted(Quantity.count(attempts.size(), "run"), days());
    String next = slo.command().isEmpty() ? "run it" : slo.command();
    return new ObjectiveCheck(name, promise, "", "", "", new NotEnoughRuns(sentence, next));
  }

  /** What follows from a share. */
  private SloVerdict verdict(RunShare share, String measured, String good, String repair) {
    String goal = SloText.percent(share.goal());
    String budget =
        "%s: %d did not, and of %s a goal of %s allows %s"
            .formatted(measured, share.bad(), planned(share), goal, SloText.runs(share.budget()));
    if (share.overspent()) {
      return new Broken(budget, repair);
    }
    if (share.ruledOut()) {
      return new Broken(
          ("%s: of all runs at most %s %s, with 95 %% confidence, not %s; the budget that is left is"
                  + " for %s, and at this rate it does not last")
              .formatted(measured, percent(share.atMost(), share), good, goal, planned(share)),
          repair);
    }
    String bound =
        "%s: of all runs at least %s %s, with 95 %% confidence"
            .formatted(measured, percent(share.atLeast(), share), good);
    if (share.kept()) {
      return new Met(share.shown() ? bound : budget);
    }
    return untold(share, bound, good);
  }

  private SloVerdict untold(RunShare share, String bound, String good) {
    if (share.windowTooSmall()) {
      int all = Math.max(1, (int) Math.max(share.planned(), share.runs()));
      double best = ClopperPearson.atLeast(all, all, Estimate.CONFIDENCE);
      return new NotEnoughRuns(
          "%s; %s show %s at best, and %s takes %s"
              .formatted(
                  bound,
                  planned(share),
                  percent(best, share),
                  SloText.percent(share.goal()),
                  Quantity.count(share.needed(), "run")),
          "a longer window or a lower goal");
    }
    String more = Quantity.count(share.more(), "more good run");
    return new NotEnoughRuns("%s; %s would tell".formatted(bound, more), more);
  }

  private static String percent(double part, RunShare share) {
    return SloText.percent(part, share.goal());
  }

  /** {@code 720 runs in 30 days (24 runs a day)}. */
  private String planned(RunShare share) {
    boolean byPlan = share.planned() > share.runs();
    return "%s runs in %s%s"
        .formatted(
            SloText.runs(Math.max(share.planned(), share.runs())),
            days(),
            byPlan
                ? " (%s: %s)".formatted(SloText.pace(plan.runsPerDay().orElse(0)), plan.source())
                : "");
  }

  private String days() {
    return Quantity.count(slo.windowDays(), "day");
  }

  private static String budgetLeft(RunShare share) {
    String budget = SloText.runs(share.budget());
    return share.overspent()
        ? "none, %s over".formatted(SloText.runs(-share.budgetLeft()))
        : "%s of %s runs%s"
            .formatted(
                SloText.runs(share.budgetLeft()),
                budget,
                share.ruledOut() ? ", too few at this rate" : "");
  }
}
