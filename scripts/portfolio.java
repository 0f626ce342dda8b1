///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION All models of a run log: what they cost, how reliable they are, what to fix first
//JAVA 17
//JAVA_OPTIONS -Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../lib/portfolio/SimulationFiles.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Quantity.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/report/PortfolioOptions.java
//SOURCES ../lib/report/PortfolioReport.java
//SOURCES ../lib/sales/DayConverter.java

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import portfolio.SimulatedHistory;
import portfolio.Simulation;
import portfolio.SimulationFiles;
import project.Cli;
import project.Launcher;
import project.Quantity;
import project.Workspace;
import report.PortfolioOptions;
import report.PortfolioReport;
import report.PortfolioView;
import sales.DayConverter;

/** From one job to a platform: which of all these models should somebody look at first? */
@Command(
    name = "portfolio",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = portfolio.Simulate.class,
    description = {
      "Reads a log of runs, the lab's or any other, and shows for all models together: who makes up"
          + " the cost and the late data, p95, failures, repairs, freshness, trends, and what to"
          + " fix first, each with its rule and EUR a month. Writes portfolio.html (opens offline)"
          + " and portfolio.md.",
      "",
      "The log is a CSV file with job_name, start_time, end_time or duration_sec, and status; used"
          + " when there: cost_eur, cluster_cost_eur_hr, owner, tier, schedule, variant, pair,"
          + " simulated. Bad lines are counted and named.",
      ""
    },
    footer = {
      "",
      "Times are UTC unless they say otherwise, money is EUR, a month has 30 days.",
      "",
      "Examples:",
      "  jbang portfolio",
      "  jbang portfolio simulate",
      "  jbang portfolio --runs ops/portfolio/simulated.csv --truth"
          + " ops/portfolio/simulated_truth.csv",
      "  jbang portfolio --runs airflow.csv --column job_name=dag_id --column start_time=start_date"
          + " --column end_time=end_date --column status=state --rate 3.20",
      "",
      "Exit codes: 0 written, 1 the log cannot be read, 2 wrong usage."
    })
public class portfolio implements Callable<Integer> {
  @Mixin PortfolioOptions options;

  public static void main(String[] args) {
    System.exit(Cli.run(new portfolio(), args));
  }

  @Override
  public Integer call() {
    Workspace workspace = Workspace.here();
    PortfolioView view = options.view(workspace);
    PortfolioReport report = PortfolioReport.write(view, options.out(workspace));
    view.notes().forEach(n -> System.err.println("note: " + n));
    System.out.println(report.console() + "\n");
    report.files().forEach(f -> System.out.println("wrote " + workspace.fromHere(f)));
    return 0;
  }

  @Command(
      name = "simulate",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Makes up the history of a platform, to try the portfolio on: models with owners, tiers,"
            + " schedules and inputs; durations with weekdays and growth; failures in spells,"
            + " repairs, costs. A fifth of the models are offenders (cost hog, slow drift, flaky,"
            + " not repaired, month end, stale), and some only look like one. Every line says"
            + " simulated=true; who is who is in a file apart, <out>_truth.csv, and"
            + " <out>_registry.csv is their registry. The same seed gives the same files on any"
            + " machine.",
        ""
      },
      footer = {
        "",
        "Example:",
        "  jbang portfolio simulate --models 65 --days 90 --seed 42 --out"
            + " ops/portfolio/simulated.csv",
        "",
        "Exit codes: 0 written, 1 not written, 2 wrong usage."
      })
  static class Simulate implements Callable<Integer> {
    @Option(
        names = "--models",
        defaultValue = "65",
        description = "How many models, 1 to 1000 (default: ${DEFAULT-VALUE}).")
    int models;

    @Option(
        names = "--days",
        defaultValue = "90",
        description = "How many days, 28 to 1100 (default: ${DEFAULT-VALUE}).")
    int days;

    @Option(
        names = "--seed",
        defaultValue = "42",
        description = "Any whole number (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
        names = "--strength",
        paramLabel = "FACTOR",
        defaultValue = "1",
        description =
            "How strongly the offenders show: 0.5 for half as much, up to 3 (default:"
                + " ${DEFAULT-VALUE}, which nobody should miss).")
    double strength;

    @Option(
        names = "--first-day",
        paramLabel = "DAY",
        converter = DayConverter.class,
        defaultValue = "2026-01-01",
        description = "The first day, YYYY-MM-DD, UTC (default: ${DEFAULT-VALUE}).")
    LocalDate firstDay;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "The log to write (default: ops/portfolio/simulated.csv).")
    Path out;

    @Override
    public Integer call() {
      Workspace workspace = Workspace.here();
      Path log = out != null ? out : workspace.ops("portfolio/simulated.csv");
      Simulation simulation = new Simulation(models, days, seed, strength, firstDay);
      SimulatedHistory history = SimulatedHistory.of(simulation);
      SimulationFiles files = SimulationFiles.of(log);
      files.write(history);
      String shown = workspace.fromHere(log);
      System.out.printf(
          "Simulated: %s of %s in %d days, seed %d; no such model exists.%n",
          Quantity.count(history.size(), "run"), Quantity.count(models, "model"), days, seed);
      for (Path file : new Path[] {log, files.registry(), files.truth()}) {
        System.out.println("wrote " + workspace.fromHere(file));
      }
      System.out.println("Look at them: " + Launcher.command("portfolio", "--runs", shown));
      return 0;
    }
  }
}
