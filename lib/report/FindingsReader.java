//SOURCES Answers.java
//SOURCES Compaction.java
//SOURCES Cost.java
//SOURCES Durations.java
//SOURCES Experiments.java
//SOURCES Findings.java
//SOURCES HandMadeRuns.java
//SOURCES LineageBlock.java
//SOURCES Reliability.java
//SOURCES RunsTable.java
//SOURCES Selection.java
//SOURCES Side.java
//SOURCES Warnings.java
//SOURCES ../compare/ParityLog.java
//SOURCES ../operate/contract/QualityLog.java
//SOURCES ../project/LabException.java
//SOURCES ../project/LabProperties.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
//SOURCES ../runs/ExperimentPlan.java
//SOURCES ../runs/RunLog.java
//SOURCES ../spark/EvidenceFiles.java
package report;

import compare.Parity;
import compare.ParityLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import operate.contract.QualityLog;
import operate.contract.QualityMetric;
import project.LabException;
import project.LabProperties;
import project.Launcher;
import project.Workspace;
import runs.ExperimentPlan;
import runs.ExperimentPlan.Kind;
import runs.ExperimentRuns;
import runs.Run;
import runs.RunLog;
import spark.EvidenceFiles;

/** Reads the logs and works out what there is to report. */
final class FindingsReader {
  private final String job;
  private final Path runsFile;
  private final String log;
  private final String typedLog;
  private final Workspace workspace;

  private FindingsReader(Workspace workspace, Path runsFile, String job) {
    this.job = job;
    this.runsFile = runsFile;
    this.log = workspace.fromRoot(runsFile);
    this.typedLog = workspace.fromHere(runsFile);
    this.workspace = workspace;
  }

  /**
   * The findings about one job.
   *
   * @param runsFile the run log; everything else is looked for beside it
   * @param experiment id of the experiment to report; empty for the newest comparison
   * @throws LabException when no run of the job succeeded, or there is no such experiment
   */
  static Findings read(
      Workspace workspace, Path runsFile, String job, Optional<String> experiment) {
    return new FindingsReader(workspace, runsFile, job).read(experiment);
  }

  private Findings read(Optional<String> id) {
    RunLog.Content content = new RunLog(runsFile).read();
    List<String> warnings = new ArrayList<>(content.warnings());
    Experiments experiments =
        Experiments.of(ExperimentPlan.all(beside("experiments")), content.runs());
    Selection selection =
        id.isPresent() ? experiments.selection(id.get()) : newest(experiments, content.runs());
    List<Parity> parities = new ParityLog(beside("parity.csv")).read();
    Predicate<ExperimentRuns> sameAnswer = e -> Answers.of(e, parities).identical();
    List<Run> compared = selection.compared();
    Answers answers = Answers.of(selection, parities);
    boolean comparable = selection.conflict().isEmpty() && answers.identical();
    Optional<Selection> aa =
        selection.aa()
            ? Optional.empty()
            : withSameAnswer(
                experiments.beside(selection, Kind.AA, sameAnswer), sameAnswer, warnings);
    Noise noise = Noise.of(selection, comparable, aa);
    warnings.addAll(Warnings.of(selection, noise));
    Cost cost = Cost.of(compared, LabProperties.load());
    // Of the reported experiment if it is a ladder, else of the best one beside it.
    Optional<Selection> steps =
        Optional.of(selection)
            .filter(Selection::ladder)
            .or(() -> experiments.beside(selection, Kind.LADDER, sameAnswer));
    Optional<ExperimentRuns> ladder =
        withSameAnswer(steps, sameAnswer, warnings).flatMap(Selection::experiment);
    return new Findings(
        compared.get(0).jobName(),
        missing(selection),
        selection,
        Durations.byVariant(RunsTable.of(compared)),
        answers,
        noise,
        ladder.map(e -> Contributions.of(e, noise.ofOthers())),
        cost,
        compaction(selection, comparable, ladder, noise, cost, content.runs()),
        evidence(selection),
        quality(selection, warnings),
        Reliability.of(workspace, runsFile, content, compared.get(0).jobName(), warnings),
        LineageBlock.of(workspace, runsFile, content.runs(), warnings),
        List.copyOf(warnings));
  }

  /** The newest comparison: an experiment, or runs of both variants that people typed. */
  private Selection newest(Experiments experiments, List<Run> all) {
    List<Run> runs = ofJob(all);
    Optional<Selection> experiment = experiments.newestPair(job);
    Optional<Selection> handMade =
        HandMadeRuns.select(
            experiments.handMade().stream().filter(r -> r.jobName().equals(job)).toList());
    boolean typedLater =
        handMade
            .filter(Selection::complete)
            .filter(
                typed ->
                    experiment
                        .filter(e -> Run.BY_START.compare(typed.newest(), e.newest()) < 0)
                        .isEmpty())
            .isPresent();
    return (typedLater ? handMade : experiment.or(() -> handMade))
        .orElseThrow(() -> onlyFailed(experiments, runs));
  }

