//SOURCES EurRange.java
//SOURCES Interval.java
package compare;

/**
 * What a speed-up saves, as a range: from the lower end of the ratio's interval at the cheaper rate
 * to the upper end at the dearer one. The baseline's time is taken as it was measured. Duration x
 * rate is an estimate and no bill.
 *
 * @param perRun EUR
 * @param perMonth EUR
 */
public record Saving(EurRange perRun, EurRange perMonth) {

  /**
   * The saving at a rate that is known to lie in a range.
   *
   * @param baselineSec typical time of the baseline, its average where the saving stands beside a
   *     cost that is made of averages; above 0
   * @param ratio interval of baseline time / optimized time, above 0
   * @param eurPerHour at least 0; both ends equal where the rate is known
   * @param runsPerMonth as the job is scheduled, at least 0
   */
  public static Saving of(
      double baselineSec, Interval ratio, EurRange eurPerHour, double runsPerMonth) {
    Interval saved = secondsPerRun(baselineSec, ratio);
    EurRange perRun =
        new EurRange(
            saved.low() / 3600 * (saved.low() < 0 ? eurPerHour.high() : eurPerHour.low()),
            saved.high() / 3600 * (saved.high() < 0 ? eurPerHour.low() : eurPerHour.high()));
    return new Saving(perRun, perRun.times(runsPerMonth));
  }

  /**
   * The seconds a run saves: baseline · (1 - 1/ratio), negative where it loses.
   *
   * @param baselineSec above 0
   * @param ratio interval of baseline time / optimized time, above 0
   */
  public static Interval secondsPerRun(double baselineSec, Interval ratio) {
    if (!(baselineSec > 0 && ratio.low() > 0)) {
      throw new IllegalArgumentException("a saving needs a time and ratios above 0");
    }
    return new Interval(baselineSec * (1 - 1 / ratio.low()), baselineSec * (1 - 1 / ratio.high()));
  }
}
