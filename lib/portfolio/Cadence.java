//SOURCES ModelRun.java
//SOURCES ../compare/Quantile.java
//SOURCES ../operate/registry/Schedule.java
package portfolio;

import compare.Quantile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import operate.registry.Schedule;

/**
 * How often a model is meant to run.
 *
 * @param words as people write it: {@code hourly}, {@code every 15 minutes}
 * @param period from one run to the next
 * @param seen whether it was read off the runs, because nobody says
 */
public record Cadence(String words, Duration period, boolean seen) {
  /** Fewer gaps show no rhythm. */
  private static final int GAPS = 10;

  /** The middle half of the gaps must lie within this factor of the median gap to be a rhythm. */
  private static final double REGULAR = 1.5;

  /** What runs in quicker succession is no schedule. */
  private static final double SHORTEST_SEC = 60;

  /** The cadence that a schedule's words mean; empty for on demand and for unknown words. */
  public static Optional<Cadence> of(String schedule) {
    return Schedule.of(schedule).map(said -> new Cadence(said.words(), said.period(), false));
  }

  /**
   * The rhythm that the runs had: the median time from one start to the next. Empty where there is
   * none, as with a job that is typed by hand.
   *
   * @param runs in the order they started
   */
  public static Optional<Cadence> seenIn(List<ModelRun> runs) {
    double[] gaps =
        IntStream.range(1, runs.size())
            .mapToDouble(i -> seconds(runs.get(i - 1), runs.get(i)))
            .toArray();
    if (gaps.length < GAPS) {
      return Optional.empty();
    }
    double median = Quantile.of(gaps, 0.5);
    boolean regular =
        Quantile.of(gaps, 0.25) >= median / REGULAR && Quantile.of(gaps, 0.75) <= median * REGULAR;
    return regular && median >= SHORTEST_SEC
        ? Optional.of(new Cadence(name(median), Duration.ofSeconds(Math.round(median)), true))
        : Optional.empty();
  }

  private static double seconds(ModelRun first, ModelRun second) {
    return Duration.between(first.start(), second.start()).toMillis() / 1000.0;
  }

  private static String name(double seconds) {
    return Schedule.word(seconds)
        .orElse(
            seconds < 5400
                ? "every %.0f minutes".formatted(seconds / 60)
                : "every %.0f hours".formatted(seconds / 3600));
  }
}
