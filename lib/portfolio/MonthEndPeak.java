//SOURCES ModelStats.java
//SOURCES Offence.java
//SOURCES ../compare/Quantile.java
package portfolio;

import compare.Quantile;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Finds a model whose runs take far longer at every turn of the month. */
final class MonthEndPeak {
  /** Days from the last of a month: jobs that close a month run a little before or after it. */
  private static final int FIRST_DAY = -2;

  private static final int LAST_DAY = 3;

  /** One month end is one bad day. */
  private static final int MONTH_ENDS = 2;

  /** How many days before and after say what is usual: it may drift over the year. */
  private static final int AROUND = 12;

  /** With fewer days around it nobody can say what is usual. */
  private static final int USUAL_DAYS = 5;

  private MonthEndPeak() {}

  static String rule(FixRules rules) {
    return ("On the same day of the turn of the month (from two days before its last to the third"
            + " of the next) a typical run takes %s one of the days around it or more, as the"
            + " median of the month ends, of which there are at least %d, and none of them is"
            + " below %s. EUR: the longer runs of those days.")
        .formatted(
            PortfolioText.times(rules.monthEndTimes()),
            MONTH_ENDS,
            PortfolioText.times(least(rules)));
  }

  /** A day at a turn of the month: how it compares with the days around. */
  private record Turn(double sec, double usualSec) {
    double times() {
      return sec / usualSec;
    }
  }

  static Optional<Offence> of(ModelStats model, FixRules rules) {
    List<List<Turn>> peaks =
        IntStream.rangeClosed(FIRST_DAY, LAST_DAY)
            .mapToObj(offset -> turns(model.daily(), offset))
            .filter(t -> t.size() >= MONTH_ENDS)
            .filter(t -> isPeak(t, rules))
            .toList();
    return peaks.isEmpty() ? Optional.empty() : Optional.of(offence(model, peaks));
  }

  private static boolean isPeak(List<Turn> turns, FixRules rules) {
    double[] times = turns.stream().mapToDouble(Turn::times).toArray();
    return Quantile.of(times, 0.5) >= rules.monthEndTimes()
        && Quantile.of(times, 0) >= least(rules);
  }

  /** Half of it, as factors go: a month end on a Sunday may be milder, but must be one. */
  private static double least(FixRules rules) {
    return Math.sqrt(rules.monthEndTimes());
  }

  /** The day that lies {@code offset} days from the last of a month, for every month. */
  private static List<Turn> turns(DailyTimes daily, int offset) {
    List<Turn> turns = new ArrayList<>();
    if (daily.days().length == 0) {
      return turns;
    }
    YearMonth last = YearMonth.from(LocalDate.ofEpochDay(daily.days()[daily.days().length - 1]));
    YearMonth first = YearMonth.from(LocalDate.ofEpochDay(daily.days()[0])).minusMonths(1);
    for (YearMonth m = first; !m.isAfter(last); m = m.plusMonths(1)) {
      LocalDate end = m.atEndOfMonth();
      OptionalDouble sec = daily.on(end.plusDays(offset));
      double[] usual =
          LongStream.rangeClosed(-AROUND, AROUND)
              .filter(d -> d < FIRST_DAY || d > LAST_DAY)
              .mapToObj(d -> daily.on(end.plusDays(d)))
              .flatMapToDouble(OptionalDouble::stream)
              .toArray();
      double usualSec = usual.length < USUAL_DAYS ? 0 : Quantile.of(usual, 0.5);
      if (sec.isPresent() && usualSec > 0) {
        turns.add(new Turn(sec.getAsDouble(), usualSec));
      }
    }
    return turns;
  }

  private static Offence offence(ModelStats model, List<List<Turn>> peaks) {
    List<Turn> turns = peaks.stream().flatMap(List::stream).toList();
    double[] times = turns.stream().mapToDouble(Turn::times).sorted().toArray();
    double runsPerDay = (double) model.success().runs() / model.daily().days().length;
    double extraSec = turns.stream().mapToDouble(t -> t.sec() - t.usualSec()).sum() * runsPerDay;
    int monthEnds = peaks.get(0).size();
    return new Offence(
        Offence.Kind.MONTH_END,
        extraSec * model.history().eurPerHour() / 3600 * model.monthFactor(),
        "at %d of %d month ends a run takes %s to %s a usual one (typically %s)"
            .formatted(
                monthEnds,
                monthEnds,
                PortfolioText.times(times[0]),
                PortfolioText.times(times[times.length - 1]),
                PortfolioText.time(
                    Quantile.of(turns.stream().mapToDouble(Turn::sec).toArray(), 0.5))));
  }
}
