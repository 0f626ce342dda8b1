///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Fails a change of daily_sales that breaks its answer, contract, plan, p95 budget or time
//JAVA 17
//SOURCES generate_data.java
//SOURCES job_baseline.java
//SOURCES job_optimized.java
//SOURCES ../lib/gate/Gate.java
//SOURCES ../lib/project/AtomicFile.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/LabException.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/runs/MemoryOption.java
//SOURCES ../lib/sales/DailySales.java

import gate.Gate;
import gate.GateJob;
import gate.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import project.AtomicFile;
import project.Cli;
import project.LabException;
import project.Launcher;
import project.Workspace;
import runs.MemoryOption;
import sales.DailySales;

/** May this change of the job go in? */
@Command(
    name = "gate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = gate.Save.class,
    description = {
      "Runs the tuned daily_sales and holds it against the baseline in ops/gate/daily_sales.json:"
          + " the same answer (else the naive job runs, and rows that differ are shown); its contract"
          + " kept and as strict; no more shuffles, stages, files, columns or dearer joins, and no"
          + " lost filter; its p95 within budget; not slower.",
      "",
      "What no noise can decide is decided on any machine. Times decide only as far as they can: a"
          + " budget is broken by 2 of 6 runs above it; times that were stored on the same machine"
          + " raise a suspicion, and runs of both versions in turn decide it, beyond what the version"
          + " before differs from itself. Times that a slow-down by half could hide in are"
          + " no verdict: what cannot be told is said, in the last line too, and passes.",
      "",
      "Its runs are logged as runs of an experiment, so that they count in no SLO, and publish in"
          + " data/experiments/gate. Where there are no data, those of the baseline are made.",
      ""
    },
    footer = {
      "",
      "Results: the table on stdout, and ops/gate.md.",
      "",
      "Examples:",
      "  jbang gate save",
      "  jbang gate",
      "  jbang gate --against origin/main --summary summary.md",
      "  jbang gate --against ../lab-of-yesterday --runs 12",
      "",
      "Exit codes: 0 passed, 1 failed or could not be judged, 2 wrong usage, 130 interrupted."
    })
public class gate implements Callable<Integer> {
  @Option(
      names = "--runs",
      paramLabel = "N",
      description =
          "Runs, after one that warms up; 6 allow an interval and a broken p95, 59 a p95 that is"
              + " kept (default: ${DEFAULT-VALUE}).",
      defaultValue = "6")
  int runs;

  @Option(
      names = "--against",
      paramLabel = "COMMIT|DIR",
      arity = "0..1",
      fallbackValue = "",
      description =
          "Run the version before in turn with this one, twice in each round: a commit, a branch,"
              + " or another checkout; without a value, the commit that stored the baseline.")
  String against;

  @Option(
      names = "--p95",
      paramLabel = "SEC",
      description =
          "The p95 budget, seconds of job time (default: p95_max_sec of ops/slo.yaml).")
  Double p95;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Append the answer to this file, too, as Markdown for a forge.")
  Path summary;

  public static void main(String[] args) {
    System.exit(Cli.run(new gate(), args));
  }

  @Override
  public Integer call() throws IOException {
    atLeastOne(runs);
    if (p95 != null && !(p95 > 0 && p95 < 1e7)) {
      throw LabException.usage("--p95 %s is out of range (wanted seconds above 0)".formatted(p95));
    }
    if (summary != null && Files.isDirectory(summary)) {
      throw LabException.usage("--summary %s is a folder (wanted a file)".formatted(summary));
    }
    Workspace workspace = Workspace.here();
    OptionalDouble budget = p95 == null ? OptionalDouble.empty() : OptionalDouble.of(p95);
    Judgement judgement =
        of(workspace).judge(runs, budget, Optional.ofNullable(against));
    AtomicFile.write(workspace.ops("gate.md"), judgement.markdown());
    if (summary != null) {
      Files.writeString(
          summary, judgement.markdown(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
    System.out.println(judgement.text());
    return judgement.passed() ? 0 : LabException.FAILED;
  }

  private static Gate of(Workspace workspace) {
    return new Gate(
        workspace,
        new GateJob(
            DailySales.TABLE.name(),
            "optimized",
            job_optimized.class,
            job_baseline.class,
            generate_data.class));
  }

  private static void atLeastOne(int runs) {
    if (runs < 1) {
      throw LabException.usage("--runs %d is out of range (wanted at least 1)".formatted(runs));
    }
  }

  /** From now on this is what a change is held against. */
  @Command(
      name = "save",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Stores the tuned daily_sales as it is now in ops/gate/daily_sales.json, over the data that"
            + " are there, else over 2M rows that are made. Its answer must be that of the naive job.",
        "",
        "Commit the file with the change that it belongs to.",
        ""
      },
      footer = {
        "",
        "Exit codes: 0 stored, 1 a run failed or the answer is wrong, 2 wrong usage, 130"
            + " interrupted."
      })
  static class Save implements Callable<Integer> {
    @Option(
        names = "--runs",
        paramLabel = "N",
        description = "Runs, after one that warms up (default: ${DEFAULT-VALUE}).",
        defaultValue = "6")
    int runs;

    @Option(
        names = "--cores",
        paramLabel = "N",
        description =
            "Task slots of every run of the gate from now on, wherever it runs: what Spark does"
                + " depends on them (default: ${DEFAULT-VALUE}).",
        defaultValue = "2")
    int cores;

    @Mixin MemoryOption memory;

    @Override
    public Integer call() {
      atLeastOne(runs);
      if (cores < 1) {
        throw LabException.usage("--cores %d is out of range (wanted at least 1)".formatted(cores));
      }
      Workspace workspace = Workspace.here();
      Path file = of(workspace).save(runs, cores, memory.size());
      System.out.printf(
          "Stored %s. Commit it with the job, and hold changes against it: %s%n",
          workspace.fromHere(file), Launcher.command("gate"));
      return 0;
    }
  }
}
