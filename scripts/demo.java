///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Generates data, alternates both forms of the job, reports what the tuning won
//JAVA 17
//SOURCES generate_data.java
//SOURCES job_baseline.java
//SOURCES job_optimized.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Count.java
//SOURCES ../lib/project/CountConverter.java
//SOURCES ../lib/project/LabProperties.java
//SOURCES ../lib/project/Launcher.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/report/Report.java
//SOURCES ../lib/runs/Experiment.java
//SOURCES ../lib/runs/InputData.java
//SOURCES ../lib/runs/MemoryOption.java
//SOURCES ../lib/sales/DailySales.java
//SOURCES ../lib/sales/RawData.java
//SOURCES ../lib/spark/CoresOption.java

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import project.Cli;
import project.Count;
import project.CountConverter;
import project.LabException;
import project.LabProperties;
import project.Launcher;
import project.Workspace;
import report.Report;
import runs.Arm;
import runs.Experiment;
import runs.ExperimentPlan;
import runs.InputData;
import runs.MemoryOption;
import sales.DailySales;
import sales.RawData;
import spark.CoresOption;

/** The whole lab in one command. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Generates data, runs daily_sales naive and tuned in turn, each in a fresh JVM, and reports"
          + " what the tuning won. About 3 minutes at 2M rows on 2 cores."
    },
    footer = {
      "",
      "Examples:",
      "  jbang demo",
      "  jbang demo --rows 20M --overwrite --pairs 6",
      "",
      "Results: ops/report.html, ops/report.md, ops/p95_chart.png.",
      "Exit codes: 0 reported, 1 a step failed or the outputs differ, 2 wrong usage, 130 interrupted."
    })
public class demo implements Callable<Integer> {
  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Transactions, as 2M or 500k (default: the data that are there, else 2M).",
      converter = CountConverter.class)
  Count rows;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description =
          "Couples of runs that count, after one warm-up couple; 6 give an interval (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "3")
  int pairs;

  @Spec CommandSpec spec;

  @Mixin CoresOption cores;

  @Mixin MemoryOption memory;

  @Option(names = "--overwrite", description = "Replace the data that are there.")
  boolean overwrite;

  public static void main(String[] args) {
    System.exit(Cli.run(new demo(), args));
  }

  @Override
  public Integer call() {
    if (pairs < 1) {
      throw LabException.usage("--pairs %d is out of range (wanted at least 1)".formatted(pairs));
    }
    Workspace workspace = Workspace.here();
    String typed =
        Launcher.command(
            "demo", spec.commandLine().getParseResult().originalArgs().toArray(String[]::new));
    InputData data = new InputData(workspace, Optional.ofNullable(rows), overwrite, typed);
    if (data.isThere()) {
      System.err.printf("1/3  Using the data in %s.%n", workspace.fromHere(workspace.raw()));
    } else {
      System.err.println("1/3  Generating data.");
      int exit = data.generate(generate_data.class, cores.count(), memory.size());
      if (exit != 0) {
        return exit;
      }
    }
    System.err.printf(
        "2/3  Running both jobs in turn: a warm-up couple, then %s.%n",
        pairs == 1 ? "one that counts" : pairs + " that count");
    ExperimentPlan plan = plan(workspace);
    plan.save(workspace);
    Experiment.inFreshJvms(workspace, plan).run();
    System.err.println("3/3  Writing the report.");
    return Report.show(workspace, plan.jobName(), plan.id());
  }

  private ExperimentPlan plan(Workspace workspace) {
    return ExperimentPlan.pairOfJobs(
        DailySales.TABLE.name(),
        arm("baseline", job_baseline.class),
        arm("optimized", job_optimized.class),
        pairs,
        memory.size(),
        LabProperties.load().rateEurPerHour(),
        RawData.open(workspace.raw()).fingerprint(),
        spec.commandLine().getParseResult().originalArgs());
  }

  /** Both publish where the commands of the same name do. */
  private Arm arm(String variant, Class<?> script) {
    List<String> job =
        List.of(script.getName(), "--cores", "" + cores.count(), "--memory", memory.size());
    return new Arm(variant, variant, job, "");
  }
}
