//SOURCES SloVerdict.java
package operate.slo;

/**
 * One objective against what was measured, as people read it.
 *
 * @param name {@code freshness}, {@code success rate}, {@code MTTR} or {@code p95}
 * @param goal what is promised
 * @param measured what was measured, empty when nothing was
 * @param atLeast the smallest value that is compatible with the runs, in the unit of the goal;
 *     empty where there is no bound
 * @param budgetLeft what is left of the error budget, and of how much; empty where there is none
 */
public record ObjectiveCheck(
    String name,
    String goal,
    String measured,
    String atLeast,
    String budgetLeft,
    SloVerdict verdict) {

  /** Whether the promise was not kept. */
  public boolean isBroken() {
    return verdict instanceof SloVerdict.Broken;
  }
}
