//SOURCES LineageReader.java
//SOURCES ../operate/lineage/OpenLineage.java
//SOURCES ../operate/contract/QualityLog.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
package report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import operate.contract.QualityLog;
import operate.contract.QualityMetric;
import operate.lineage.LineageRun;
import operate.lineage.OpenLineage;
import project.LabException;
import project.Quantity;
import project.Workspace;
import runs.Run;

/**
 * The runs of a log as OpenLineage events in a file.
 *
 * @param said what was written, for the reader
 * @param warning lines of the lineage log that belong to no run of the run log; empty without any
 */
public record LineageEvents(String said, Optional<String> warning) {

  /**
   * Writes the events of all runs.
   *
   * @throws LabException when there is no run, or the quality snapshot cannot be read
   * @throws java.io.UncheckedIOException when the file cannot be written
   */
  public static LineageEvents write(
      Workspace workspace, LineageReader reader, List<Run> log, Path file) {
    String shown = workspace.fromHere(reader.runsFile());
    if (log.isEmpty()) {
      throw LabException.failed("No runs in %s, so there are no events to write".formatted(shown));
    }
    List<LineageRun> runs = log.stream().map(LineageReader::of).toList();
    OpenLineage.of(
            workspace.root(),
            reader.models(),
            reader.entries(),
            quality(workspace, reader.runsFile().resolveSibling("quality_snapshot.csv")),
            reader::evidence)
        .write(runs, file);
    Set<String> known = runs.stream().map(LineageRun::runId).collect(Collectors.toSet());
    long left = reader.entries().stream().filter(e -> !known.contains(e.runId())).count();
    return new LineageEvents(
        "%s: %s of %s"
            .formatted(
                file,
                Quantity.count(2L * runs.size(), "event"),
                Quantity.count(runs.size(), "run")),
        left == 0
            ? Optional.empty()
            : Optional.of(
                "%s of the lineage log left out: %s has no such run"
                    .formatted(Quantity.count(left, "line"), shown)));
  }

  private static Map<String, List<QualityMetric>> quality(Workspace workspace, Path file) {
    try {
      return new QualityLog(file).byRun();
    } catch (NumberFormatException e) {
      throw LabException.failed(
          "%s has a value that is none: %s".formatted(workspace.fromHere(file), e.getMessage()), e);
    }
  }
}
