//SOURCES ../project/LabException.java
package portfolio;

import project.LabException;

/**
 * From where on a model is put on the list of what to fix. Each is a question of what is worth
 * somebody's time, so each is an option; whether chance could have made it is a question of
 * statistics, and its limits are constants of the rules.
 *
 * @param hogTimes a cost hog costs this many times what its tier and schedule usually cost, above 1
 * @param driftAdded a drifting model takes longer by this share than at the beginning, above 0
 * @param flakyShare more than this share of a flaky model's runs begin an outage, from 0, below 1
 * @param monthEndTimes a month-end peak is this many times a usual day, above 1
 */
public record FixRules(
    double hogTimes, double driftAdded, double flakyShare, double monthEndTimes) {
  /**
   * Machines come in sizes of 2x, and the data of one team may be twice those of another: up to 4x
   * has ordinary reasons.
   */
  public static final double HOG_TIMES = 5;

  /** A quarter longer: what a job run in a fixed window must have in reserve. */
  public static final double DRIFT_ADDED = 0.25;

  /** Twice what a goal of 99 % allows. */
  public static final double FLAKY_SHARE = 0.02;

  /** A day with twice the rows is ordinary; a day beyond that needs a plan of its own. */
  public static final double MONTH_END_TIMES = 2;

  /** The limits above. */
  public static final FixRules DEFAULTS =
      new FixRules(HOG_TIMES, DRIFT_ADDED, FLAKY_SHARE, MONTH_END_TIMES);

  /** Checks the ranges. */
  public FixRules {
    check(hogTimes > 1, "--hog-times", hogTimes, "a factor above 1");
    check(driftAdded > 0, "--drift-percent", 100 * driftAdded, "a percentage above 0");
    check(
        flakyShare >= 0 && flakyShare < 1,
        "--flaky-percent",
        100 * flakyShare,
        "a percentage from 0, below 100");
    check(monthEndTimes > 1, "--month-end-times", monthEndTimes, "a factor above 1");
  }

  private static void check(boolean within, String option, double value, String wanted) {
    if (!within || Double.isInfinite(value)) {
      throw LabException.usage(
          "%s %s is out of range (wanted %s)".formatted(option, value, wanted));
    }
  }
}
