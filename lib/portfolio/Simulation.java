//SOURCES ../project/LabException.java
package portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import project.LabException;

/**
 * What is simulated.
 *
 * @param models from 1
 * @param days from 28: fewer show neither a trend nor a turn of the month
 * @param seed any number; the same seed gives the same history on every machine
 * @param strength how strongly the offenders show: 1 for what nobody should miss, less for weaker
 *     ones
 * @param firstDay in UTC, as all times of the history
 */
public record Simulation(int models, int days, long seed, double strength, LocalDate firstDay) {
  private static final int MOST_MODELS = 1000;
  private static final int FEWEST_DAYS = 28;
  private static final int MOST_DAYS = 1100;

  private static final double MOST_STRENGTH = 3;

  /** Days after a month's end that the history must go on to show that it was one. */
  private static final int AFTER_MONTH_END = 5;

  /** Checks the ranges. */
  public Simulation {
    check("--models", models, 1, MOST_MODELS);
    check("--days", days, FEWEST_DAYS, MOST_DAYS);
    if (!(strength > 0 && strength <= MOST_STRENGTH)) {
      throw LabException.usage(
          "--strength %s is out of range (wanted above 0, up to %s)"
              .formatted(strength, MOST_STRENGTH));
    }
  }

  private static void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw LabException.usage(
          "%s %d is out of range (wanted %d to %d)".formatted(option, value, least, most));
    }
  }

  /** The first moment. */
  Instant begin() {
    return firstDay.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The first moment after it. */
  Instant end() {
    return firstDay.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** How many month ends it shows, with days on both sides. */
  long monthEnds() {
    return IntStream.range(AFTER_MONTH_END, days - AFTER_MONTH_END)
        .mapToObj(firstDay::plusDays)
        .filter(d -> d.getDayOfMonth() == d.lengthOfMonth())
        .count();
  }
}
