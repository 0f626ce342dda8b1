//SOURCES ModelRun.java
//SOURCES ../operate/slo/Downtime.java
package portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import operate.slo.Downtime;

/**
 * From the first failed run to the end of the success that repairs it, a {@link Downtime}; failed
 * runs on the way belong to it.
 *
 * @param begin start of the first failed run
 * @param repaired end of the success that ended it; empty while it is open
 * @param failedRuns at least 1
 * @param costEur EUR of the failed runs
 */
public record Outage(Instant begin, Optional<Instant> repaired, int failedRuns, double costEur) {

  /** Every outage of a model, in the order of their repair; only the last one can be open. */
  public static List<Outage> of(List<ModelRun> runs) {
    return Downtime.in(runs).stream().map(Outage::of).toList();
  }

  private static Outage of(Downtime<ModelRun> down) {
    List<ModelRun> failed = down.failed();
    return new Outage(
        failed.get(0).start(),
        down.repair().map(ModelRun::end),
        failed.size(),
        failed.stream().mapToDouble(ModelRun::costEur).sum());
  }

  /** Whether nobody has repaired it yet. */
  public boolean open() {
    return repaired.isEmpty();
  }

  /** The time it took to repair; empty while it is open: that is no time of 0. */
  public Optional<Duration> repairTime() {
    return repaired.map(end -> Duration.between(begin, end));
  }
}
