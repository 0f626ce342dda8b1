//SOURCES ../../compare/ClopperPearson.java
//SOURCES ../../compare/Estimate.java
package operate.slo;

import compare.ClopperPearson;
import compare.Estimate;

/**
 * Runs that did what was wanted, out of those there were in a window, against a goal for their
 * share.
 *
 * <p>The goal is for the window: of the runs planned in it a few may be bad, which is the error
 * budget.
 *
 * <ul>
 *   <li>It is <b>missed</b> when more runs were bad than that, whatever comes; and before, when the
 *       runs rule it out: the largest true share they are compatible with (one-sided 95 %
 *       Clopper-Pearson) is below it. A single bad run rules nothing out, for that is what a budget
 *       is for.
 *   <li>It is <b>kept</b> when the smallest such share reaches it; and when the window is complete
 *       and inside its budget, even if a planned run that did not happen counts as bad. For that
 *       the window must hold as many runs as could show the goal: a handful of good ones keeps
 *       nothing.
 *   <li>In between the runs do not tell.
 * </ul>
 *
 * @param good from 0 to {@code runs}
 * @param runs at least 1
 * @param goal share of good runs that is wanted, above 0 and below 1
 * @param planned runs in the window by the schedule; where more ran, those are the plan
 */
public record RunShare(int good, int runs, double goal, double planned) {
  /** Of the budget, which is computed in binary: 1 - 0.99 is not quite 0.01. */
  private static final double ROUNDING = 1e-9;

  /** Nobody runs a job so often. */
  private static final int MOST = 1 << 30;

  /** Checks the range. */
  public RunShare {
    if (runs < 1 || good < 0 || good > runs || !(goal > 0 && goal < 1) || !(planned >= 0)) {
      throw new IllegalArgumentException(
          "%d of %d runs, goal %s, planned %s".formatted(good, runs, goal, planned));
    }
  }

  /** Runs that were not good. */
  public int bad() {
    return runs - good;
  }

  /** The share that was measured. */
  public double measured() {
    return (double) good / runs;
  }

  /** The smallest true share these runs are compatible with: one-sided, 95 %. */
  public double atLeast() {
    return ClopperPearson.atLeast(good, runs, Estimate.CONFIDENCE);
  }

  /** The largest true share these runs are compatible with: one-sided, 95 %. */
  public double atMost() {
    return ClopperPearson.atMost(good, runs, Estimate.CONFIDENCE);
  }

  /** The error budget: how many runs of the window may be bad, with decimals. */
  public double budget() {
    return (1 - goal) * Math.max(planned, runs);
  }

  /** What is left of the budget; negative when it is overspent. */
  public double budgetLeft() {
    return budget() - bad();
  }

  /** Whether more runs were bad than the window may have. */
  public boolean overspent() {
    return budgetLeft() < -ROUNDING;
  }

  /** Whether the runs are too bad to be compatible with the goal, with budget left or not. */
  public boolean ruledOut() {
    return bad() > 1 && atMost() < goal;
  }

  /** Whether the goal was missed. */
  public boolean missed() {
    return overspent() || ruledOut();
  }

  /** Whether the runs prove the goal. */
  public boolean shown() {
    return atLeast() >= goal;
  }

  /** Whether the goal was kept. */
  public boolean kept() {
    boolean complete = couldShow() && runs >= complete();
    return !missed() && (shown() || complete);
  }

  /** Whether a window without a bad run could show the goal. */
  private boolean couldShow() {
    return planned >= needed(goal, 0);
  }

  /** How many runs keep the window inside its budget, the planned ones that are missing as bad. */
  private int complete() {
    return (int) Math.ceil(planned + bad() - budget() - ROUNDING);
  }

  /** Whether not even a window full of good runs could show the goal. */
  public boolean windowTooSmall() {
    return planned > 0 && !couldShow();
  }

  /** How many runs prove the goal if no further one is bad: the fewest, these included. */
  public int needed() {
    return needed(goal, bad());
  }

  /** How many further runs, none of them bad, it takes to keep the goal. */
  public int more() {
    int enough = couldShow() ? Math.min(needed(), complete()) : needed();
    return Math.max(0, enough - runs);
  }

  /** How many runs prove a goal when so many of them are bad: the fewest. */
  public static int needed(double goal, int bad) {
    int enough = bad + 1;
    while (enough < MOST && !proves(enough, bad, goal)) {
      enough = (int) Math.min(MOST, 2L * enough);
    }
    int tooFew = bad;
    while (enough - tooFew > 1) {
      int middle = tooFew + (enough - tooFew) / 2;
      if (proves(middle, bad, goal)) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }

  private static boolean proves(int runs, int bad, double goal) {
    return ClopperPearson.atLeast(runs - bad, runs, Estimate.CONFIDENCE) >= goal;
  }
}
