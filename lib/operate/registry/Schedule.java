package operate.registry;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a model is meant to run, as people write it.
 *
 * @param words in small letters with single blanks: {@code hourly}, {@code every 15 minutes}
 * @param period from one run to the next
 */
public record Schedule(String words, Duration period) {
  /** What is understood, for an error message. */
  public static final String WORDS =
      "hourly, daily, weekly, monthly, on demand, or as every 15 minutes, every 6 hours, every 2"
          + " days";

  private static final String ON_DEMAND = "on demand";

  /** A month is as long as the longest: nobody is late because February is short. */
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "nightly", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(31));

  private static final Map<String, Duration> UNITS =
      Map.of(
          "minute", Duration.ofMinutes(1),
          "hour", Duration.ofHours(1),
          "day", Duration.ofDays(1),
          "week", Duration.ofDays(7));

  private static final Pattern EVERY =
      Pattern.compile("every (?:([1-9][0-9]{0,3}) )?(minute|hour|day|week)s?");

  /** When in the day it runs changes nothing about how often. */
  private static final Pattern TIME = Pattern.compile(" at [0-9].*");

  /**
   * The schedule that some words mean, {@code daily at 06:00} among them.
   *
   * @return empty for on demand and for unknown words
   */
  public static Optional<Schedule> of(String text) {
    String words = normal(text);
    String often = TIME.matcher(words).replaceFirst("");
    Matcher every = EVERY.matcher(often);
    Duration period = PERIODS.get(often);
    if (every.matches()) {
      long count = every.group(1) == null ? 1 : Long.parseLong(every.group(1));
      period = UNITS.get(every.group(2)).multipliedBy(count);
    }
    return Optional.ofNullable(period).map(known -> new Schedule(words, known));
  }

  /** Whether the words are understood, on demand among them. */
  public static boolean isKnown(String text) {
    return normal(text).equals(ON_DEMAND) || of(text).isPresent();
  }

  /** The word for a period, where there is one. */
  public static Optional<String> word(double seconds) {
    return PERIODS.entrySet().stream()
        .filter(e -> Math.abs(e.getValue().toSeconds() / seconds - 1) < 0.1)
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }

  /** Runs a day. */
  public double runsPerDay() {
    return (double) Duration.ofDays(1).toSeconds() / period.toSeconds();
  }

  private static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
  }
}
