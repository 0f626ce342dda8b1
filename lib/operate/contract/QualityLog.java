//SOURCES QualityMetric.java
//SOURCES ../../project/CsvLog.java
package operate.contract;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import project.CsvLog;

/** {@code ops/quality_snapshot.csv}: what every published output looked like, append-only. */
public final class QualityLog {
  private static final List<String> COLUMNS =
      List.of(
          "timestamp", "run_id", "model_name", "variant", "output", "metric", "column", "value");

  private final CsvLog csv;

  /** The log in {@code file}, which need not exist yet. */
  public QualityLog(Path file) {
    this.csv = new CsvLog(file, COLUMNS);
  }

  /** Appends the metrics of one output, in order, with one call. */
  public void append(
      Instant at,
      String runId,
      String model,
      String variant,
      String output,
      List<QualityMetric> metrics) {
    String timestamp = at.truncatedTo(ChronoUnit.MILLIS).toString();
    csv.append(
        metrics.stream()
            .map(
                m ->
                    Map.of(
                        "timestamp", timestamp,
                        "run_id", runId,
                        "model_name", model,
                        "variant", variant,
                        "output", output,
                        "metric", m.metric(),
                        "column", m.column(),
                        "value", Long.toString(m.value())))
            .toList());
  }

  /**
   * The metrics of every run's output, in order.
   *
   * @throws NumberFormatException when a value is none
   */
  public Map<String, List<QualityMetric>> byRun() {
    return csv.read().lines().stream()
        .collect(
            Collectors.groupingBy(l -> l.get("run_id"), mapping(QualityLog::metric, toList())));
  }

  /** The metrics of one run's output, in order; empty when the run is not in the log. */
  public List<QualityMetric> of(String runId) {
    return csv.read().lines().stream()
        .filter(l -> l.get("run_id").equals(runId))
        .map(QualityLog::metric)
        .toList();
  }

  private static QualityMetric metric(CsvLog.Line line) {
    return new QualityMetric(
        line.get("metric"), line.get("column"), Long.parseLong(line.get("value")));
  }
}