  /** Nothing is learned from an experiment whose arms may have done different things. */
  private static Optional<Selection> withSameAnswer(
      Optional<Selection> found, Predicate<ExperimentRuns> sameAnswer, List<String> warnings) {
    Optional<Selection> same = found.filter(s -> sameAnswer.test(s.experiment().orElseThrow()));
    if (found.isPresent() && same.isEmpty()) {
      warnings.add(
          "The %s %s is left out: its outputs are not shown to be the same."
              .formatted(
                  found.get().aa() ? "A/A experiment" : "ladder",
                  found.get().experiment().orElseThrow().plan().id()));
    }
    return same;
  }

  /** From the reported experiment where it tried the compacted input, else from the ladder. */
  private static String compaction(
      Selection selection,
      boolean comparable,
      Optional<ExperimentRuns> ladder,
      Noise noise,
      Cost cost,
      List<Run> log) {
    if (selection.commands() || (selection.complete() && !comparable)) {
      return "";
    }
    // A ladder whose outputs were not all the same is not among them.
    Optional<ExperimentRuns> pair =
        selection.experiment().filter(e -> e.plan().kind() == Kind.PAIR);
    List<Compaction> tried =
        Stream.concat(pair.stream(), ladder.stream())
            .map(e -> new Compaction(e, noise.ofOthers(), log))
            .filter(Compaction::tried)
            .toList();
    return tried.stream()
        .filter(Compaction::alone)
        .findFirst()
        .or(() -> tried.stream().findFirst())
        .map(c -> c.sentence(cost))
        .orElse("");
  }

  private List<Run> ofJob(List<Run> all) {
    if (all.isEmpty()) {
      throw LabException.failed(
          "No runs yet in %s. Run: %s".formatted(typedLog, Launcher.command("demo")));
    }
    List<Run> runs = all.stream().filter(r -> r.jobName().equals(job)).toList();
    if (runs.isEmpty()) {
      throw LabException.failed(
          "No runs of %s in %s (found: %s). Run: %s"
              .formatted(
                  job,
                  typedLog,
                  counts(all.stream().map(Run::jobName).toList()),
                  Launcher.command("demo")));
    }
    return runs;
  }

  private LabException onlyFailed(Experiments experiments, List<Run> runs) {
    String experiment = runs.get(runs.size() - 1).experiment();
    String again =
        experiments.all().stream()
            .map(ExperimentRuns::plan)
            .filter(plan -> plan.id().equals(experiment))
            .findFirst()
            .map(ExperimentPlan::typed)
            .orElseGet(() -> Launcher.command("demo"));
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
                typedLog,
                counts(runs.stream().map(FindingsReader::described).toList()),
                last,
                again));
  }

  private static String described(Run run) {
    return run.variant() + " " + (run.warmUp() ? "warm-up" : run.status());
  }

  /** What a one-sided selection lacks, in words; empty when it is complete. */
  private String missing(Selection selection) {
    return selection.samples().stream()
        .filter(Sample::isEmpty)
        .map(sample -> missing(selection, sample.name()))
        .findFirst()
        .orElse("");
  }

  private String missing(Selection selection, String variant) {
    List<String> found = new ArrayList<>();
    selection.compared().forEach(r -> found.add(r.variant()));
    selection.failures().forEach(r -> found.add(described(r)));
    selection.notCompared().forEach(n -> found.add("not comparable: " + described(n.run())));
    boolean elsewhere =
        selection.notCompared().stream().anyMatch(n -> n.run().variant().equals(variant));
    return "No %sruns of %s/%s in %s (found: %s). Run: %s"
        .formatted(
            elsewhere ? "comparable " : "",
            job,
            variant,
            log,
            counts(found),
            Launcher.command(variant));
  }

  private static String counts(List<String> names) {
    return names.stream()
        .collect(Collectors.groupingBy(n -> n, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + " x" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private Map<Side, Evidence> evidence(Selection selection) {
    EvidenceFiles files = new EvidenceFiles(beside("events"));
    Map<Side, Evidence> evidence = new EnumMap<>(Side.class);
    for (Sample sample : selection.samples()) {
      if (!sample.isEmpty()) {
        evidence.put(sample.side(), Evidence.of(sample, files, workspace.fromRoot(files.folder())));
      }
    }
    return evidence;
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
