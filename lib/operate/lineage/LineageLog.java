//SOURCES LineageEntry.java
//SOURCES ../../project/CsvLog.java
package operate.lineage;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import operate.lineage.LineageEntry.Action;
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
   * What the log holds.
   *
   * @param entries the readable lines, in file order
   * @param warnings a sentence for every line left out
   */
  public record Content(List<LineageEntry> entries, List<String> warnings) {}

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

  /**
   * Reads every line that can be read; another becomes a warning.
   *
   * @throws project.LabException when the file cannot be read or lacks one of the log's columns
   */
  public Content read() {
    CsvLog.Content content = csv.read();
    List<LineageEntry> entries = new ArrayList<>();
    List<String> warnings = new ArrayList<>(content.warnings());
    for (CsvLog.Line line : content.lines()) {
      try {
        entries.add(entry(line));
      } catch (IllegalArgumentException e) {
        warnings.add(
            "%s line %d left out: %s".formatted(csv.file(), line.number(), e.getMessage()));
      }
    }
    return new Content(List.copyOf(entries), List.copyOf(warnings));
  }

  private static LineageEntry entry(CsvLog.Line line) {
    Action action =
        switch (line.get("action")) {
          case "read" -> Action.READ;
          case "write" -> Action.WRITE;
          default -> throw wrong(line, "action", "read or write");
        };
    for (String column : List.of("model_name", "path")) {
      if (line.get(column).isBlank()) {
        throw wrong(line, column, "a value");
      }
    }
    try {
      return new LineageEntry(
          Instant.parse(line.get("timestamp")),
          action,
          line.get("model_name"),
          line.get("path"),
          line.get("version"),
          line.get("run_id"));
    } catch (DateTimeException e) {
      throw wrong(line, "timestamp", "a UTC time like 2026-01-31T09:00:00Z");
    }
  }

  private static IllegalArgumentException wrong(CsvLog.Line line, String column, String wanted) {
    return new IllegalArgumentException(
        "%s is '%s', wanted %s".formatted(column, line.get(column), wanted));
  }
}
