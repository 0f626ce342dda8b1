///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Shows what is in data/raw: schemas, hot keys, small files, nulls and orphans
//JAVA 17
// The first compiler alone: 18 s of CPU time for 20M rows where both together take 28 s.
//JAVA_OPTIONS -Xmx2g -XX:+UseParallelGC -XX:TieredStopAtLevel=1
//SOURCES ../lib/runs/PublishedOutputs.java
//SOURCES ../lib/sales/DailySales.java
//SOURCES ../lib/sales/InspectOptions.java
//SOURCES ../lib/sales/Inspection.java
//SOURCES ../lib/sales/RawData.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Workspace.java

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import project.Cli;
import project.Workspace;
import runs.PublishedOutputs;
import sales.DailySales;
import sales.InspectOptions;
import sales.Inspection;
import sales.RawData;

/** Shows what is in the raw tables of the lab. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what is in data/raw: schemas, first rows, largest keys, files per day, nulls and"
          + " orphans. Names a hot key and small files, and the days that changed after an output"
          + " was made. Writes the keys to ops/diagnostics/top_keys.csv and top_keys.md."
    },
    footer = {
      "",
      "Examples:",
      "  jbang inspect",
      "  jbang inspect --top 25 | less",
      "",
      "Exit codes: 0 inspected, 1 the data or ops/ stand in the way, 2 wrong usage, 130"
          + " interrupted."
    })
public class inspect implements Callable<Integer> {
  @Mixin InspectOptions options;

  public static void main(String[] args) {
    System.exit(Cli.run(new inspect(), args));
  }

  @Override
  public Integer call() {
    Workspace workspace = Workspace.here();
    Inspection inspection = Inspection.of(options, workspace);
    System.out.println(inspection.text());
    List<String> outputs =
        PublishedOutputs.of(DailySales.TABLE, RawData.describe(workspace.raw()), workspace);
    if (!outputs.isEmpty()) {
      System.out.println("\nOutputs of daily_sales\n  " + String.join("\n  ", outputs));
    }
    System.out.println("\n" + inspection.topKeys().write(workspace));
    return 0;
  }
}
