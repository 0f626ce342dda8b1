//SOURCES ModelStats.java
//SOURCES Offence.java
package portfolio;

import java.util.Optional;

/** Finds a model that gets a little slower every week. */
final class SlowDrift {
  /** 1 in 200 by chance; and chance would have to make a quarter of the duration besides. */
  private static final double Z = 2.58;

  private SlowDrift() {}

  static String rule(FixRules rules) {
    return ("The typical run of a day takes at least %s longer at the end than at the beginning"
            + " (Sen slope of the log daily medians, weekday by weekday), and the seasonal"
            + " Kendall test is beyond z %s; from 10 days with runs in 4 weeks on. EUR: what"
            + " its runs cost more than at the beginning, on average over the log, as the costs"
            + " beside it are; at the end it is more.")
        .formatted(PortfolioText.percent(rules.driftAdded()), Z);
  }

  static Optional<Offence> of(ModelStats model, FixRules rules) {
    return model
        .growth()
        .filter(g -> g.z() > Z && g.added() >= rules.driftAdded())
        .map(g -> offence(model, g));
  }

  private static Offence offence(ModelStats model, Growth growth) {
    double runsPerMonth = model.success().runs() * model.monthFactor();
    double addedSec = growth.meanSec() - growth.firstSec();
    return new Offence(
        Offence.Kind.SLOW_DRIFT,
        runsPerMonth * addedSec * model.history().eurPerHour() / 3600,
        "a typical run went from %s to %s in %d days, %s more each month"
            .formatted(
                PortfolioText.time(growth.firstSec()),
                PortfolioText.time(growth.lastSec()),
                growth.days(),
                PortfolioText.percent(growth.addedPerMonth())));
  }
}
