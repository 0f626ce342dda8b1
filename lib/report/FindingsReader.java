//SOURCES Answers.java
//SOURCES Cost.java
//SOURCES Durations.java
//SOURCES Findings.java
//SOURCES RunsTable.java
//SOURCES Selection.java
//SOURCES Side.java
//SOURCES Warnings.java
//SOURCES ../compare/ParityLog.java
//SOURCES ../operate/QualityLog.java
//SOURCES ../project/LabException.java
//SOURCES ../project/LabProperties.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
//SOURCES ../runs/RunLog.java
package report;

import compare.ParityLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import operate.QualityLog;
import operate.QualityMetric;
import project.LabException;
import project.LabProperties;
import project.Launcher;
import project.Workspace;
import runs.Run;
import runs.RunLog;

/** Reads the logs and works out what there is to report. */
final class FindingsReader {
  private final String job;
  private final Path runsFile;
  private final String log;

  private FindingsReader(Workspace workspace, Path runsFile, String job) {
    this.job = job;
    this.runsFile = runsFile;
    this.log = workspace.show(runsFile);
  }

  /**
   * The findings about one job.
   *
   * @param runsFile the run log; the parity and quality logs are looked for beside it
   * @throws LabException when no run of the job succeeded
   */
  static Findings read(Workspace workspace, Path runsFile, String job) {
    return new FindingsReader(workspace, runsFile, job).read();
  }

  private Findings read() {
    RunLog.Content content = new RunLog(runsFile).read();
    List<String> warnings = new ArrayList<>(content.warnings());
    List<Run> runs = ofJob(content.runs());
    Selection selection = Selection.of(runs).orElseThrow(() -> onlyFailed(runs));
    warnings.addAll(Warnings.of(selection));
    List<Run> compared = selection.compared();
    return new Findings(
        job,
        log,
        missing(selection),
        selection,
        Durations.byVariant(RunsTable.of(compared)),
        Answers.of(selection, new ParityLog(beside("parity.csv")).read()),
        Cost.of(compared, LabProperties.load()),
        quality(selection, warnings),
        List.copyOf(warnings));
  }

  private List<Run> ofJob(List<Run> all) {
    if (all.isEmpty()) {
      throw LabException.failed(
          "No runs yet in %s. Run: %s".formatted(log, Launcher.command("demo")));
    }
    List<Run> runs = all.stream().filter(r -> r.jobName().equals(job)).toList();
    if (runs.isEmpty()) {
      throw LabException.failed(
          "No runs of %s in %s (found: %s). Run: %s"
              .formatted(
                  job,
                  log,
                  counts(all.stream().map(Run::jobName).toList()),
                  Launcher.command("demo")));
    }
    return runs;
  }

  private LabException onlyFailed(List<Run> runs) {
    String last =
        runs.stream()
            .map(Run::error)
            .filter(e -> !e.isEmpty())
            .reduce((older, newer) -> newer)
            .map(e -> "; the last error: " + e)
            .orElse("");
    return LabException.failed(
        "No run of %s in %s can be reported (found: %s%s). The report was left as it was. Run: %s"
            .formatted(
                job,
                log,
                counts(runs.stream().map(FindingsReader::described).toList()),
                last,
                Launcher.command("demo")));
  }

  private static String described(Run run) {
    return run.variant() + " " + (run.warmUp() ? "warm-up" : run.status());
  }

  /** What a one-sided selection lacks, in words; empty when it is complete. */
  private String missing(Selection selection) {
    Optional<Side> lacking =
        selection.samples().stream().filter(Sample::isEmpty).map(Sample::side).findFirst();
    return lacking.map(side -> missing(selection, side)).orElse("");
  }

  private String missing(Selection selection, Side side) {
    List<String> found = new ArrayList<>();
    selection.compared().forEach(r -> found.add(r.variant()));
    selection.failures().forEach(r -> found.add(described(r)));
    selection.notCompared().forEach(n -> found.add("not comparable: " + described(n.run())));
    boolean elsewhere =
        selection.notCompared().stream().anyMatch(n -> n.run().variant().equals(side.variant()));
    return "No %sruns of %s/%s in %s (found: %s). Run: %s"
        .formatted(
            elsewhere ? "comparable " : "",
            job,
            side.variant(),
            log,
            counts(found),
            Launcher.command(side.variant()));
  }

  private static String counts(List<String> names) {
    return names.stream()
        .collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + " x" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private Map<Side, List<QualityMetric>> quality(Selection selection, List<String> warnings) {
    QualityLog qualityLog = new QualityLog(beside("quality_snapshot.csv"));
    Map<Side, List<QualityMetric>> metrics = new EnumMap<>(Side.class);
    for (Sample sample : selection.samples()) {
      metrics.put(sample.side(), List.of());
      if (!sample.isEmpty()) {
        Run newest = sample.runs().get(sample.runs().size() - 1);
        try {
          metrics.put(sample.side(), qualityLog.of(newest.runId()));
        } catch (NumberFormatException e) {
          warnings.add(
              "quality_snapshot.csv: the metrics of run %s left out: %s"
                  .formatted(newest.runId(), e.getMessage()));
        }
      }
    }
    return metrics;
  }

  private Path beside(String name) {
    return runsFile.resolveSibling(name);
  }
}
