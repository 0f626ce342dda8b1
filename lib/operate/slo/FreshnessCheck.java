//SOURCES Freshness.java
//SOURCES ObjectiveCheck.java
//SOURCES Slo.java
//SOURCES SloText.java
package operate.slo;

import java.time.Duration;
import operate.slo.SloVerdict.Broken;
import operate.slo.SloVerdict.Met;
import operate.slo.SloVerdict.NotEnoughRuns;

/**
 * The objective of freshness. It is broken when the data were fresh for less of the observed time
 * than promised, and met when they were for enough of the whole window, even if all of the time
 * before the first success counts against them.
 */
final class FreshnessCheck {
  private final Slo.FreshnessGoal goal;
  private final String command;
  private final Freshness freshness;

  private FreshnessCheck(Slo.FreshnessGoal goal, String command, Freshness freshness) {
    this.goal = goal;
    this.command = command.isEmpty() ? "run it again" : command;
    this.freshness = freshness;
  }

  static ObjectiveCheck of(Slo.FreshnessGoal goal, String command, History history, Window window) {
    return new FreshnessCheck(goal, command, Freshness.of(history, window, goal.maxAge())).check();
  }

  private ObjectiveCheck check() {
    String promise =
        "%s, %s of the time".formatted(SloText.time(goal.maxAge()), SloText.percent(goal.share()));
    if (freshness.share().isEmpty()) {
      String sentence =
          freshness.age().isEmpty()
              ? "no run has succeeded, so there are no data that could be fresh"
              : "the first success is this moment's";
      return new ObjectiveCheck(
          "freshness", promise, "", "", "", new NotEnoughRuns(sentence, command));
    }
    return new ObjectiveCheck(
        "freshness",
        promise,
        "%s of %s".formatted(percent(freshness.share().getAsDouble()), observed()),
        percent(freshness.shareAtLeast()),
        budgetLeft(),
        verdict());
  }

  private SloVerdict verdict() {
    if (freshness.share().getAsDouble() < goal.share()) {
      return new Broken(measured() + now(), isLate() ? command : "see why it was late");
    }
    if (freshness.shareAtLeast() >= goal.share()) {
      return new Met(measured() + now());
    }
    Duration more =
        Duration.ofMillis(
            Math.round(
                (goal.share() - freshness.shareAtLeast())
                    * freshness.window().length().toMillis()));
    return new NotEnoughRuns(
        "%s%s; the window is %s long, and what was before the first success nobody knows"
            .formatted(measured(), now(), SloText.time(freshness.window().length())),
        isLate() ? command : SloText.time(more) + " more of fresh data");
  }

  private boolean isLate() {
    return freshness.age().orElseThrow().compareTo(goal.maxAge()) > 0;
  }

  private String measured() {
    String share =
        "fresh for %s of %s".formatted(percent(freshness.share().getAsDouble()), observed());
    if (freshness.late().isEmpty()) {
      return share;
    }
    String late = SloText.time(freshness.lateTime());
    int times = freshness.late().size();
    return "%s: older than %s %s"
        .formatted(
            share,
            SloText.time(goal.maxAge()),
            times == 1
                ? "once, for " + late
                : "%d times, for %s in all, the longest time for %s"
                    .formatted(times, late, SloText.time(freshness.longest().orElseThrow())));
  }

  private String now() {
    Duration age = freshness.age().orElseThrow();
    return "; now %s old%s"
        .formatted(SloText.time(age, goal.maxAge()), isLate() ? ", which is too old" : "");
  }

  private String budgetLeft() {
    long allowed = Math.round((1 - goal.share()) * freshness.observed().toMillis());
    Duration left = Duration.ofMillis(allowed).minus(freshness.lateTime());
    return left.isNegative()
        ? "none, %s over".formatted(SloText.time(left.negated()))
        : "%s of %s".formatted(SloText.time(left), SloText.time(Duration.ofMillis(allowed)));
  }

  private String observed() {
    return SloText.time(freshness.observed());
  }

  private String percent(double share) {
    return SloText.percent(share, goal.share());
  }
}
