//SOURCES ModelStats.java
//SOURCES Offence.java
package portfolio;

import java.util.Optional;

/** Finds a model that simply does not run any more: nothing fails, and nobody is told. */
final class StaleModel {
  static final String RULE =
      "The last run succeeded, and the data are older than they may be (1.5, 2.5 or 3.5 periods for"
          + " T1, T2, T3): the scheduled runs after it are missing. EUR: none, it costs nothing.";

  private StaleModel() {}

  static Optional<Offence> of(ModelStats model) {
    return model
        .age()
        .filter(DataAge::lateNow)
        .filter(a -> model.openOutage().isEmpty())
        .map(a -> offence(model, a));
  }

  private static Offence offence(ModelStats model, DataAge age) {
    return new Offence(
        Offence.Kind.STALE,
        0,
        "no run for %s, scheduled %s; the data may be %s old"
            .formatted(
                PortfolioText.time(age.now()), model.schedule(), PortfolioText.time(age.limit())));
  }
}
