//SOURCES ModelRun.java
package portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From the first failed run after a success to the end of the next success; failed runs on the way
 * belong to it.
 *
 * @param begin start of the first failed run
 * @param repaired end of the success that ended it; empty while it is open
 * @param failedRuns at least 1
 * @param costEur EUR of the failed runs
 */
public record Outage(Instant begin, Optional<Instant> repaired, int failedRuns, double costEur) {

  /** Every outage of a model, oldest first. */
  public static List<Outage> of(List<ModelRun> runsByStart) {
    List<Outage> found = new ArrayList<>();
    List<ModelRun> down = new ArrayList<>();
    for (ModelRun run : runsByStart) {
      if (!run.succeeded()) {
        down.add(run);
      } else if (!down.isEmpty()) {
        found.add(of(down, Optional.of(run.end())));
        down.clear();
      }
    }
    if (!down.isEmpty()) {
      found.add(of(down, Optional.empty()));
    }
    return List.copyOf(found);
  }

  private static Outage of(List<ModelRun> failed, Optional<Instant> repaired) {
    double cost = failed.stream().mapToDouble(ModelRun::costEur).sum();
    return new Outage(failed.get(0).start(), repaired, failed.size(), cost);
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
