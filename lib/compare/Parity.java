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

  /** Whether every check passed. */
  public boolean identical() {
    return checks.stream().allMatch(ParityCheck::equal);
  }
}
