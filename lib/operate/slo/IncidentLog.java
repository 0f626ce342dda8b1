//SOURCES IncidentRecord.java
//SOURCES ../../project/CsvLog.java
package operate.slo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import project.CsvLog;

/** {@code ops/incidents.csv}: incidents that were written down, append-only. */
public final class IncidentLog {
  private static final List<String> COLUMNS =
      List.of(
          "incident_id",
          "model_name",
          "kind",
          "began",
          "detected",
          "repaired",
          "repair_sec",
          "fix",
          "run_failed",
          "run_recovered",
          "parity",
          "rehearsal");

  private final CsvLog csv;

  /** The log in {@code file}, which need not exist yet. */
  public IncidentLog(Path file) {
    this.csv = new CsvLog(file, COLUMNS);
  }

  /**
   * What the log holds.
   *
   * @param incidents the readable lines, in file order
   * @param warnings a sentence for every line left out
   */
  public record Content(List<IncidentRecord> incidents, List<String> warnings) {}

  /** Appends one incident; one already logged under this id is not logged twice. */
  public void append(IncidentRecord incident) {
    csv.appendUnless(
        content ->
            content.lines().stream()
                .anyMatch(l -> l.get("incident_id").equals(incident.incidentId())),
        values(incident));
  }

  private static Map<String, String> values(IncidentRecord i) {
    Map<String, String> values = new HashMap<>();
    values.put("incident_id", i.incidentId());
    values.put("model_name", i.modelName());
    values.put("kind", i.kind());
    values.put("began", time(i.began()));
    values.put("detected", time(i.detected()));
    values.put("repaired", i.repaired().map(IncidentLog::time).orElse(""));
    values.put(
        "repair_sec",
        i.repairSec().isPresent()
            ? String.format(Locale.ROOT, "%.3f", i.repairSec().getAsDouble())
            : "");
    values.put("fix", i.fix());
    values.put("run_failed", i.runFailed());
    values.put("run_recovered", i.runRecovered());
    values.put("parity", i.parity());
    values.put("rehearsal", Boolean.toString(i.rehearsal()));
    return values;
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  /**
   * Reads every readable incident; a line that cannot be read becomes a warning.
   *
   * @throws project.LabException when the file cannot be read or lacks one of the log's columns
   */
  public Content read() {
    CsvLog.Content content = csv.read();
    List<String> warnings = new ArrayList<>(content.warnings());
    List<IncidentRecord> incidents = new ArrayList<>();
    for (CsvLog.Line line : content.lines()) {
      try {
        incidents.add(incident(line));
      } catch (IllegalArgumentException e) {
        warnings.add(
            "%s line %d left out: %s".formatted(csv.file(), line.number(), e.getMessage()));
      }
    }
    return new Content(List.copyOf(incidents), List.copyOf(warnings));
  }

  private static IncidentRecord incident(CsvLog.Line line) {
    return new IncidentRecord(
        some(line, "incident_id"),
        some(line, "model_name"),
        line.get("kind"),
        instant(line, "began"),
        instant(line, "detected"),
        line.get("repaired").isEmpty() ? Optional.empty() : Optional.of(instant(line, "repaired")),
        line.get("repair_sec").isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(value(line, "repair_sec", "seconds from 0", Double::parseDouble)),
        line.get("fix"),
        line.get("run_failed"),
        line.get("run_recovered"),
        line.get("parity"),
        value(line, "rehearsal", "true or false", IncidentLog::truth));
  }

  private static String some(CsvLog.Line line, String column) {
    if (line.get(column).isBlank()) {
      throw new IllegalArgumentException(column + " is empty, wanted a value");
    }
    return line.get(column);
  }

  private static Instant instant(CsvLog.Line line, String column) {
    return value(line, column, "a UTC time like 2026-01-31T09:00:00Z", Instant::parse);
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static <T> T value(
      CsvLog.Line line, String column, String wanted, Function<String, T> parse) {
    try {
      return parse.apply(line.get(column));
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "%s is '%s', wanted %s".formatted(column, line.get(column), wanted), e);
    }
  }
}
