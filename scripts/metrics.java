///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Compares the runs of an experiment and writes the before/after report
//JAVA 17
// A command of two seconds ends before the optimizing compiler pays.
//JAVA_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/report/Report.java
//SOURCES ../lib/runs/AbortedRuns.java

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import project.Cli;
import project.Workspace;
import report.Report;
import runs.AbortedRuns;

@Command(
    // An alias of its own names the subcommand: readers type "report".
    name = "",
    mixinStandardHelpOptions = true,
    description = "What the runs in ops/job_runs.csv come to.",
    subcommands = metrics.ReportCommand.class)
public class metrics {

  public static void main(String[] args) {
    System.exit(Cli.run(new metrics(), args));
  }

  @Command(
      name = "report",
      synopsisHeading = "Usage:", // The blank after it is that between no name and this one.
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Writes the before/after report of one job.",
        "",
        "Reports the newest experiment, or baseline and optimized runs typed later, and writes"
            + " report.html (opens offline), report.md, p95_summary.md, cost_summary.md,"
            + " summary_report.md and p95_chart.png. Compared are only runs over the same data, on"
            + " the same machine and with the same settings; the others are listed, each with its"
            + " reason.",
        ""
      },
      footer = {
        "",
        "Times are in seconds, money in EUR, times of day in UTC. p95 is type 7, as in pandas.",
        "",
        "Exit codes: 0 written; 1 nothing to compare, or a part of the report is missing; 2 usage.",
        "",
        "Examples:",
        "  jbang report",
        "  jbang report --experiment exp-20260131-090000-7f3a",
        "  jbang report --runs ops/sample/job_runs.csv --out /tmp/sample"
      })
  static class ReportCommand implements Callable<Integer> {
    @Option(
        names = "--job",
        defaultValue = "daily_sales",
        description = "The job, as in job_name (default: ${DEFAULT-VALUE}).")
    String job;

    @Option(
        names = "--experiment",
        paramLabel = "ID",
        description =
            "The experiment to report, as exp-20260131-090000-7f3a (default: the newest comparison,"
                + " be it an experiment or runs typed one by one).")
    String experiment;

    @Option(
        names = "--runs",
        paramLabel = "FILE",
        description =
            "The run log; parity.csv, quality_snapshot.csv, experiments/ and events/ are read"
                + " beside it (default: ops/job_runs.csv).")
    Path runs;

    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "Where the report goes (default: ops).")
    Path out;

    @Override
    public Integer call() {
      Workspace workspace = Workspace.here();
      AbortedRuns.log(workspace).forEach(System.err::println);
      Report report =
          Report.write(
              workspace,
              runs != null ? runs : workspace.runs(),
              out != null ? out : workspace.ops(""),
              job,
              Optional.ofNullable(experiment));
      report.warnings().forEach(w -> System.err.println("warning: " + w));
      System.out.printf("%s%n%n%s%n%n", report.sentence(), report.beforeAfter());
      if (!report.compaction().isEmpty()) {
        System.out.printf("%s%n%n", report.compaction());
      }
      report.files().forEach(f -> System.out.println("wrote " + workspace.fromHere(f)));
      report.problems().forEach(p -> System.err.println("error: " + p));
      return report.problems().isEmpty() ? 0 : 1;
    }
  }
}
