//SOURCES ModelHistory.java
//SOURCES ../compare/Quantile.java
package portfolio;

import compare.Quantile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * The typical run of each day: its median, which a single slow run cannot move.
 *
 * @param days with at least one run whose duration counts, rising, as {@link LocalDate#toEpochDay}
 * @param medianSec of each of those days
 */
public record DailyTimes(long[] days, double[] medianSec) {

  /** The days of a model; a run belongs to the day it began on. */
  public static DailyTimes of(ModelHistory model, ZoneId zone) {
    LongStream.Builder days = LongStream.builder();
    DoubleStream.Builder medians = DoubleStream.builder();
    DoubleStream.Builder today = null;
    Instant tomorrow = Instant.MIN;
    for (ModelRun run : model.runs()) {
      if (!run.timed()) {
        continue;
      }
      // Runs are sorted by start: a calendar is asked once a day, not once a run.
      if (today == null || !run.start().isBefore(tomorrow)) {
        close(today, medians);
        LocalDate date = LocalDate.ofInstant(run.start(), zone);
        tomorrow = date.plusDays(1).atStartOfDay(zone).toInstant();
        days.add(date.toEpochDay());
        today = DoubleStream.builder();
      }
      today.add(run.durationSec());
    }
    close(today, medians);
    return new DailyTimes(days.build().toArray(), medians.build().toArray());
  }

  private static void close(DoubleStream.Builder day, DoubleStream.Builder medians) {
    if (day != null) {
      medians.add(Quantile.of(day.build().toArray(), 0.5));
    }
  }

  /** The typical run of one day, seconds; empty when none counts. */
  OptionalDouble on(LocalDate day) {
    int at = Arrays.binarySearch(days, day.toEpochDay());
    return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(medianSec[at]);
  }
}
