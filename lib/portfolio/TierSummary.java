//SOURCES Portfolio.java
//SOURCES ../compare/SuccessRate.java
package portfolio;

import compare.SuccessRate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The models of one tier together.
 *
 * @param tier {@code T1}, or {@code -} for models without one
 * @param models how many
 * @param watched how many of them have a schedule that says when their data are late
 * @param inTime how many of those are in time now
 * @param shareInTime the mean share of the time in which their data were; empty when none is
 *     watched
 * @param worstShare the same of the worst of them
 * @param breaches how often data became late
 * @param success runs that succeeded, of all
 * @param repairs of all outages
 * @param eurPerMonth EUR
 */
public record TierSummary(
    String tier,
    int models,
    int watched,
    int inTime,
    OptionalDouble shareInTime,
    OptionalDouble worstShare,
    int breaches,
    SuccessRate success,
    OutageTimes repairs,
    double eurPerMonth) {

  /** A summary for each tier, {@code T1} first. */
  public static List<TierSummary> of(Portfolio portfolio) {
    return portfolio.models().stream()
        .collect(Collectors.groupingBy(m -> order(m.tier()), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(TierSummary::of)
        .toList();
  }

  /** Models without a tier come last. */
  private static String order(String tier) {
    return tier.equals("-") ? "~" : tier;
  }

  private static TierSummary of(List<ModelStats> models) {
    List<DataAge> ages = models.stream().flatMap(m -> m.age().stream()).toList();
    return new TierSummary(
        models.get(0).tier(),
        models.size(),
        ages.size(),
        (int) ages.stream().filter(a -> !a.lateNow()).count(),
        ages.stream().mapToDouble(DataAge::shareInTime).average(),
        ages.stream().mapToDouble(DataAge::shareInTime).min(),
        ages.stream().mapToInt(DataAge::breaches).sum(),
        new SuccessRate(
            models.stream().mapToInt(m -> m.success().succeeded()).sum(),
            models.stream().mapToInt(m -> m.success().runs()).sum()),
        OutageTimes.of(models.stream().flatMap(m -> m.outages().stream()).toList()),
        models.stream().mapToDouble(ModelStats::eurPerMonth).sum());
  }
}
