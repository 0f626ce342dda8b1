//SOURCES OperationalRuns.java
//SOURCES ReliabilityText.java
//SOURCES ../operate/slo/History.java
//SOURCES ../operate/slo/IncidentLog.java
//SOURCES ../operate/slo/RunPlan.java
//SOURCES ../operate/slo/SloCheck.java
//SOURCES ../operate/slo/SloFile.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../runs/RunLog.java
package report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import operate.slo.History;
import operate.slo.IncidentLog;
import operate.slo.IncidentRecord;
import operate.slo.RunPlan;
import operate.slo.Slo;
import operate.slo.SloCheck;
import operate.slo.SloFile;
import project.LabException;
import project.Workspace;
import runs.RunLog;

/**
 * How reliable a model is in operation.
 *
 * @param check its objectives against its runs
 * @param runs which runs count, and which do not
 * @param written incidents that were written down, rehearsed ones above all: they are shown beside
 *     those that the run log shows, and never mixed with them
 * @param log the run log, as messages name it
 * @param unreadable lines of it that may each be a run of this model, which is then missing
 * @param warnings lines left out and time stamps that cannot be right, a sentence each
 */
public record Reliability(
    SloCheck check,
    OperationalRuns runs,
    List<IncidentRecord> written,
    String log,
    int unreadable,
    List<String> warnings) {

  /**
   * Checks a model.
   *
   * @param runsFile the run log; {@code incidents.csv} is read beside it
   * @param log what the run log holds
   * @param now the moment looked at
   * @throws LabException for a log or a registry that cannot be read
   */
  public static Reliability of(
      Workspace workspace, Path runsFile, RunLog.Content log, Slo slo, Instant now) {
    IncidentLog.Content incidents =
        new IncidentLog(runsFile.resolveSibling("incidents.csv")).read();
    List<IncidentRecord> ofModel =
        incidents.incidents().stream().filter(i -> i.modelName().equals(slo.model())).toList();
    OperationalRuns runs = OperationalRuns.of(log.runs(), slo, ofModel, now);
    RunPlan plan = RunPlan.of(workspace, slo.model());
    return new Reliability(
        SloCheck.of(slo, History.of(runs.attempts(), now), plan),
        runs,
        ofModel.stream().filter(i -> !i.began().isAfter(now)).toList(),
        workspace.fromRoot(runsFile),
        log.linesLeftOut(),
        Stream.concat(incidents.warnings().stream(), runs.warnings().stream()).toList());
  }

  /**
   * Checks the model of a report at this moment; empty when nothing is promised for it. A file that
   * cannot be read costs this part of the report only: the sentence goes to the warnings, as the
   * others do.
   */
  static Optional<Reliability> of(
      Workspace workspace, Path runsFile, RunLog.Content log, String job, List<String> warnings) {
    try {
      Optional<Reliability> found =
          SloFile.of(workspace)
              .find(job)
              .map(slo -> of(workspace, runsFile, log, slo, Instant.now()));
      found.ifPresent(r -> warnings.addAll(r.warnings()));
      return found;
    } catch (LabException e) {
      warnings.add("The report says nothing about reliability: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Whether a promise is not kept. */
  public boolean broken() {
    return !check.broken().isEmpty();
  }

  /** All of it for a console, without a line break at the end. */
  public String text() {
    return new ReliabilityText(this).plain();
  }
}
