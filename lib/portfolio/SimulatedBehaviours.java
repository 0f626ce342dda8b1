//SOURCES SeededRandom.java
//SOURCES SimulatedModel.java
//SOURCES Simulation.java
package portfolio;

import java.time.Duration;
import java.util.List;

/** Draws how a simulated model runs, after its role. */
final class SimulatedBehaviours {
  /** The longest typical run, as a share of the period: longer ones would run into the next. */
  private static final double LONGEST = 0.75;

  /** An hour of an ordinary cluster, EUR. */
  private static final double TYPICAL_EUR = 2.5;

  private final Simulation simulation;
  private final String schedule;
  private final String tier;
  private final int layer;
  private final SimulatedRole role;
  private final SeededRandom random;

  private SimulatedBehaviours(
      Simulation simulation,
      String schedule,
      String tier,
      int layer,
      SimulatedRole role,
      SeededRandom random) {
    this.simulation = simulation;
    this.schedule = schedule;
    this.tier = tier;
    this.layer = layer;
    this.role = role;
    this.random = random;
  }

  static SimulatedBehaviour of(
      Simulation simulation,
      String schedule,
      String tier,
      int layer,
      SimulatedRole role,
      SeededRandom random) {
    return new SimulatedBehaviours(simulation, schedule, tier, layer, role, random).drawn();
  }

  private SimulatedBehaviour drawn() {
    double usualSec = random.around(typicalSec(), 0.45);
    double usualEur = random.oneOf(rates());
    double factor = factor();
    double growth =
        role == SimulatedRole.SLOW_DRIFT
            ? simulation.strength() * random.between(0.006, 0.014)
            : random.between(-0.1, 0.1) / Math.max(simulation.days(), 90);
    double stretch = role == SimulatedRole.COST_HOG ? random.between(3, 5) : longer();
    double grown = StrictMath.pow(1 + growth, simulation.days());
    double longest = LONGEST * SimulatedModel.period(schedule).toSeconds();
    double median = Math.min(usualSec * stretch, longest / Math.max(factor, grown));
    return new SimulatedBehaviour(
        offset(),
        median,
        role == SimulatedRole.SLOW_AND_STEADY ? 0.05 : random.between(0.08, 0.22),
        growth,
        random.between(1.0, 1.25),
        random.between(0.75, 1.0),
        price(usualEur, median),
        failureShare(),
        random.between(0.4, 0.9),
        spells(),
        special(),
        factor);
  }

  private double typicalSec() {
    return switch (schedule) {
      case "hourly" -> 240;
      case "daily" -> 1100;
      default -> 3000;
    };
  }

  /** EUR an hour: what matters more has the larger clusters. */
  private List<Double> rates() {
    return switch (tier) {
      case "T1" -> List.of(2.5, 2.5, 5.0);
      case "T2" -> List.of(1.25, 2.5, 2.5, 5.0);
      default -> List.of(1.25, 1.25, 2.5);
    };
  }

  private double longer() {
    return role == SimulatedRole.SLOW_AND_STEADY ? random.between(2.5, 3.5) : 1;
  }

  /** A hog has a cluster so large that a run costs 15 to 40 times a typical one. */
  private double price(double usualEur, double medianSec) {
    double eur = exactPrice(usualEur, medianSec);
    return StrictMath.rint(100 * eur) / 100;
  }

  private double exactPrice(double usualEur, double medianSec) {
    return switch (role) {
      case COST_HOG -> TYPICAL_EUR * stronger(random.between(15, 40)) * typicalSec() / medianSec;
      case WORTH_ITS_COST -> usualEur * random.between(2, 3);
      case SLOW_AND_STEADY -> 1.25;
      default -> usualEur;
    };
  }

  private double factor() {
    return switch (role) {
      case MONTH_END -> stronger(random.between(3, 6));
      case ONE_BAD_DAY -> random.between(4, 8);
      default -> 1;
    };
  }

  /** A factor, more or less of it. */
  private double stronger(double factor) {
    return StrictMath.pow(factor, simulation.strength());
  }

  private Duration offset() {
    return switch (schedule) {
      case "hourly" -> Duration.ofSeconds(120 + 1000L * layer + random.whole(0, 400));
      case "daily" -> Duration.ofSeconds(1800 + 10_800L * layer + random.whole(0, 7200));
      default ->
          Duration.ofDays(random.whole(0, 6))
              .plusSeconds(3600 + 10_800L * layer + random.whole(0, 7200));
    };
  }

  private double failureShare() {
    boolean hourly = schedule.equals("hourly");
    if (role == SimulatedRole.FLAKY) {
      double share = hourly ? random.between(0.08, 0.25) : random.between(0.18, 0.35);
      return Math.min(0.9, simulation.strength() * share);
    }
    return hourly ? random.between(0.0005, 0.004) : random.between(0.001, 0.008);
  }

  private int spells() {
    return schedule.equals("weekly") ? 0 : random.oneOf(List.of(0, 0, 1, 1, 2));
  }

  private int special() {
    return switch (role) {
      case NOT_REPAIRED, STALE -> simulation.days() - random.whole(6, 20);
      case ONE_BAD_DAY -> random.whole(3, simulation.days() - 4);
      // The day after a month's last, or the last itself.
      case MONTH_END -> random.whole(0, 1);
      default -> -1;
    };
  }
}
