//SOURCES ModelStats.java
//SOURCES ../operate/registry/Registry.java
package portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import operate.registry.Model;
import operate.registry.Registry;

/**
 * All models of a log, and the moment they are looked at.
 *
 * @param models at least one, by name
 * @param from start of the first run
 * @param asOf the end of the last run, unless the reader chose another moment
 * @param zone of calendar days
 */
public record Portfolio(List<ModelStats> models, Instant from, Instant asOf, ZoneId zone) {
  private static final Duration MONTH = Duration.ofDays(30);

  /** A month is told from a week at least: it has every weekday once. */
  private static final Duration ENOUGH = Duration.ofDays(7);

  /**
   * Looks at the models of a log.
   *
   * @param histories at least one
   * @param registry what people registered; it holds against what stands beside the runs
   * @param asOf for now; empty for the end of the last run
   */
  public static Portfolio of(
      List<ModelHistory> histories,
      Optional<Registry> registry,
      Optional<Instant> asOf,
      ZoneId zone) {
    Map<String, Model> registered =
        registry.stream()
            .flatMap(r -> r.models().stream())
            .collect(Collectors.toMap(Model::name, m -> m));
    Instant from =
        histories.stream().map(h -> h.runs().get(0).start()).min(Instant::compareTo).get();
    Instant now =
        asOf.orElseGet(
            () ->
                histories.stream()
                    .flatMap(h -> h.runs().stream())
                    .map(ModelRun::end)
                    .max(Instant::compareTo)
                    .get());
    boolean monthly = monthly(from, now);
    List<ModelStats> models =
        histories.stream()
            .map(h -> registered.containsKey(h.job()) ? h.as(registered.get(h.job())) : h)
            .map(h -> ModelStats.of(h, now, zone, monthly ? monthFactor(h, now) : 1))
            .toList();
    return new Portfolio(models, from, now, zone);
  }

  private static boolean monthly(Instant from, Instant asOf) {
    return Duration.between(from, asOf).compareTo(ENOUGH) >= 0;
  }

  /** What began lately is told from its own days, but never from less than a week. */
  private static double monthFactor(ModelHistory model, Instant asOf) {
    Duration known = model.age(asOf);
    Duration span = known.compareTo(ENOUGH) < 0 ? ENOUGH : known;
    return (double) MONTH.toMillis() / span.toMillis();
  }

  /** Whether the log is long enough to tell a month from it. */
  public boolean monthly() {
    return monthly(from, asOf);
  }

  /** How long the log is. */
  public Duration span() {
    return Duration.between(from, asOf);
  }

  /** EUR of a month of 30 days, or of the log where it is too short to say. */
  public double eurPerMonth() {
    return models.stream().mapToDouble(ModelStats::eurPerMonth).sum();
  }

  /** How many models have runs that were made up. */
  public long simulated() {
    return models.stream().filter(m -> m.history().facts().simulated()).count();
  }
}
