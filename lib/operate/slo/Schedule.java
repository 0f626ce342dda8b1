package operate.slo;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the schedule of a registry line says about the number of runs. */
public final class Schedule {
  private static final Map<String, Double> WORDS =
      Map.of("hourly", 24.0, "daily", 1.0, "nightly", 1.0, "weekly", 1 / 7.0, "monthly", 1 / 30.0);

  private static final Pattern EVERY =
      Pattern.compile("every (?:(\\d{1,4}) )?(minute|hour|day|week)s?");

  private static final Map<String, Double> A_DAY =
      Map.of("minute", 1440.0, "hour", 24.0, "day", 1.0, "week", 1 / 7.0);

  private Schedule() {}

  /**
   * Runs a day of {@code hourly}, {@code daily}, {@code weekly}, {@code monthly} (of 30 days),
   * {@code every 15 minutes}, {@code every 2 hours}; words after one of these, as {@code daily at
   * 06:00}, change nothing.
   *
   * @return empty for anything else, as {@code on demand}
   */
  public static OptionalDouble runsPerDay(String schedule) {
    String text = schedule.strip().toLowerCase(Locale.ROOT);
    Matcher every = EVERY.matcher(text);
    if (every.lookingAt()) {
      int apart = every.group(1) == null ? 1 : Integer.parseInt(every.group(1));
      return apart == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(A_DAY.get(every.group(2)) / apart);
    }
    Double runs = WORDS.get(text.split("\\W", 2)[0]);
    return runs == null ? OptionalDouble.empty() : OptionalDouble.of(runs);
  }
}
