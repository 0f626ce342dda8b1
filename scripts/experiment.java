///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Alternates two variants of daily_sales in fresh JVMs and says what may be claimed
//JAVA 17
//SOURCES compact.java
//SOURCES generate_data.java
//SOURCES job_steps.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/report/Report.java
//SOURCES ../lib/runs/Experiment.java
//SOURCES ../lib/runs/ExperimentOptions.java
//SOURCES ../lib/runs/InputData.java
//SOURCES ../lib/runs/StepPlans.java

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import project.Cli;
import project.LabException;
import project.Launcher;
import project.Workspace;
import report.Report;
import runs.Experiment;
import runs.ExperimentOptions;
import runs.ExperimentPlan;
import runs.ExperimentRuns;
import runs.InputData;
import runs.Run;
import runs.RunLog;
import runs.StepPlans;
import runs.StepPlans.Variant;
import sales.Steps;

/** Is b faster than a, by how much, and how sure is that? */
@Command(
    name = "experiment",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs two variants of daily_sales in turn, each time in a fresh JVM, order ABBA ABBA, after"
          + " a",
      "warm-up couple that does not count; compares the outputs; says what may be claimed.",
      "A variant is a set of steps: none, all, native,broadcast, all,-aqe (see: jbang steps"
          + " --list)."
    },
    footer = {
      "",
      "Examples:",
      "  jbang experiment --a none --b all",
      "  jbang experiment --a all --b all,compacted --pairs 10",
      "  jbang experiment --a all --b all                        (the noise of this machine)",
      "  jbang experiment --a all --b all --b-conf spark.sql.shuffle.partitions=200",
      "  jbang experiment --resume",
      "",
      "Exit codes: 0 reported, 1 a run or the data stood in the way, 2 wrong usage."
    })
public class experiment implements Callable<Integer> {
  @Option(
      names = "--a",
      paramLabel = "STEPS",
      description = "The variant to compare with (default: ${DEFAULT-VALUE}).",
      defaultValue = "none")
  String a;

  @Option(
      names = "--b",
      paramLabel = "STEPS",
      description = "The variant that should be better (default: ${DEFAULT-VALUE}).",
      defaultValue = "all")
  String b;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Couples of runs; below 6 nothing is claimed (default: ${DEFAULT-VALUE}).",
      defaultValue = "6")
  int pairs;

  @Option(names = "--a-conf", paramLabel = "KEY=VALUE", description = "A Spark setting of a alone.")
  Map<String, String> confA = new LinkedHashMap<>();

  @Option(names = "--b-conf", paramLabel = "KEY=VALUE", description = "A Spark setting of b alone.")
  Map<String, String> confB = new LinkedHashMap<>();

  @Option(names = "--resume", description = "Go on with the newest experiment that was stopped.")
  boolean resume;

  @Spec CommandSpec spec;

  @Mixin ExperimentOptions options;

  public static void main(String[] args) {
    System.exit(Cli.run(new experiment(), args));
  }

  @Override
  public Integer call() {
    if (pairs < 1) {
      throw LabException.usage("--pairs %d is out of range (wanted at least 1)".formatted(pairs));
    }
    Workspace workspace = Workspace.here();
    InputData data = new InputData(workspace, options.rows(), false, "experiment");
    int exit =
        data.isThere() ? 0 : data.generate(generate_data.class, options.cores(), options.memory());
    if (exit != 0) {
      return exit;
    }
    ExperimentPlan plan = resume ? unfinished(workspace) : planned(workspace);
    plan.save(workspace);
    new Experiment(workspace, plan).run();
    return Report.show(workspace, plan.jobName(), plan.id());
  }

  private ExperimentPlan planned(Workspace workspace) {
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    return new StepPlans(workspace, options, job_steps.class.getName(), arguments)
        .pair(new Variant(Steps.parse(a), confA), new Variant(Steps.parse(b), confB), pairs);
  }

  private static ExperimentPlan unfinished(Workspace workspace) {
    List<Run> log = new RunLog(workspace.runs()).read().runs();
    return ExperimentPlan.all(ExperimentPlan.folder(workspace)).stream()
        .filter(plan -> !ExperimentRuns.of(plan, log).finished())
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                LabException.failed(
                    "No experiment was stopped before its end. Start one: "
                        + Launcher.command("experiment")));
  }
}
