//SOURCES FreshnessCheck.java
//SOURCES History.java
//SOURCES ObjectiveCheck.java
//SOURCES RepairCheck.java
//SOURCES RunPlan.java
//SOURCES RunShareCheck.java
//SOURCES Slo.java
package operate.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every objective of a model against its history.
 *
 * @param slo what is promised
 * @param history the runs of operation up to a moment
 * @param plan how often it is meant to run
 * @param window what is looked back over
 * @param objectives in the order freshness, success rate, MTTR, p95
 */
public record SloCheck(
    Slo slo, History history, RunPlan plan, Window window, List<ObjectiveCheck> objectives) {

  /** Checks a history up to its end. */
  public static SloCheck of(Slo slo, History history, RunPlan plan) {
    Window window = Window.ofDays(slo.windowDays(), history.now());
    List<ObjectiveCheck> checks = new ArrayList<>();
    slo.freshness()
        .ifPresent(goal -> checks.add(FreshnessCheck.of(goal, slo.command(), history, window)));
    RunShareCheck shares = new RunShareCheck(slo, history.within(window), plan);
    slo.successRate().ifPresent(goal -> checks.add(shares.successRate(goal)));
    slo.mttrBelow()
        .ifPresent(goal -> checks.add(RepairCheck.of(goal, slo.command(), history, window)));
    slo.p95Sec().ifPresent(target -> checks.add(shares.p95(target)));
    return new SloCheck(slo, history, plan, window, List.copyOf(checks));
  }

  /** The names of the objectives that are broken; empty when none is. */
  public List<String> broken() {
    return objectives.stream().filter(ObjectiveCheck::isBroken).map(ObjectiveCheck::name).toList();
  }

  /** The incidents of the window, oldest first. */
  public List<Incident> incidents() {
    return history.incidents(window);
  }

  /** The runs that ended in the window. */
  public List<Attempt> attempts() {
    return history.within(window);
  }

  /** How old the data are now; empty when no run has succeeded. */
  public Optional<Duration> age() {
    List<Instant> renewals = history.renewals();
    return renewals.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.between(renewals.get(renewals.size() - 1), window.to()));
  }

  /**
   * What is wrong with the goal itself: a job that runs once an hour cannot keep its data below an
   * hour of age, since they wait for an interval and a run.
   */
  public Optional<String> unreachable() {
    if (slo.freshness().isEmpty() || plan.runsPerDay().isEmpty()) {
      return Optional.empty();
    }
    double perDay = plan.runsPerDay().getAsDouble();
    Duration maxAge = slo.freshness().get().maxAge();
    Duration apart = Duration.ofMillis(Math.round(86_400_000 / Math.max(perDay, 1e-3)));
    return apart.compareTo(maxAge) < 0
        ? Optional.empty()
        : Optional.of(
            ("%s (%s) cannot keep the data at most %s old: between two successes they age by %s,"
                    + " and longer where a run takes longer than the one before; run it more"
                    + " often, or allow more")
                .formatted(
                    SloText.pace(perDay),
                    plan.source(),
                    SloText.time(maxAge),
                    SloText.time(apart)));
  }
}
