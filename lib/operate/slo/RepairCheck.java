//SOURCES History.java
//SOURCES ObjectiveCheck.java
//SOURCES RepairTimes.java
//SOURCES SloText.java
//SOURCES ../../project/Quantity.java
package operate.slo;

import java.time.Duration;
import operate.slo.SloVerdict.Broken;
import operate.slo.SloVerdict.Met;
import operate.slo.SloVerdict.NotEnoughRuns;
import project.Quantity;

/**
 * The objective of the MTTR: the mean over the repaired incidents of the window. An open one cannot
 * be in the mean; yet where it has gone on for so long that the mean misses the goal whenever it is
 * repaired, the objective is broken already.
 */
final class RepairCheck {
  private final Duration goal;
  private final String command;
  private final RepairTimes times;
  private final String windowLength;

  private RepairCheck(Duration goal, String command, RepairTimes times, Window window) {
    this.goal = goal;
    this.command = command.isEmpty() ? "run it again" : command;
    this.times = times;
    this.windowLength = SloText.time(window.length());
  }

  static ObjectiveCheck of(Duration goal, String command, History history, Window window) {
    RepairTimes times = RepairTimes.of(history.incidents(window), history.now());
    return new RepairCheck(goal, command, times, window).check();
  }

  private ObjectiveCheck check() {
    return new ObjectiveCheck(
        "MTTR",
        "below " + SloText.time(goal),
        column(),
        times.meanAtLeast().map(this::time).orElse(""),
        "",
        verdict());
  }

  private String column() {
    String open = times.openFor().isPresent() ? "1 open" : "";
    return times
        .mean()
        .map(
            mean ->
                "%s, mean of %d%s"
                    .formatted(
                        time(mean), times.repaired().size(), open.isEmpty() ? "" : ", " + open))
        .orElse(open);
  }

  private SloVerdict verdict() {
    if (times.repaired().isEmpty() && times.openFor().isEmpty()) {
      return new NotEnoughRuns(
          "nothing failed in %s, so nothing was repaired: there is no MTTR, not even one of 0"
              .formatted(windowLength),
          "none: nothing failed yet");
    }
    if (misses(times.mean().orElse(Duration.ZERO))) {
      String next = times.openFor().isPresent() ? "repair it: " + command : "shorten the longest";
      return new Broken(repaired() + open(), next);
    }
    if (times.openFor().isEmpty()) {
      return new Met(repaired());
    }
    Duration least = times.meanAtLeast().orElseThrow();
    if (misses(least)) {
      return new Broken(
          "%s%s, which makes the mean at least %s".formatted(repaired(), open(), time(least)),
          "repair it: " + command);
    }
    Duration rest = goal.minus(least).multipliedBy(times.repaired().size() + 1L);
    return new NotEnoughRuns(
        repaired() + open(), "repair it within %s: %s".formatted(SloText.time(rest), command));
  }

  private boolean misses(Duration mean) {
    return mean.compareTo(goal) >= 0;
  }

  private String repaired() {
    return times.mean().map(this::repaired).orElse("no incident repaired");
  }

  private String repaired(Duration mean) {
    return times.repaired().size() == 1
        ? "one incident repaired, in " + time(mean)
        : "%s repaired: %s on average, median %s, longest %s"
            .formatted(
                Quantity.count(times.repaired().size(), "incident"),
                time(mean),
                SloText.time(times.median().orElseThrow()),
                SloText.time(times.longest().orElseThrow()));
  }

  private String open() {
    return times.openFor().map(o -> "; one is open for " + SloText.time(o)).orElse("");
  }

  private String time(Duration mean) {
    return SloText.time(mean, goal);
  }
}
