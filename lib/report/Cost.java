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
import java.util.Locale;
import project.LabProperties;
import runs.Run;

/**
 * What the compared runs cost: job time x hourly rate.
 *
 * @param eurPerHour the one rate all runs are priced with
 * @param source where the rate comes from, with its date when it is known
 * @param runsPerDay to scale a cost per run to a month
 */
public record Cost(double eurPerHour, String source, int runsPerDay) {
  private static final int DAYS = 30;

  /** The rate the runs were logged with, or the default where they were logged with several. */
  static Cost of(List<Run> compared, LabProperties defaults) {
    double[] rates = compared.stream().mapToDouble(Run::rateEurPerHour).distinct().toArray();
    String dated = "conf/lab.properties, looked up " + defaults.rateDate();
    if (rates.length > 1) {
      return new Cost(defaults.rateEurPerHour(), dated, defaults.runsPerDay());
    }
    boolean isDefault = rates[0] == defaults.rateEurPerHour();
    return new Cost(rates[0], isDefault ? dated : "given with --rate", defaults.runsPerDay());
  }

  /** The cost of one run of this many seconds, EUR. */
  double ofRun(double durationSec) {
    return durationSec / 3600 * eurPerHour;
  }

  /** The cost of a month of 30 days, EUR, when one run takes this many seconds. */
  double ofMonth(double durationSec) {
    return ofRun(durationSec) * runsPerDay * DAYS;
  }

  /**
   * What a month of runs saves.
   *
   * @param beforeSec median time of a run as it was
   * @param ratio interval of the speed-up
   */
  EurRange savingPerMonth(double beforeSec, Interval ratio) {
    EurRange rate = new EurRange(eurPerHour, eurPerHour);
    return Saving.of(beforeSec, ratio, rate, runsPerDay * DAYS).perMonth();
  }

  /** The rate in words: {@code 2.50 EUR per hour (conf/lab.properties, looked up 2026-11-01)}. */
  String rate() {
    return String.format(Locale.ROOT, "%.2f EUR per hour (%s)", eurPerHour, source);
  }
}
