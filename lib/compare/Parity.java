//SOURCES ParityCheck.java
package compare;

import java.util.List;

/**
 * Whether two runs over the same data gave the same answer.
 *
 * @param jobName the model both runs belong to
 * @param leftRunId run whose output stands on the left
 * @param leftVariant its variant
 * @param rightRunId run whose output stands on the right
 * @param rightVariant its variant
 * @param checks cheap and structural first
 */
public record Parity(
    String jobName,
    String leftRunId,
    String leftVariant,
    String rightRunId,
    String rightVariant,
    List<ParityCheck> checks) {

  /**
   * Whether every check passed, and those that every comparison makes are there: of an entry that
   * was torn the missing ones are not known.
   */
  public boolean identical() {
    return !different() && ParityCheck.ALWAYS.stream().allMatch(this::has);
  }

  /** Whether a check failed. An entry that was torn may be neither this nor identical. */
  public boolean different() {
    return checks.stream().anyMatch(check -> !check.equal());
  }

  private boolean has(String name) {
    return checks.stream().anyMatch(check -> check.is(name));
  }
}
