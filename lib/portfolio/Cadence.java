//SOURCES ModelRun.java
//SOURCES ../compare/Quantile.java
package portfolio;

import compare.Quantile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How often a model is meant to run.
 *
 * @param words as people write it: {@code hourly}, {@code every 15 minutes}
 * @param period from one run to the next
 * @param seen whether it was read off the runs, because nobody says
 */
public record Cadence(String words, Duration period, boolean seen) {
  /** What the words mean, for an error message. */
  public static final String WORDS =
      "hourly, daily, weekly, monthly, on demand, or as every 15 minutes, every 6 hours, every 2"
          + " days";

  private static final String ON_DEMAND = "on demand";

  /** A month is as long as the longest: nobody is late because February is short. */
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(31));

  private static final Pattern EVERY =
      Pattern.compile("every ([1-9][0-9]{0,3}) (minute|hour|day)s?");

  /** Fewer gaps show no rhythm. */
  private static final int GAPS = 10;

  /** The middle half of the gaps must lie within this factor of the median gap to be a rhythm. */
  private static final double REGULAR = 1.5;

  /** What runs in quicker succession is no schedule. */
  private static final double SHORTEST_SEC = 60;

  /** Whether this is one of the known words for a schedule, on demand among them. */
  public static boolean isWord(String schedule) {
    return normal(schedule).equals(ON_DEMAND) || of(schedule).isPresent();
  }

  /** The cadence that a schedule's words mean; empty for on demand and for unknown words. */
  public static Optional<Cadence> of(String schedule) {
    String words = normal(schedule);
    if (PERIODS.containsKey(words)) {
      return Optional.of(new Cadence(words, PERIODS.get(words), false));
    }
    Matcher every = EVERY.matcher(words);
    if (!every.matches()) {
      return Optional.empty();
    }
    long count = Long.parseLong(every.group(1));
    Duration period =
        switch (every.group(2)) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        };
    return Optional.of(new Cadence(words, period, false));
  }

  private static String normal(String schedule) {
    return schedule.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
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
    return PERIODS.entrySet().stream()
        .filter(e -> Math.abs(e.getValue().toSeconds() / seconds - 1) < 0.1)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(
            seconds < 5400
                ? "every %.0f minutes".formatted(seconds / 60)
                : "every %.0f hours".formatted(seconds / 3600));
  }
}
