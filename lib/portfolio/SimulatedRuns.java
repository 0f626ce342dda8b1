//SOURCES ModelRun.java
//SOURCES SeededRandom.java
//SOURCES SimulatedModel.java
//SOURCES Simulation.java
package portfolio;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import portfolio.ModelRun.Outcome;

/** Makes up the runs of one simulated model. */
final class SimulatedRuns {
  /** Of all runs, some take longer for no reason that anybody will ever know. */
  private static final double SLOW_SHARE = 0.02;

  /** Of the failed runs, some are killed. */
  private static final double KILLED_SHARE = 0.12;

  /** Runs after a spell: one that reaches the end would be an outage that nobody repairs. */
  private static final int REPAIRED_BEFORE_END = 3;

  private static final LocalTime BAD_FROM = LocalTime.of(6, 0);
  private static final LocalTime BAD_UNTIL = LocalTime.of(20, 0);

  private final Simulation simulation;
  private final SimulatedModel model;
  private final SimulatedBehaviour how;
  private final List<List<ModelRun>> upstream;
  private final SeededRandom random;
  private final Set<Integer> spell = new HashSet<>();
  private final List<ModelRun> runs = new ArrayList<>();

  private SimulatedRuns(
      Simulation simulation, SimulatedModel model, List<List<ModelRun>> upstream) {
    this.simulation = simulation;
    this.model = model;
    this.how = model.behaviour();
    this.upstream = upstream;
    this.random = new SeededRandom(simulation.seed(), 4L * model.number() + 3);
  }

  /**
   * The runs of a model, in the order they started.
   *
   * @param upstream the runs of the models that it reads from: it waits for them
   */
  static List<ModelRun> of(
      Simulation simulation, SimulatedModel model, List<List<ModelRun>> upstream) {
    return new SimulatedRuns(simulation, model, upstream).runs();
  }

  private List<ModelRun> runs() {
    Duration period = model.period();
    int scheduled = (int) (Duration.ofDays(simulation.days()).toSeconds() / period.toSeconds());
    for (int k = 0; k < how.spells(); k++) {
      int length = model.schedule().equals("hourly") ? random.whole(2, 6) : random.whole(2, 3);
      int first = random.whole(0, scheduled - length - REPAIRED_BEFORE_END);
      for (int i = first; i < first + length; i++) {
        spell.add(i);
      }
    }
    for (int i = 0; i < scheduled; i++) {
      Instant due = simulation.begin().plus(how.offset()).plus(period.multipliedBy(i));
      if (model.role() != SimulatedRole.STALE || day(due) < how.special()) {
        scheduledRun(i, due, i == scheduled - 1);
      }
    }
    runs.removeIf(r -> !r.end().isBefore(simulation.end()));
    runs.sort(ModelRun.BY_START);
    return List.copyOf(runs);
  }

  private void scheduledRun(int number, Instant due, boolean last) {
    Instant start = afterUpstream(due).plusMillis(random.whole(0, 90_000));
    double seconds = seconds(start);
    boolean fails = fails(number, start) || last && model.role() == SimulatedRole.JUST_FAILED;
    Instant end = add(start, seconds, !fails);
    boolean again = random.chance(how.rerunShare());
    double wait = random.between(0.05, 0.25) * model.period().toSeconds();
    if (fails && again && !last && model.role() != SimulatedRole.NOT_REPAIRED) {
      add(end.plusSeconds((long) wait), seconds, !spell.contains(number));
    }
  }

  /** When the last due run of every model that it reads from has ended, but not for ever. */
  private Instant afterUpstream(Instant due) {
    Instant start = due;
    Instant latest = due.plus(model.period().dividedBy(4));
    for (List<ModelRun> before : upstream) {
      int next = firstAfter(before, due);
      Instant end = next == 0 ? due : before.get(next - 1).end();
      start = end.isAfter(start) && end.isBefore(latest) ? end : start;
    }
    return start;
  }

  private static int firstAfter(List<ModelRun> runs, Instant time) {
    int low = 0;
    int high = runs.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (runs.get(middle).start().isAfter(time)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private long day(Instant time) {
    return Duration.between(simulation.begin(), time).toDays();
  }

  private double seconds(Instant start) {
    LocalDate date = LocalDate.ofInstant(start, ZoneOffset.UTC);
    double typical =
        how.medianSec()
            * StrictMath.pow(1 + how.growthPerDay(), day(start))
            * weekday(date.getDayOfWeek())
            * (special(date) ? how.factor() : 1);
    double seconds = random.around(typical, how.sigma());
    return random.chance(SLOW_SHARE) ? seconds * random.between(1.4, 2.5) : seconds;
  }

  private double weekday(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> how.mondayFactor();
      case SATURDAY, SUNDAY -> how.weekendFactor();
      default -> 1;
    };
  }

  private boolean special(LocalDate date) {
    return switch (model.role()) {
      case MONTH_END -> {
        LocalDate monthEnd = date.minusDays(how.special());
        yield monthEnd.getDayOfMonth() == monthEnd.lengthOfMonth();
      }
      case ONE_BAD_DAY -> date.equals(simulation.firstDay().plusDays(how.special()));
      default -> false;
    };
  }

  private boolean fails(int number, Instant start) {
    boolean onItsOwn = random.chance(how.failureShare());
    boolean lastBeforeItStops =
        model.role() == SimulatedRole.STALE && day(start.plus(model.period())) >= how.special();
    if (lastBeforeItStops) {
      return false;
    }
    LocalTime time = LocalTime.ofInstant(start, ZoneOffset.UTC);
    return onItsOwn
        || spell.contains(number)
        || model.role() == SimulatedRole.NOT_REPAIRED && day(start) >= how.special()
        || model.role() == SimulatedRole.ONE_BAD_DAY
            && day(start) == how.special()
            && model.schedule().equals("hourly")
            && time.isAfter(BAD_FROM)
            && time.isBefore(BAD_UNTIL);
  }

  private Instant add(Instant start, double usualSec, boolean succeeds) {
    boolean killed = random.chance(KILLED_SHARE);
    double part = killed ? random.between(1, 2) : random.between(0.1, 1);
    double seconds = Math.round(1000 * (succeeds ? usualSec : usualSec * part)) / 1000.0;
    Instant end = start.plusMillis(Math.round(1000 * seconds));
    Outcome failure = killed ? Outcome.ABORTED : Outcome.FAILED;
    runs.add(
        new ModelRun(
            start,
            end,
            seconds,
            succeeds ? Outcome.SUCCEEDED : failure,
            seconds * how.eurPerHour() / 3600,
            false));
    return end;
  }
}
