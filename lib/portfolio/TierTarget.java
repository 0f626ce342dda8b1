//SOURCES Cadence.java
package portfolio;

import java.time.Duration;
import java.util.Arrays;

/** How old the data of a model may get, by how much hangs on it. */
public enum TierTarget {
  /** A dashboard or a customer waits: no run may be missed. */
  T1(0),
  /** People work with it: one missed run is made up for by the next. */
  T2(1),
  /** Nobody is called at night: two in a row may be missed. */
  T3(2);

  /** Half a period for a run that starts late or takes longer. */
  private static final double SLACK = 0.5;

  private final int missedRuns;

  TierTarget(int missedRuns) {
    this.missedRuns = missedRuns;
  }

  /** Whether this is a tier. */
  public static boolean isTier(String word) {
    return Arrays.stream(values()).anyMatch(t -> t.name().equals(word));
  }

  /** The target of a tier; where nobody says which, that of the one in the middle. */
  public static TierTarget of(String tier) {
    return isTier(tier) ? valueOf(tier) : T2;
  }

  /** The age beyond which the data are late: 1.5, 2.5 or 3.5 periods. */
  public Duration limit(Cadence cadence) {
    return Duration.ofMillis(Math.round(cadence.period().toMillis() * (1 + missedRuns + SLACK)));
  }
}
