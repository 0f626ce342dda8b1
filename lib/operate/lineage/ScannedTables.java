//SOURCES LineageRun.java
//SOURCES TableName.java
//SOURCES ../../spark/RunEvidence.java
package operate.lineage;

import java.util.Map;
import java.util.TreeMap;
import operate.lineage.LineageRun.Size;
import spark.PlanFacts;
import spark.RunEvidence;

/**
 * What the plans of a run really read, whatever the job announced.
 *
 * @param byPath rows, files and bytes of each folder, all its scans added up; without those that
 *     the run wrote itself, to look at what it had written
 */
public record ScannedTables(Map<String, Size> byPath) {

  /** The scans in what Spark said of a run. */
  public static ScannedTables of(RunEvidence evidence) {
    Map<String, Size> byPath = new TreeMap<>();
    for (PlanFacts.ScanFact scan : evidence.all(PlanFacts::scans)) {
      if (!scan.path().isEmpty()) {
        byPath.merge(
            scan.path(), new Size(scan.rows(), scan.filesRead(), scan.bytes()), Size::plus);
      }
    }
    evidence.lineage().forEach(written -> byPath.remove(written.path()));
    return new ScannedTables(byPath);
  }

  /** What was read of a table, all its variants added up. */
  public Size of(String table) {
    return byPath.entrySet().stream()
        .filter(e -> TableName.of(e.getKey()).qualified().equals(table))
        .map(Map.Entry::getValue)
        .reduce(Size::plus)
        .orElse(Size.UNKNOWN);
  }
}
