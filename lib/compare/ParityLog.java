//SOURCES Parity.java
//SOURCES ../project/CsvLog.java
package compare;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import project.CsvLog;

/** {@code ops/parity.csv}: every parity check ever made, a line each, append-only. */
public final class ParityLog {
  private static final List<String> COLUMNS =
      List.of(
          "timestamp",
          "job_name",
          "left_run_id",
          "left_variant",
          "right_run_id",
          "right_variant",
          "check",
          "left_value",
          "right_value",
          "equal",
          "detail");

  private final CsvLog csv;

  /** The log in {@code file}, which need not exist yet. */
  public ParityLog(Path file) {
    this.csv = new CsvLog(file, COLUMNS);
  }

  /** Appends every check of {@code parity}, all of them with one call. */
  public void append(Parity parity, Instant at) {
    String timestamp = at.truncatedTo(ChronoUnit.MILLIS).toString();
    csv.append(parity.checks().stream().map(check -> values(parity, check, timestamp)).toList());
  }

  private static Map<String, String> values(Parity parity, ParityCheck check, String timestamp) {
    return Map.ofEntries(
        Map.entry("timestamp", timestamp),
        Map.entry("job_name", parity.jobName()),
        Map.entry("left_run_id", parity.leftRunId()),
        Map.entry("left_variant", parity.leftVariant()),
        Map.entry("right_run_id", parity.rightRunId()),
        Map.entry("right_variant", parity.rightVariant()),
        Map.entry("check", check.name()),
        Map.entry("left_value", check.left()),
        Map.entry("right_value", check.right()),
        Map.entry("equal", String.valueOf(check.equal())),
        Map.entry("detail", check.detail()));
  }

  /** Every parity in the log, oldest first. */
  public List<Parity> read() {
    Map<List<String>, List<CsvLog.Line>> byPair = new LinkedHashMap<>();
    for (CsvLog.Line line : csv.read().lines()) {
      byPair
          .computeIfAbsent(
              List.of(line.get("left_run_id"), line.get("right_run_id"), line.get("timestamp")),
              k -> new ArrayList<>())
          .add(line);
    }
    return byPair.values().stream().map(ParityLog::parity).toList();
  }

  private static Parity parity(List<CsvLog.Line> lines) {
    CsvLog.Line first = lines.get(0);
    return new Parity(
        first.get("job_name"),
        first.get("left_run_id"),
        first.get("left_variant"),
        first.get("right_run_id"),
        first.get("right_variant"),
        lines.stream()
            .map(
                l ->
                    new ParityCheck(
                        l.get("check"),
                        l.get("left_value"),
                        l.get("right_value"),
                        Boolean.parseBoolean(l.get("equal")),
                        l.get("detail")))
            .toList());
  }
}
