//DEPS org.apache.commons:commons-statistics-distribution:1.2
//SOURCES Estimate.java
//SOURCES Tail.java
package compare;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Whether runs show that a p95 is above its budget, or below it. Distribution-free, and one-sided
 * with 95 % confidence each way: if the true p95 were the budget, each run would be above it with a
 * chance of 5 %, so that two of six runs above it have a chance of 3 %. A single one never breaks it.
 * Few runs can show a budget to be broken; that it is kept takes {@link Tail#RUNS_FOR_A_BOUND}.
 *
 * @param over runs above the budget
 * @param runs at least 1
 * @param chance of so many or more above it, if the true p95 is the budget, from 0 to 1
 * @param tail of the runs
 * @param budgetSec what 95 % of the runs may take
 */
public record TailBudget(int over, int runs, double chance, Tail tail, double budgetSec) {
  private static final double P95 = 0.95;

  /** What the runs say about the budget. */
  public enum Answer {
    /** The true p95 is above it. */
    BROKEN,
    /** The true p95 is not above it. */
    KEPT,
    /** So few runs cannot tell. */
    NOT_SHOWN
  }

  /**
   * Judges runs.
   *
   * @param sec their times, at least one
   */
  public static TailBudget of(double[] sec, double budgetSec) {
    int over = 0;
    for (double one : sec) {
      over += one > budgetSec ? 1 : 0;
    }
    return new TailBudget(over, sec.length, chance(over, sec.length), Tail.of(sec), budgetSec);
  }

  private static double chance(int over, int runs) {
    return over == 0
        ? 1
        : BinomialDistribution.of(runs, 1 - P95).survivalProbability(over - 1);
  }

  /** The answer. */
  public Answer answer() {
    if (over > 1 && chance <= 1 - Estimate.CONFIDENCE) {
      return Answer.BROKEN;
    }
    boolean bounded = tail.upperBound().isPresent();
    return bounded && tail.upperBound().getAsDouble() <= budgetSec
        ? Answer.KEPT
        : Answer.NOT_SHOWN;
  }
}
