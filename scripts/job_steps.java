///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION daily_sales with any of its optimization steps switched on: none is naive, all is tuned
//JAVA 17
//SOURCES ../lib/runs/CompactedInput.java
//SOURCES ../lib/runs/JobRun.java
//SOURCES ../lib/runs/JobOptions.java
//SOURCES ../lib/runs/JobSpec.java
//SOURCES ../lib/runs/WarmRuns.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/sales/DailySales.java
//SOURCES ../lib/sales/SteppedDailySales.java
//SOURCES ../lib/sales/Steps.java

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import project.Cli;
import project.Workspace;
import runs.CompactedInput;
import runs.Job;
import runs.JobOptions;
import runs.JobRun;
import runs.JobSpec;
import runs.WarmRuns;
import sales.DailySales;
import sales.Step;
import sales.SteppedDailySales;
import sales.Steps;

/** daily_sales made of the same forms as job_baseline and job_optimized, in any mixture. */
@Command(
    name = "steps",
    mixinStandardHelpOptions = true,
    description = {
      "Runs daily_sales with the named optimization steps in their tuned form and all others in"
          + " their naive one, and logs the run in ops/job_runs.csv. --list names the steps."
    },
    footer = {
      "",
      "Examples:",
      "  jbang steps none",
      "  jbang steps native,broadcast --cores 2",
      "  jbang steps all,compacted",
      "  jbang steps all,-aqe --conf spark.sql.shuffle.partitions=64",
      "",
      "Exit codes: 0 published, 1 failed (the reason is in ops/job_runs.csv), 2 wrong usage, 130"
          + " interrupted."
    })
public class job_steps implements Callable<Integer> {
  @Parameters(
      paramLabel = "STEPS",
      arity = "0..1",
      description =
          "none, all (what the command optimized does), or a list; -STEP leaves one out (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "all")
  String steps;

  @Option(names = "--list", description = "Print the steps instead of running.")
  boolean list;

  @Option(names = "--label", hidden = true)
  String label;

  @Option(names = "--plan", hidden = true)
  String plan;

  @Mixin JobOptions options;

  public static void main(String[] args) {
    System.exit(Cli.run(new job_steps(), args));
  }

  @Override
  public Integer call() {
    if (list) {
      System.out.println(catalogue());
      return 0;
    }
    if (plan != null) {
      WarmRuns.run(Workspace.here(), plan, options.master(), job_steps::warm);
      return 0;
    }
    Steps chosen = Steps.parse(steps);
    return new JobRun(job(chosen), options).run(j -> dailySales(chosen, j));
  }

  /** One run of an experiment whose runs share a JVM. */
  private static void warm(List<String> arguments, SparkSession context) {
    job_steps job = new job_steps();
    new CommandLine(job).parseArgs(arguments.toArray(String[]::new));
    Steps chosen = Steps.parse(job.steps);
    new JobRun(job.job(chosen), job.options).runWarm(j -> dailySales(chosen, j), context);
  }

  private JobSpec job(Steps chosen) {
    String variant = label != null ? label : chosen.label();
    // Two copies of the same rows may be laid out differently: runs over them are not compared.
    String copy =
        chosen.has(Step.COMPACTED)
            ? CompactedInput.writtenBy(Workspace.here()).map(run -> " copy=" + run).orElse("")
            : "";
    return new JobSpec(
        DailySales.TABLE.name(),
        DailySales.TABLE,
        variant,
        "steps=" + chosen + copy,
        chosen.settings());
  }

  private static void dailySales(Steps chosen, Job job) {
    new SteppedDailySales(
            chosen,
            chosen.has(Step.COMPACTED) ? job.readsCompacted() : job.reads("transactions"),
            job.reads("customers"))
        .run(job.spark(), job.writes());
  }

  private static String catalogue() {
    return Arrays.stream(Step.values())
        .map(s -> "%-10s  %-3s  %s".formatted(s.id(), Steps.ALL.has(s) ? "all" : "", s.meaning()))
        .collect(Collectors.joining("\n"));
  }
}
