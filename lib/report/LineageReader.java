//SOURCES ../operate/lineage/Lineage.java
//SOURCES ../operate/lineage/LineageLog.java
//SOURCES ../operate/registry/RegistryInUse.java
//SOURCES ../project/Workspace.java
//SOURCES ../runs/RunLog.java
//SOURCES ../spark/EvidenceFiles.java
package report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import operate.lineage.JobColumns;
import operate.lineage.Lineage;
import operate.lineage.LineageEntry;
import operate.lineage.LineageGraph;
import operate.lineage.LineageJob;
import operate.lineage.LineageLog;
import operate.lineage.LineageRun;
import operate.lineage.LineageRun.Ended;
import operate.lineage.LineageRun.Size;
import operate.lineage.ScannedTables;
import operate.registry.Model;
import operate.registry.RegistryInUse;
import project.Workspace;
import runs.OutputRef;
import runs.Run;
import runs.Status;
import spark.EvidenceFiles;
import spark.RunEvidence;

/**
 * Reads what lineage is made from: the registry, and beside the run log the lineage log and the
 * evidence of the runs.
 *
 * @param runsFile the run log
 * @param models the registered ones
 * @param registry where they are registered, as messages name it
 * @param entries of the lineage log
 * @param warnings a sentence for every line left out
 */
public record LineageReader(
    Path runsFile,
    List<Model> models,
    String registry,
    List<LineageEntry> entries,
    List<String> warnings) {
  private static final String LOG = "model_lineage.csv";

  /**
   * Reads the registry and the lineage log.
   *
   * @throws project.LabException when a file is none
   */
  public static LineageReader of(Workspace workspace, Path runsFile) {
    RegistryInUse registry = RegistryInUse.of(workspace);
    LineageLog.Content log = new LineageLog(log(runsFile)).read();
    return new LineageReader(
        runsFile, registry.registry().models(), registry.shown(), log.entries(), log.warnings());
  }

  /** Where the lineage of the runs in a log is. */
  public static Path log(Path runsFile) {
    return runsFile.resolveSibling(LOG);
  }

  /** All that is known, given the runs of the run log. */
  public Lineage lineage(List<Run> runs) {
    LineageGraph graph = LineageGraph.of(models, entries);
    Map<String, LineageRun> byId = new LinkedHashMap<>();
    runs.forEach(run -> byId.put(run.runId(), of(run)));
    Set<String> newest = new TreeSet<>();
    graph.edges().forEach(edge -> edge.seen().ifPresent(seen -> newest.add(seen.lastRun())));
    Map<String, ScannedTables> scanned = new TreeMap<>();
    newest.forEach(id -> evidence(id).ifPresent(found -> scanned.put(id, ScannedTables.of(found))));
    return new Lineage(graph, byId, scanned, columns(graph, runs));
  }

  private List<JobColumns> columns(LineageGraph graph, List<Run> runs) {
    Set<String> jobs = graph.jobs().stream().map(LineageJob::name).collect(Collectors.toSet());
    Map<List<String>, Run> newest = new TreeMap<>(LineageReader::compare);
    runs.stream()
        .filter(run -> run.status() == Status.SUCCESS && jobs.contains(run.jobName()))
        .sorted(Run.BY_START)
        .forEach(run -> newest.put(List.of(run.jobName(), run.variant()), run));
    List<JobColumns> columns = new ArrayList<>();
    for (Run run : newest.values()) {
      evidence(run.runId())
          .filter(found -> !found.lineage().isEmpty())
          .ifPresent(
              found ->
                  columns.add(
                      new JobColumns(run.jobName(), run.variant(), run.runId(), found.lineage())));
    }
    return List.copyOf(columns);
  }

  private static int compare(List<String> left, List<String> right) {
    int order = left.get(0).compareTo(right.get(0));
    return order != 0 ? order : left.get(1).compareTo(right.get(1));
  }

  /** What Spark said of a run; empty when there is no file that can be read. */
  public Optional<RunEvidence> evidence(String runId) {
    return new EvidenceFiles(runsFile.resolveSibling("events")).read(runId).evidence();
  }

  /** A run as lineage knows it. */
  public static LineageRun of(Run run) {
    OutputRef output = run.output();
    return new LineageRun(
        run.runId(),
        run.jobName(),
        run.variant(),
        run.startTime(),
        run.endTime(),
        switch (run.status()) {
          case SUCCESS -> Ended.COMPLETE;
          case FAILED -> Ended.FAIL;
          case ABORTED -> Ended.ABORT;
        },
        run.error(),
        tags(run),
        run.environment().sparkVersion(),
        output.fingerprint().isEmpty()
            ? Size.UNKNOWN
            : new Size(output.rows(), output.files(), output.bytes()));
  }

  private static Map<String, String> tags(Run run) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("run_id", run.runId());
    tags.put("variant", run.variant());
    tags.put("experiment", run.experiment());
    tags.put("settings", run.settings());
    tags.put("master", run.environment().master());
    tags.put("git_commit", run.environment().gitCommit());
    tags.values().removeIf(String::isEmpty);
    return tags;
  }
}
