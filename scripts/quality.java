///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Holds tables against their data contracts and names the rows that break them
//JAVA 17
// The first compiler alone, as for inspect: one pass over the rows does not repay the second.
//JAVA_OPTIONS -Xmx2g -XX:+UseParallelGC -XX:TieredStopAtLevel=1
//SOURCES ../lib/operate/contract/QualityChecks.java
//SOURCES ../lib/operate/contract/QualityText.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/sales/RawData.java
//SOURCES ../lib/spark/CoresOption.java

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import operate.contract.QualityChecks;
import operate.contract.QualityText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import project.Cli;
import project.LabException;
import project.Workspace;
import sales.RawData;
import spark.CoresOption;

/** Do the tables keep what their contracts promise? */
@Command(
    name = "quality",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Holds tables against their data contracts: columns and types in every file, nulls, keys,"
          + " ranges, valid values, row counts, relationships, latency. Prints what was wanted and"
          + " found, with up to five rows for each breach.",
      "",
      "A contract is a file of the Open Data Contract Standard v3.1,"
          + " ops/contracts/LAYER.TABLE.odcs.yaml; one in your own ops/contracts/ wins over the"
          + " lab's. Results are appended to ops/quality_metrics.csv and ops/quality_snapshot.csv."
          + " Jobs do the same with what they are about to publish.",
      ""
    },
    footer = {
      "",
      "Percentages are of a table's rows, latency is in minutes. SQL in a contract is Spark's and has"
          + " to be understood by it, else the check fails with file and line; a rule in another"
          + " dialect says so, engine: snowflake, and is listed as not checked.",
      "",
      "Exit codes: 0 every promise kept, or broken ones of severity warning only; 1 one of severity"
          + " error is broken, or a table or contract cannot be read; 2 wrong usage; 130"
          + " interrupted.",
      "",
      "Examples:",
      "  jbang quality",
      "  jbang quality raw.transactions",
      "  jbang quality silver.daily_sales/optimized"
    })
public class quality implements Callable<Integer> {
  @Parameters(
      paramLabel = "TABLE",
      description =
          "raw.transactions, silver.daily_sales, or one variant of it, silver.daily_sales/optimized"
              + " (default: all that have a contract and are there).")
  List<String> tables = new ArrayList<>();

  @Mixin CoresOption cores;

  public static void main(String[] args) {
    System.exit(Cli.run(new quality(), args));
  }

  @Override
  public Integer call() {
    Workspace workspace = Workspace.here();
    String remake = RawData.remakeIn(workspace.raw());
    QualityText text = new QualityChecks(workspace, cores.master(), remake).of(tables);
    System.out.println(text.table());
    if (!text.notes().isEmpty()) {
      System.out.println("\n" + text.notes());
    }
    System.out.println("\n" + text.totals());
    return text.errors() == 0 ? 0 : LabException.FAILED;
  }
}
