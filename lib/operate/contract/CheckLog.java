//SOURCES CheckResult.java
//SOURCES TableQuality.java
//SOURCES ../../project/CsvLog.java
package operate.contract;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import project.CsvLog;

/** {@code ops/quality_metrics.csv}: what every check of a contract found, append-only. */
public final class CheckLog {
  private static final List<String> COLUMNS =
      List.of(
          "timestamp",
          "run_id",
          "table_name",
          "variant",
          "contract_version",
          "check",
          "dimension",
          "severity",
          "unit",
          "wanted",
          "found",
          "verdict",
          "examples");

  private final CsvLog csv;

  /** The log in {@code file}, which need not exist yet. */
  public CheckLog(Path file) {
    this.csv = new CsvLog(file, COLUMNS);
  }

  /**
   * Appends the results of one table, in order, with one call.
   *
   * @param runId of the run that wants to publish it; empty when a published table is looked at
   * @param variant of the job; empty for a raw table
   */
  public void append(Instant at, String runId, String variant, TableQuality quality) {
    String timestamp = at.truncatedTo(ChronoUnit.MILLIS).toString();
    csv.append(
        quality.results().stream()
            .map(
                result ->
                    Map.ofEntries(
                        Map.entry("timestamp", timestamp),
                        Map.entry("run_id", runId),
                        Map.entry("table_name", quality.contract().table()),
                        Map.entry("variant", variant),
                        Map.entry("contract_version", quality.contract().version()),
                        Map.entry("check", result.rule().name()),
                        Map.entry("dimension", result.rule().dimension()),
                        Map.entry("severity", result.rule().severity().text()),
                        Map.entry("unit", isCounted(result) ? result.rule().unit().text() : ""),
                        Map.entry("wanted", wanted(result)),
                        Map.entry("found", result.found().plain()),
                        Map.entry("verdict", result.verdict()),
                        Map.entry("examples", examples(result))))
            .toList());
  }

  private static boolean isCounted(CheckResult result) {
    boolean words = result.rule().metric() instanceof Metric.WrongColumns;
    return !words && !(result instanceof CheckResult.NotChecked);
  }

  private static String wanted(CheckResult result) {
    return result instanceof CheckResult.NotChecked ? "" : result.rule().plainlyWanted();
  }

  private static String examples(CheckResult result) {
    return result instanceof CheckResult.Breached breached
        ? String.join("; ", breached.examples())
        : "";
  }
}
