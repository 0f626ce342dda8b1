//SOURCES DailyTimes.java
//SOURCES DataAge.java
//SOURCES Growth.java
//SOURCES ModelHistory.java
//SOURCES Outage.java
//SOURCES OutageTimes.java
//SOURCES ../compare/Quantile.java
//SOURCES ../compare/SuccessRate.java
//SOURCES ../compare/Tail.java
//SOURCES ../operate/registry/Schedule.java
package portfolio;

import compare.Quantile;
import compare.SuccessRate;
import compare.Tail;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.registry.Schedule;

/**
 * The numbers of one model.
 *
 * @param history what they are computed from
 * @param success runs of the whole table that succeeded, of all such; of all runs where there was
 *     none of the whole
 * @param p50 typical run, seconds; empty where none counts
 * @param tail the p95 and its bound; empty where no run counts
 * @param outages in the order of their repair
 * @param age of its data; empty where nobody knows when they are late
 * @param daily the typical run of each day
 * @param growth of the typical run; empty for a short history
 * @param monthFactor what EUR of the history are multiplied with for a month of 30 days; 1 where
 *     the log is too short to say
 */
public record ModelStats(
    ModelHistory history,
    SuccessRate success,
    OptionalDouble p50,
    Optional<Tail> tail,
    List<Outage> outages,
    Optional<DataAge> age,
    DailyTimes daily,
    Optional<Growth> growth,
    double monthFactor) {

  /** The numbers of a model. */
  static ModelStats of(ModelHistory model, Instant asOf, ZoneId zone, double monthFactor) {
    List<ModelRun> whole = model.runs().stream().filter(ModelRun::whole).toList();
    List<ModelRun> rated = whole.isEmpty() ? model.runs() : whole;
    int succeeded = (int) rated.stream().filter(ModelRun::succeeded).count();
    double[] durations = model.durations();
    DailyTimes daily = DailyTimes.of(model, zone);
    return new ModelStats(
        model,
        new SuccessRate(succeeded, rated.size()),
        durations.length == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Quantile.of(durations, 0.5)),
        durations.length == 0 ? Optional.empty() : Optional.of(Tail.of(durations)),
        Outage.of(model.runs()),
        DataAge.of(model, asOf),
        daily,
        Growth.of(daily),
        monthFactor);
  }

  /** As {@link ModelHistory#name}. */
  public String name() {
    return history.name();
  }

  /** {@code T1}, or {@code -} where nobody says. */
  public String tier() {
    return orNone(history.facts().tier());
  }

  /** Who answers for it, or {@code -} where nobody says. */
  public String owner() {
    return orNone(history.facts().owner());
  }

  /** When it runs: what its schedule says, or what its runs show. */
  public String schedule() {
    String words = history.facts().schedule();
    boolean said = !words.isBlank() && (Schedule.isKnown(words) || history.cadence().isEmpty());
    return said ? words : history.cadence().map(c -> c.words() + " (seen)").orElse("-");
  }

  private static String orNone(String word) {
    return word.isBlank() ? "-" : word;
  }

  /** EUR of a month of 30 days, or of the log where it is too short to say. */
  public double eurPerMonth() {
    return history.costEur() * monthFactor;
  }

  /** The outage that nobody has repaired yet. */
  public Optional<Outage> openOutage() {
    return outages.isEmpty()
        ? Optional.empty()
        : Optional.of(outages.get(outages.size() - 1)).filter(Outage::open);
  }

  /** The mean, median and longest repair. */
  public OutageTimes repairs() {
    return OutageTimes.of(outages);
  }

  /** Runs that did not deliver. */
  public int failures() {
    return success.runs() - success.succeeded();
  }

  /** How often its data became late; 0 where nobody knows when they are. */
  public int breaches() {
    return age.map(DataAge::breaches).orElse(0);
  }
}
