///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Rehearses what goes wrong at night, repairs it by the runbook, and takes the time
//JAVA 17
//JAVA_OPTIONS -Xmx2g -XX:+UseParallelGC -XX:TieredStopAtLevel=1
//SOURCES generate_data.java
//SOURCES inspect.java
//SOURCES job_baseline.java
//SOURCES job_optimized.java
//SOURCES parity.java
//SOURCES slo.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Count.java
//SOURCES ../lib/project/CountConverter.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/rehearse/Rehearsals.java

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import project.Cli;
import project.Count;
import project.CountConverter;
import project.Workspace;
import rehearse.Rehearsals;

/** Rehearses incidents of daily_sales. */
@Command(
    name = "incident",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Rehearses failures of daily_sales: makes one happen, runs the job into it, finds the"
          + " runbook's entry by what the run says, types that entry's commands, compares the output"
          + " with the healthy one, and writes the incident down with its repair time.",
      "",
      "It happens in a folder of its own among the temporary files, with its own data and run log:"
          + " your data and outputs are not touched. About a minute each on 2 cores. Without a"
          + " name it lists what can be rehearsed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jbang incident",
      "  jbang incident column_renamed",
      "  jbang incident all --rows 1M",
      "  jbang incident all --note",
      "",
      "Results: ops/incidents.csv, a line each; ops/incidents/<id>/, what was typed and said; the"
          + " report and slo show them.",
      "Exit codes: 0 all went as they should, 1 one was not noticed, explained or repaired, or"
          + " something stands in the way, 2 wrong usage, 130 interrupted."
    })
public class incident implements Callable<Integer> {
  /** The commands that a runbook may name. */
  private static final Map<String, Class<?>> SCRIPTS =
      Map.of(
          "generate_data", generate_data.class,
          "inspect", inspect.class,
          "baseline", job_baseline.class,
          "optimized", job_optimized.class,
          "parity", parity.class,
          "slo", slo.class);

  @Parameters(
      paramLabel = "INCIDENT",
      arity = "0..*",
      description = "What to rehearse, one or several; all of them: all.")
  List<String> kinds = List.of();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Transactions of the rehearsal's own data, from 10k (default: ${DEFAULT-VALUE}).",
      defaultValue = "300k",
      converter = CountConverter.class)
  Count rows;

  @Option(
      names = "--note",
      description =
          "Also write day and repair time into ops/runbooks/daily_sales.md, as \"Last rehearsed\".")
  boolean note;

  public static void main(String[] args) {
    System.exit(Cli.run(new incident(), args));
  }

  @Override
  public Integer call() {
    Workspace workspace = Workspace.here();
    if (kinds.isEmpty()) {
      System.out.println(Rehearsals.list(workspace));
      return 0;
    }
    Rehearsals rehearsals = new Rehearsals(workspace, SCRIPTS, rows.value());
    return rehearsals.run(kinds, System.out, System.err, note) ? 0 : 1;
  }
}
