//SOURCES RunCsv.java
//SOURCES ../project/CsvLog.java
package runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import project.CsvLog;

/** The append-only log of runs, {@code ops/job_runs.csv}. Safe for any number of processes. */
public final class RunLog {
  private final CsvLog csv;

  /** The log in {@code file}, which need not exist yet. */
  public RunLog(Path file) {
    this.csv = new CsvLog(file, RunCsv.COLUMNS);
  }

  /**
   * What the log holds.
   *
   * @param runs the readable lines, in file order
   * @param warnings a sentence for every line left out and every column nobody knows
   * @param linesLeftOut how many lines hold a run that nobody can read
   */
  public record Content(List<Run> runs, List<String> warnings, int linesLeftOut) {}

  /** Appends one run; a run already logged under this id is not logged twice. */
  public void append(Run run) {
    csv.appendUnless(
        content -> content.lines().stream().anyMatch(l -> l.get("run_id").equals(run.runId())),
        RunCsv.toValues(run));
  }

  /**
   * Reads every readable run; a line that cannot be read becomes a warning.
   *
   * @throws project.LabException when the file cannot be read or lacks one of the log's columns
   */
  public Content read() {
    CsvLog.Content content = csv.read();
    List<String> warnings = new ArrayList<>(content.warnings());
    content.header().stream()
        .filter(c -> !RunCsv.COLUMNS.contains(c))
        .forEach(
            c ->
                warnings.add(
                    "%s: column %s is not one of the log's, ignored".formatted(csv.file(), c)));
    List<Run> runs = new ArrayList<>();
    for (CsvLog.Line line : content.lines()) {
      try {
        runs.add(RunCsv.from(line::get));
      } catch (IllegalArgumentException e) {
        warnings.add(
            "%s line %d left out: %s".formatted(csv.file(), line.number(), e.getMessage()));
      }
    }
    int leftOut = content.warnings().size() + content.lines().size() - runs.size();
    return new Content(List.copyOf(runs), List.copyOf(warnings), leftOut);
  }
}
