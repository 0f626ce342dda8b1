//SOURCES Incident.java
//SOURCES ../../compare/Quantile.java
package operate.slo;

import compare.Quantile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long repairs took. Their mean is the MTTR; an incident that is still open has no repair time
 * and is named beside it.
 *
 * @param repaired a time for each repaired incident, in their order; may be empty
 * @param openFor how long the open incident has gone on; empty when none is open
 */
public record RepairTimes(List<Duration> repaired, Optional<Duration> openFor) {

  /** The repair times of incidents, of which at most one is open. */
  public static RepairTimes of(List<Incident> incidents, Instant now) {
    return new RepairTimes(
        incidents.stream().flatMap(i -> i.repairTime().stream()).toList(),
        incidents.stream().filter(Incident::isOpen).map(i -> i.openFor(now)).findFirst());
  }

  /** The MTTR; empty where nothing was repaired: then there is none, not one of 0. */
  public Optional<Duration> mean() {
    return repaired.isEmpty()
        ? Optional.empty()
        : Optional.of(total(repaired).dividedBy(repaired.size()));
  }

  /** The time in the middle; between the two there for an even number. */
  public Optional<Duration> median() {
    return repaired.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(Math.round(Quantile.of(millis(), 0.5))));
  }

  /** The longest repair. */
  public Optional<Duration> longest() {
    return repaired.stream().max(Duration::compareTo);
  }

  /**
   * What the mean comes to at least once the open incident is repaired, if that happened at this
   * moment; empty when none is open.
   */
  public Optional<Duration> meanAtLeast() {
    return openFor.map(open -> total(repaired).plus(open).dividedBy(repaired.size() + 1L));
  }

  private static Duration total(List<Duration> times) {
    return times.stream().reduce(Duration.ZERO, Duration::plus);
  }

  private double[] millis() {
    return repaired.stream().mapToDouble(Duration::toMillis).toArray();
  }
}
