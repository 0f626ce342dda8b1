//SOURCES ../operate/registry/Schedule.java
//SOURCES ../operate/slo/RunShare.java
//SOURCES ../operate/slo/Slo.java
//SOURCES ../portfolio/Cadence.java
//SOURCES ../portfolio/TierTarget.java
package template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.registry.Schedule;
import operate.slo.RunShare;
import operate.slo.Slo;
import portfolio.Cadence;
import portfolio.TierTarget;

/** What a new model promises, by how much hangs on it; the age of its data by its schedule, too. */
public enum TierPromise {
  /** A dashboard or a customer waits. */
  T1(99, 60),
  /** People work with it: half a working day may pass. */
  T2(95, 240),
  /** Nobody is called at night. */
  T3(90, 1440);

  private static final int SHORTEST_WINDOW = 30;
  private static final int LONGEST_WINDOW = 366;

  private final int percent;
  private final int mttrMinutes;

  TierPromise(int percent, int mttrMinutes) {
    this.percent = percent;
    this.mttrMinutes = mttrMinutes;
  }

  /** Of the time in which the data are fresh, and of the runs, where a year can show as much. */
  int percent() {
    return percent;
  }

  /**
   * Of the runs that succeed: no more than the runs planned in a year can show. A job that runs once
   * a week may promise 94 %, and hold it; nobody would ever know of 99 %.
   */
  int successPercent(String schedule) {
    return Schedule.of(schedule)
        .map(s -> percentOf(s.runsPerDay() * LONGEST_WINDOW))
        .orElse(percent);
  }

  private int percentOf(double runs) {
    int most = percent;
    while (most > 1 && RunShare.needed(most / 100.0, 0) > runs) {
      most--;
    }
    return most;
  }

  /** The fewest days from a month on in which the planned runs can show that success rate. */
  int windowDays(String schedule) {
    int needed = RunShare.needed(successPercent(schedule) / 100.0, 0);
    int days = SHORTEST_WINDOW;
    double perDay = Schedule.of(schedule).map(Schedule::runsPerDay).orElse(Double.MAX_VALUE);
    while (days < LONGEST_WINDOW && perDay * days < needed) {
      days++;
    }
    return days;
  }

  /** What the mean time to repair stays below. */
  int mttrMinutes() {
    return mttrMinutes;
  }

  /** How old the data may get; empty for a model that runs on demand. */
  Optional<Duration> maxAge(String schedule) {
    return Cadence.of(schedule).map(TierTarget.of(name())::limit);
  }

  /** The objectives of a model. */
  public Slo of(String model, String schedule) {
    double share = percent / 100.0;
    return new Slo(
        model,
        List.of(NewModel.VARIANT),
        "jbang " + model,
        windowDays(schedule),
        maxAge(schedule).map(age -> new Slo.FreshnessGoal(age, share)),
        OptionalDouble.of(successPercent(schedule) / 100.0),
        Optional.of(Duration.ofMinutes(mttrMinutes)),
        OptionalDouble.empty());
  }
}
