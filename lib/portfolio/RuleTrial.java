//SOURCES SimulatedHistory.java
//SOURCES TruthCheck.java
package portfolio;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the rules find of what is planted in simulated platforms, and what they find besides.
 *
 * @param planted offenders
 * @param missed those not found for what they are, with the seed
 * @param innocent models that are no offenders
 * @param falseAlarms those of them that are on the list
 */
public record RuleTrial(int planted, List<String> missed, int innocent, int falseAlarms) {
  private static final int SEEDS = 20;
  private static final int MODELS = 65;
  private static final int DAYS = 90;
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

  /** The trial with the offenders as they are planted by default; a test runs it again. */
  public static final String FULL =
      "240 of 240 planted offenders found, 5 false alarms among 1060 other models";

  /** The trial with offenders half as strong; a test runs it again. */
  public static final String HALF =
      "198 of 240 planted offenders found, 5 false alarms among 1060 other models";

  /** How the trials were made. */
  public static final String HOW =
      "%d simulated platforms of %d models and %d days (seeds 1 to %d)"
          .formatted(SEEDS, MODELS, DAYS, SEEDS);

  /** Simulates platforms whose offenders show as strongly as this, and looks for them. */
  public static RuleTrial run(double strength) {
    int planted = 0;
    int innocent = 0;
    int falseAlarms = 0;
    List<String> missed = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      SimulatedHistory history =
          SimulatedHistory.of(new Simulation(MODELS, DAYS, seed, strength, FIRST_DAY));
      Portfolio portfolio =
          Portfolio.of(history.histories(), Optional.empty(), Optional.empty(), ZoneOffset.UTC);
      TruthCheck check =
          TruthCheck.of(history.offenders(), FixList.of(portfolio, FixRules.DEFAULTS));
      planted += check.planted();
      innocent += check.innocent();
      falseAlarms += check.falseAlarms().size();
      for (String model : check.missed()) {
        missed.add("seed %d: %s".formatted(seed, model));
      }
    }
    return new RuleTrial(planted, List.copyOf(missed), innocent, falseAlarms);
  }

  /** The trial in words. */
  public String sentence() {
    return "%d of %d planted offenders found, %d false alarms among %d other models"
        .formatted(planted - missed.size(), planted, falseAlarms, innocent);
  }
}
