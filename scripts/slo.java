///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Says whether the promises of ops/slo.yaml are kept, from the runs of operation
//JAVA 17
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../lib/operate/slo/SloFile.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/LabException.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/report/Reliability.java
//SOURCES ../lib/runs/AbortedRuns.java
//SOURCES ../lib/runs/RunLog.java

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import operate.slo.Slo;
import operate.slo.SloFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import project.Cli;
import project.LabException;
import project.Workspace;
import report.Reliability;
import runs.AbortedRuns;
import runs.RunLog;

/** Is the job as reliable as promised? */
@Command(
    name = "slo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says whether each model of ops/slo.yaml keeps what it promises: freshness, success rate,"
          + " MTTR and p95, with what few runs prove, the error budget that is left, and the"
          + " incidents.",
      "",
      "What counts is operation: runs of the variants that the file names, failed and killed ones"
          + " included. Runs of an experiment or of the demo, warm-ups and rehearsals do not"
          + " count, and are said to be left out. A run belongs to the window that it ended in.",
      "",
      "An incident begins with the start of the first run that failed after a success, and ends"
          + " with the end of the next success; where runs overlap, of the next that neither started"
          + " nor ended before the failed one. An open one has no repair time. A run over some days"
          + " (--from, --to) publishes what a run over everything would: when it succeeds, it"
          + " repairs and makes the data fresh; it counts in no rate and no p95, and when it fails,"
          + " not at all.",
      "",
      "The error budget is (1 - goal) x the runs planned in the window, by the schedule in"
          + " ops/models_registry.csv, else conf/lab.properties; where more ran than were planned,"
          + " x those that ran.",
      ""
    },
    footer = {
      "",
      "Times of day are in UTC. \"at least\" is what the runs prove: of all runs, with 95 %%"
          + " confidence; of the time in the window; of the MTTR once an open incident is over.",
      "",
      "Examples:",
      "  jbang slo",
      "  jbang slo --model daily_sales --window 7",
      "  jbang slo --now 2026-01-31T09:00:00Z",
      "",
      "Exit codes: 0 no objective is broken, also where the runs cannot tell yet; 1 one is broken,"
          + " or a file cannot be read; 2 wrong usage."
    })
public class slo implements Callable<Integer> {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "Only this model (default: all of ops/slo.yaml).")
  String model;

  @Option(
      names = "--window",
      paramLabel = "DAYS",
      description = "Days to look back over (default: the model's window_days, else 30).")
  Integer days;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description =
          "The moment to look at, as 2026-01-31T09:00:00Z; later runs are not known then"
              + " (default: the clock).")
  String now;

  @Option(
      names = "--runs",
      paramLabel = "FILE",
      description = "The run log; incidents.csv is read beside it (default: ops/job_runs.csv).")
  Path runs;

  public static void main(String[] args) {
    System.exit(Cli.run(new slo(), args));
  }

  @Override
  public Integer call() {
    if (days != null && (days < 1 || days > SloFile.MOST_DAYS)) {
      throw LabException.usage(
          "--window %d is out of range (wanted 1 to %d days)".formatted(days, SloFile.MOST_DAYS));
    }
    Instant moment = now == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : instant(now);
    Workspace workspace = Workspace.here();
    if (runs != null && !Files.isRegularFile(runs)) {
      throw LabException.failed(
          "No run log at %s, wanted a file as ops/job_runs.csv".formatted(runs));
    }
    SloFile file = SloFile.of(workspace);
    List<Slo> slos = model == null ? file.slos() : List.of(file.get(model));
    AbortedRuns.log(workspace).forEach(System.err::println);
    Path log = runs != null ? runs : workspace.runs();
    RunLog.Content content = new RunLog(log).read();
    content.warnings().forEach(w -> System.err.println("warning: " + w));
    boolean broken = false;
    for (Slo each : slos) {
      Slo over = days == null ? each : each.over(days);
      Reliability found = Reliability.of(workspace, log, content, over, moment);
      found.warnings().forEach(w -> System.err.println("warning: " + w));
      System.out.printf("%s%n%n", found.text());
      broken |= found.broken();
    }
    System.out.printf("Objectives: %s%n", file.file());
    return broken ? LabException.FAILED : 0;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw LabException.usage(
          "--now '%s' is no time (wanted one in UTC, as 2026-01-31T09:00:00Z)".formatted(text));
    }
  }
}
