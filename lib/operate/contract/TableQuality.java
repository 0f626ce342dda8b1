//SOURCES CheckResult.java
//SOURCES Contract.java
//SOURCES QualityMetric.java
//SOURCES TableAtHand.java
//SOURCES TableCheck.java
package operate.contract;

import java.time.Instant;
import java.util.List;

/**
 * A table held against its contract.
 *
 * @param rows of the table
 * @param results one for each rule that applies, in the contract's order
 * @param metrics of the quality snapshot
 */
public record TableQuality(
    Contract contract, long rows, List<CheckResult> results, List<QualityMetric> metrics) {

  /**
   * Checks a table. Everything about single rows is counted in one pass, with one more for each key
   * that has to be unique; only a breach costs another one, which finds its rows.
   *
   * @param key more columns whose duplicates go into the metrics; empty for none
   * @param now for what is said about latency
   * @throws project.LabException when a rule cannot be understood with these columns
   */
  public static TableQuality of(
      Contract contract, TableAtHand table, List<String> key, Instant now) {
    return new TableCheck(contract, table).run(key, now);
  }

  /** The breaches that forbid to use or publish the table. */
  public List<CheckResult.Breached> errors() {
    return breaches(Severity.ERROR);
  }

  /** The breaches that somebody should look at. */
  public List<CheckResult.Breached> warnings() {
    return breaches(Severity.WARNING);
  }

  /** The promises that nothing can be said of. */
  public List<CheckResult.NotChecked> notChecked() {
    return results.stream()
        .filter(CheckResult.NotChecked.class::isInstance)
        .map(CheckResult.NotChecked.class::cast)
        .toList();
  }

  private List<CheckResult.Breached> breaches(Severity severity) {
    return results.stream()
        .filter(CheckResult.Breached.class::isInstance)
        .map(CheckResult.Breached.class::cast)
        .filter(b -> b.rule().severity() == severity)
        .toList();
  }
}
