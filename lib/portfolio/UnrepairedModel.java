//SOURCES Offence.java
//SOURCES Portfolio.java
//SOURCES ../project/Quantity.java
package portfolio;

import java.time.Duration;
import java.util.Optional;
import project.Quantity;

/** Finds a model that fails and that nobody repairs. */
final class UnrepairedModel {
  private static final int DAYS = 30;

  /** Where no schedule says when data are late, a day without a repair is long. */
  private static final Duration WITHOUT_SCHEDULE = Duration.ofDays(1);

  static final String RULE =
      "The last run failed, or the last ones did, and the first of them is longer ago than the data"
          + " may be old (1.5, 2.5 or 3.5 periods for T1, T2, T3; a day without a schedule): the"
          + " next scheduled run did not repair it. EUR: its failing runs.";

  private UnrepairedModel() {}

  static Optional<Offence> of(ModelStats model, Portfolio all) {
    Duration limit = model.age().map(DataAge::limit).orElse(WITHOUT_SCHEDULE);
    return model
        .openOutage()
        .filter(o -> Duration.between(o.begin(), all.asOf()).compareTo(limit) > 0)
        .map(o -> offence(o, all));
  }

  private static Offence offence(Outage open, Portfolio all) {
    Duration since = Duration.between(open.begin(), all.asOf());
    double days = Math.max(1, since.toMillis() / (double) Duration.ofDays(1).toMillis());
    return new Offence(
        Offence.Kind.NOT_REPAIRED,
        all.monthly() ? open.costEur() * DAYS / days : open.costEur(),
        "%s failed since %s, %s ago; no success since"
            .formatted(
                Quantity.count(open.failedRuns(), "run"),
                open.begin().toString().substring(0, 16).replace('T', ' '),
                PortfolioText.time(since)));
  }
}
