//SOURCES ModelHistory.java
//SOURCES ../compare/Quantile.java
package operate;

import compare.Quantile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The typical run of each day: its median, which a single slow run cannot move.
 *
 * @param days with at least one run whose duration counts, rising, as {@link
 *     LocalDate#toEpochDay}
 * @param medianSec of each of those days
 */
public record DailyTimes(long[] days, double[] medianSec) {

  /** The days of a model; a run belongs to the day it began on. */
  public static DailyTimes of(ModelHistory model, ZoneId zone) {
    TreeMap<Long, List<Double>> byDay =
        model.runs().stream()
            .filter(ModelRun::timed)
            .collect(
                Collectors.groupingBy(
                    r -> LocalDate.ofInstant(r.start(), zone).toEpochDay(),
                    TreeMap::new,
                    Collectors.mapping(ModelRun::durationSec, Collectors.toList())));
    return new DailyTimes(
        byDay.keySet().stream().mapToLong(d -> d).toArray(),
        byDay.values().stream()
            .mapToDouble(v -> Quantile.of(v.stream().mapToDouble(d -> d).toArray(), 0.5))
            .toArray());
  }

  /** The typical run of one day, seconds; empty when none counts. */
  OptionalDouble on(LocalDate day) {
    int at = Arrays.binarySearch(days, day.toEpochDay());
    return at < 0 ? OptionalDouble.empty() : OptionalDouble.of(medianSec[at]);
  }
}
