package operate.contract;

import java.util.Optional;

/**
 * A column that a contract declares; the standard calls it a property.
 *
 * @param name in the contract
 * @param id that other contracts refer to it by; the name when there is none
 * @param stored its name in the files; the name unless the contract gives another
 * @param logicalType {@code string}, {@code integer}, … of the standard; empty when not given
 * @param physicalType Spark's, {@code decimal(8,2)}; empty when not given
 * @param partitioned whether the folders are named after it
 * @param place where it is written: {@code ops/contracts/raw.customers.odcs.yaml line 31}
 */
public record ContractColumn(
    String name,
    String id,
    String stored,
    Optional<String> logicalType,
    Optional<String> physicalType,
    boolean partitioned,
    String place) {

  /** As declared: {@code amount decimal(8,2)}. */
  String declared() {
    return (stored + " " + physicalType.or(() -> logicalType).orElse("")).strip();
  }
}
