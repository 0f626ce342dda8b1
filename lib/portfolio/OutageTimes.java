//SOURCES Outage.java
//SOURCES ../compare/Quantile.java
package portfolio;

import compare.Quantile;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How long repairs took.
 *
 * @param closed how many outages were repaired
 * @param open how many are not: they are in no mean
 * @param meanMin MTTR, minutes; empty where nothing was repaired
 * @param medianMin minutes
 * @param longestMin minutes
 */
public record OutageTimes(
    int closed,
    int open,
    OptionalDouble meanMin,
    OptionalDouble medianMin,
    OptionalDouble longestMin) {

  /** The repair times of some outages, of one model or of many. */
  public static OutageTimes of(List<Outage> outages) {
    double[] minutes =
        outages.stream()
            .flatMap(o -> o.repairTime().stream())
            .mapToDouble(d -> d.toMillis() / 60_000.0)
            .toArray();
    return new OutageTimes(
        minutes.length,
        outages.size() - minutes.length,
        DoubleStream.of(minutes).average(),
        minutes.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantile.of(minutes, 0.5)),
        DoubleStream.of(minutes).max());
  }
}
