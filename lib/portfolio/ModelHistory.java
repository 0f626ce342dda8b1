//SOURCES Cadence.java
//SOURCES ModelFacts.java
//SOURCES ModelRun.java
//SOURCES ../operate/registry/Schedule.java
package portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import operate.registry.Model;
import operate.registry.Schedule;

/**
 * One model and everything it did.
 *
 * @param job as in the log and the registry
 * @param name the job, with {@code /variant} where the log has several variants of it
 * @param facts what is known besides
 * @param runs at least one, in the order they started
 */
public record ModelHistory(String job, String name, ModelFacts facts, List<ModelRun> runs) {

  /** The same model with what a registry says of it. */
  ModelHistory as(Model registered) {
    return new ModelHistory(job, name, facts.as(registered), runs);
  }

  /** How often it is meant to run: as its schedule says, else as it did; empty for on demand. */
  public Optional<Cadence> cadence() {
    return Schedule.isKnown(facts.schedule()) ? Cadence.of(facts.schedule()) : Cadence.seenIn(runs);
  }

  /** Times of the runs whose duration counts, seconds. */
  public double[] durations() {
    return runs.stream().filter(ModelRun::timed).mapToDouble(ModelRun::durationSec).toArray();
  }

  /** EUR of all runs. */
  public double costEur() {
    return runs.stream().mapToDouble(ModelRun::costEur).sum();
  }

  /** EUR for an hour of its runs; 0 where they took no time. */
  public double eurPerHour() {
    double seconds = runs.stream().mapToDouble(ModelRun::durationSec).sum();
    return seconds == 0 ? 0 : costEur() * 3600 / seconds;
  }

  /** How long it has been known, up to {@code asOf}. */
  public Duration age(Instant asOf) {
    return Duration.between(runs.get(0).start(), asOf);
  }
}
