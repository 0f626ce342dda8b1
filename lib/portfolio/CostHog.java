//SOURCES ModelStats.java
//SOURCES Offence.java
//SOURCES TierTarget.java
//SOURCES ../compare/MedianPolish.java
//SOURCES ../compare/Outlier.java
//SOURCES ../compare/Quantile.java
package portfolio;

import compare.MedianPolish;
import compare.Outlier;
import compare.Quantile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Finds a model that costs far more than its tier and schedule explain. Important and frequent jobs
 * may be expensive: what is compared is what their like cost.
 */
final class CostHog {
  /** With fewer models nobody can say what is usual. */
  private static final int MODELS = 8;

  /** Three standard deviations: 1 in 700 by chance, and it would have to be 5x besides. */
  private static final double Z = 3;

  /** A T1 job may have a cluster of twice the size, so that it is surely in time. */
  private static final double T1_ALLOWANCE = 2;

  private CostHog() {}

  static String rule(FixRules rules) {
    return ("It costs at least %s what is usual for its tier and schedule, %s in T1 (Tukey's median"
            + " polish of the log costs of all models; from %d models on), lies beyond a"
            + " modified z of %.0f among them, and costs more than the average model. EUR: what"
            + " it costs beyond the usual.")
        .formatted(
            PortfolioText.times(rules.hogTimes()),
            PortfolioText.times(T1_ALLOWANCE * rules.hogTimes()),
            MODELS,
            Z);
  }

  /** The hogs, by name. */
  static Map<String, Offence> among(List<ModelStats> all, FixRules rules) {
    List<ModelStats> models = all.stream().filter(m -> m.eurPerMonth() > 0).toList();
    Map<String, Offence> found = new LinkedHashMap<>();
    if (models.size() < MODELS) {
      return found;
    }
    double[] beyond =
        MedianPolish.residuals(
            models.stream().map(ModelStats::tier).toList(),
            models.stream().map(ModelStats::schedule).toList(),
            models.stream().mapToDouble(m -> Math.log(m.eurPerMonth())).toArray());
    double[] scores = Outlier.scores(beyond);
    double average = models.stream().mapToDouble(ModelStats::eurPerMonth).average().orElseThrow();
    double rate = median(models, m -> m.history().eurPerHour());
    for (int i = 0; i < beyond.length; i++) {
      double times = Math.exp(beyond[i]);
      double eur = models.get(i).eurPerMonth();
      boolean first = models.get(i).tier().equals(TierTarget.T1.name());
      double allowed = first ? T1_ALLOWANCE * rules.hogTimes() : rules.hogTimes();
      if (times >= allowed && scores[i] > Z && eur > average) {
        found.put(models.get(i).name(), offence(models.get(i), times, rate));
      }
    }
    return found;
  }

  private static Offence offence(ModelStats model, double times, double usualRate) {
    double eur = model.eurPerMonth();
    double rate = model.history().eurPerHour();
    String price =
        rate > 2 * usualRate
            ? "; its hour costs %s EUR, %s the median of all models"
                .formatted(PortfolioText.eur(rate), PortfolioText.times(rate / usualRate))
            : "";
    return new Offence(
        Offence.Kind.COST_HOG,
        eur - eur / times,
        "%s EUR, %s what is usual for %s %s here (%s EUR)%s"
            .formatted(
                PortfolioText.eur(eur),
                PortfolioText.times(times),
                model.tier(),
                model.schedule(),
                PortfolioText.eur(eur / times),
                price));
  }

  private static double median(List<ModelStats> models, ToDoubleFunction<ModelStats> of) {
    return Quantile.of(models.stream().mapToDouble(of).toArray(), 0.5);
  }
}
