//SOURCES ModelHistory.java
//SOURCES TierTarget.java
package portfolio;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How old the data of a model were, from its first success on.
 *
 * @param limit age beyond which they are late
 * @param breaches how often they became late
 * @param late how long they were late altogether
 * @param watched from the end of the first success to now
 * @param now their age now
 */
public record DataAge(Duration limit, int breaches, Duration late, Duration watched, Duration now) {

  /**
   * The age of a model's data over time.
   *
   * @return empty where no schedule says when they are late, or no run ever succeeded
   */
  public static Optional<DataAge> of(ModelHistory model, Instant asOf) {
    List<Instant> ends =
        model.runs().stream()
            .filter(ModelRun::succeeded)
            .map(ModelRun::end)
            .filter(end -> !end.isAfter(asOf))
            .sorted()
            .toList();
    return ends.isEmpty()
        ? Optional.empty()
        : model.cadence().map(c -> of(ends, TierTarget.of(model.facts().tier()).limit(c), asOf));
  }

  private static DataAge of(List<Instant> ends, Duration limit, Instant asOf) {
    int breaches = 0;
    Duration late = Duration.ZERO;
    for (int i = 0; i < ends.size(); i++) {
      Instant next = i + 1 < ends.size() ? ends.get(i + 1) : asOf;
      Duration beyond = Duration.between(ends.get(i), next).minus(limit);
      if (beyond.compareTo(Duration.ZERO) > 0) {
        breaches++;
        late = late.plus(beyond);
      }
    }
    return new DataAge(
        limit,
        breaches,
        late,
        Duration.between(ends.get(0), asOf),
        Duration.between(ends.get(ends.size() - 1), asOf));
  }

  /** Whether the data are late now. */
  public boolean lateNow() {
    return now.compareTo(limit) > 0;
  }

  /** The share of the time in which they were not late, from 0 to 1. */
  public double shareInTime() {
    return watched.isZero() ? 1 : 1 - (double) late.toMillis() / watched.toMillis();
  }
}
