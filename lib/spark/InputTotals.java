package spark;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an output has to account for.
 *
 * @param rows of the fact table
 * @param sum of its amounts; empty where it is not known
 */
public record InputTotals(long rows, Optional<BigDecimal> sum) {
  /** Rows whose amounts are not known. */
  public static InputTotals ofRows(long rows) {
    return new InputTotals(rows, Optional.empty());
  }
}
