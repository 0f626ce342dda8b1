//SOURCES ../operate/slo/Slo.java
//SOURCES ../portfolio/Cadence.java
//SOURCES ../portfolio/TierTarget.java
package template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

  private final int percent;
  private final int mttrMinutes;

  TierPromise(int percent, int mttrMinutes) {
    this.percent = percent;
    this.mttrMinutes = mttrMinutes;
  }

  /** Of the runs that succeed, and of the time in which the data are fresh. */
  int percent() {
    return percent;
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
  Slo of(String model, String schedule) {
    double share = percent / 100.0;
    return new Slo(
        model,
        List.of(NewModel.VARIANT),
        "jbang " + model,
        30,
        maxAge(schedule).map(age -> new Slo.FreshnessGoal(age, share)),
        OptionalDouble.of(share),
        Optional.of(Duration.ofMinutes(mttrMinutes)),
        OptionalDouble.empty());
  }
}
