//SOURCES ../project/CsvLog.java
package operate;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import project.CsvLog;

/** {@code ops/model_lineage.csv}: which run of which model read and wrote what, append-only. */
public final class LineageLog {
  private static final List<String> COLUMNS =
      List.of("timestamp", "action", "model_name", "path", "version", "run_id");

  private final CsvLog csv;

  /** The log in {@code file}, which need not exist yet. */
  public LineageLog(Path file) {
    this.csv = new CsvLog(file, COLUMNS);
  }

  /**
   * Appends one read or write.
   *
   * @param action {@code read} or {@code write}
   * @param path as the reader would type it from the workspace root
   * @param version fingerprint of the rows read or written
   */
  public void append(
      Instant at, String action, String model, String path, String version, String runId) {
    csv.append(
        Map.of(
            "timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString(),
            "action", action,
            "model_name", model,
            "path", path,
            "version", version,
            "run_id", runId));
  }
}
