///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Generates data, alternates both forms of the job, reports what the tuning won
//JAVA 17
//SOURCES generate_data.java
//SOURCES job_baseline.java
//SOURCES job_optimized.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Count.java
//SOURCES ../lib/project/CountConverter.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/report/Report.java
//SOURCES ../lib/runs/AlternatedRuns.java
//SOURCES ../lib/runs/MemoryOption.java
//SOURCES ../lib/sales/RawData.java
//SOURCES ../lib/spark/CoresOption.java

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import project.Cli;
import project.Count;
import project.CountConverter;
import project.LabException;
import project.Workspace;
import report.Report;
import runs.AlternatedRuns;
import runs.JobProcess;
import runs.MemoryOption;
import sales.RawData;
import spark.CoresOption;

/** The whole lab in one command. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Generates data, runs daily_sales naive and tuned in turn, each in a fresh JVM,",
      "and reports what the tuning won. About 3 minutes at 2M rows on 2 cores."
    },
    footer = {
      "",
      "Examples:",
      "  jbang demo",
      "  jbang demo --rows 20M --overwrite --pairs 6",
      "",
      "Results: ops/report.html, ops/report.md, ops/p95_chart.png.",
      "Exit codes: 0 reported, 1 a step failed, 2 wrong usage."
    })
public class demo implements Callable<Integer> {
  private static final String DEFAULT_ROWS = "2M";

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Transactions, as 2M or 500k (default: the data that are there, else "
              + DEFAULT_ROWS
              + ").",
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
    generate(workspace);
    new AlternatedRuns(
            workspace, job_baseline.class, job_optimized.class, memory.size(), jobArguments())
        .run(pairs);
    Report report = Report.write(workspace, "daily_sales");
    report.warnings().forEach(System.err::println);
    System.out.printf("%n%s%n", report.beforeAfter());
    System.out.printf("Look at %s (opens offline).%n", workspace.show(report.files().get(0)));
    System.out.println(report.sentence());
    report.problems().forEach(System.err::println);
    return report.problems().isEmpty() ? 0 : LabException.FAILED;
  }

  private void generate(Workspace workspace) {
    if (rows == null && RawData.existsIn(workspace.raw())) {
      System.err.println(
          "1/3  Using the data that are in " + workspace.show(workspace.raw()) + ".");
      return;
    }
    System.err.println("1/3  Generating data.");
    List<String> arguments = new ArrayList<>(List.of("--cores", "" + cores.count()));
    arguments.addAll(List.of("--rows", rows == null ? DEFAULT_ROWS : rows.toString()));
    if (overwrite) {
      arguments.add("--overwrite");
    }
    if (JobProcess.run(generate_data.class, arguments, memory.size(), workspace, true) != 0) {
      throw LabException.failed("The demo stopped: the data could not be generated (see above)");
    }
  }

  private List<String> jobArguments() {
    return List.of("--cores", "" + cores.count(), "--memory", memory.size());
  }
}
