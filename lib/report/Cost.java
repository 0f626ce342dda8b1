//SOURCES Numbers.java
//SOURCES ../compare/EurRange.java
//SOURCES ../compare/Interval.java
//SOURCES ../compare/Saving.java
//SOURCES ../project/LabProperties.java
//SOURCES ../runs/Run.java
package report;

import compare.EurRange;
import compare.Interval;
import compare.Saving;
import java.util.List;
import project.LabProperties;
import runs.Run;

/**
 * What the compared runs cost: job time x hourly rate, as a range where the rate is one.
 *
 * @param eurPerHour what all runs are priced with; both ends equal where the rate is known
 * @param source where the rate comes from, with its date when it is known
 * @param runsPerDay to scale a cost per run to a month
 */
public record Cost(EurRange eurPerHour, String source, int runsPerDay) {
  private static final int DAYS = 30;

  /** The run log keeps three decimals of a rate. */
  private static final double ROUNDING = 5e-4;

  /**
   * The default rate with its range, unless all runs were logged with another one. Nobody knows the
   * range of that.
   */
  public static Cost of(List<Run> compared, LabProperties defaults) {
    double[] rates = compared.stream().mapToDouble(Run::rateEurPerHour).distinct().toArray();
    double first = rates[0];
    if (rates.length == 1 && Math.abs(first - defaults.rateEurPerHour()) > ROUNDING) {
      return new Cost(new EurRange(first, first), "given with --rate", defaults.runsPerDay());
    }
    return new Cost(
        new EurRange(defaults.lowestRate(), defaults.highestRate()),
        "conf/lab.properties, looked up " + defaults.rateDate(),
        defaults.runsPerDay());
  }

  /** The cost of one run of this many seconds. */
  public EurRange ofRun(double durationSec) {
    return eurPerHour.times(durationSec / 3600);
  }

  /** The cost of a month of 30 days when one run takes this many seconds. */
  public EurRange ofMonth(double durationSec) {
    return ofRun(durationSec).times(runsPerDay * DAYS);
  }

  /** The cost of something that took from {@code low} to {@code high} seconds. */
  EurRange of(Interval durationSec) {
    return new EurRange(ofRun(durationSec.low()).low(), ofRun(durationSec.high()).high());
  }

  /**
   * What a run saves, and a month of runs.
   *
   * @param beforeSec average time of a run as it was: the cost beside it is made of that, and no
   *     saving may come to more
   * @param ratio interval of the speed-up
   */
  Saving saving(double beforeSec, Interval ratio) {
    return Saving.of(beforeSec, ratio, eurPerHour, runsPerDay * DAYS);
  }

  /**
   * The rate in words: {@code 2.00 to 3.00 EUR per hour (conf/lab.properties, looked up
   * 2026-11-01)}.
   */
  public String rate() {
    return "%s per hour (%s)".formatted(Numbers.eur(eurPerHour), source);
  }
}
