//SOURCES ModelStats.java
//SOURCES Offence.java
//SOURCES ../compare/ClopperPearson.java
//SOURCES ../compare/Estimate.java
package portfolio;

import compare.ClopperPearson;
import compare.Estimate;
import java.util.Optional;

/**
 * Finds a model that fails again and again and heals by itself. Counted are outages, not failed
 * runs: those of one bad day are not independent of each other, so no bound would hold for them.
 */
final class FlakyModel {
  /** Two may be bad luck. */
  private static final int OUTAGES = 3;

  private FlakyModel() {}

  static String rule(FixRules rules) {
    return ("More than %s of its runs begin an outage: the one-sided 95 %% Clopper-Pearson bound of"
            + " that share lies above it, with at least %d outages. A bad day is one outage,"
            + " however many runs fail in it. EUR: its failed runs.")
        .formatted(PortfolioText.percent(rules.flakyShare()), OUTAGES);
  }

  static Optional<Offence> of(ModelStats model, FixRules rules) {
    int outages = model.outages().size();
    int runs = model.success().runs();
    double atLeast = ClopperPearson.atLeast(outages, runs, Estimate.CONFIDENCE);
    return outages >= OUTAGES && atLeast > rules.flakyShare()
        ? Optional.of(offence(model, outages, atLeast))
        : Optional.empty();
  }

  private static Offence offence(ModelStats model, int outages, double atLeast) {
    double wasted = model.outages().stream().mapToDouble(Outage::costEur).sum();
    return new Offence(
        Offence.Kind.FLAKY,
        wasted * model.monthFactor(),
        "%d outages in %,d runs (%d failed): at least %s of the runs begin one"
            .formatted(
                outages, model.success().runs(), model.failures(), PortfolioText.percent(atLeast)));
  }
}
