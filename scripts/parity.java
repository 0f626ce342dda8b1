///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Compares two folders of data: schema, rows, keys, every row both ways, every sum
//JAVA 17
//JAVA_OPTIONS -Xmx2g -XX:+UseParallelGC
//SOURCES ../lib/compare/Parity.java
//SOURCES ../lib/compare/ParityLog.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/spark/CoresOption.java
//SOURCES ../lib/spark/Failures.java
//SOURCES ../lib/spark/OutputParity.java
//SOURCES ../lib/spark/Sessions.java
//SOURCES ../lib/spark/StoredTable.java

import compare.Parity;
import compare.ParityCheck;
import compare.ParityLog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import project.Cli;
import project.LabException;
import project.Workspace;
import spark.CoresOption;
import spark.Failures;
import spark.OutputParity;
import spark.SessionSpec;
import spark.Sessions;
import spark.StoredTable;

/** Do two jobs give the same answer? */
@Command(
    name = "parity",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares two folders of Parquet, ORC, JSON or CSV files, whoever wrote them: schema, rows,"
          + " duplicate keys, every row in both directions, the sum of every numeric column."
          + " Floating-point values are compared to 6 digits, their sums to 1e-9."
    },
    footer = {
      "",
      "Examples:",
      "  jbang parity data/silver/daily_sales/{baseline,optimized}",
      "  jbang parity old/ new/ --key day,segment",
      "",
      "Exit codes: 0 the same, 1 different or not readable, 2 wrong usage, 130 interrupted."
    })
public class parity implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "LEFT", description = "A folder.")
  Path left;

  @Parameters(index = "1", paramLabel = "RIGHT", description = "The folder to compare it with.")
  Path right;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns that make a row unique (default: none known, so no check of them).")
  List<String> key = new ArrayList<>();

  @Mixin CoresOption cores;

  /** For an experiment: job, then run id and variant of both sides; the result is logged. */
  @Option(names = "--log", hidden = true)
  List<String> log = new ArrayList<>();

  public static void main(String[] args) {
    System.exit(Cli.run(new parity(), args));
  }

  @Override
  public Integer call() {
    List<ParityCheck> checks = checks();
    boolean same = checks.stream().allMatch(ParityCheck::equal);
    if (log.size() == 5) {
      new ParityLog(Workspace.here().ops("parity.csv"))
          .append(
              new Parity(log.get(0), log.get(1), log.get(2), log.get(3), log.get(4), checks),
              Instant.now());
    }
    for (ParityCheck check : checks) {
      System.out.printf(
          "%-9s  %s: %s%s%n",
          check.equal() ? "same" : "DIFFERENT",
          check.name(),
          check.left(),
          check.equal() ? "" : " against " + check.right() + " " + check.detail());
    }
    System.out.println(same ? "outputs identical: yes" : "outputs identical: NO");
    return same ? 0 : LabException.FAILED;
  }

  private List<ParityCheck> checks() {
    SessionSpec session = SessionSpec.local("parity", cores.master());
    try (SparkSession spark = Sessions.open(session)) {
      Dataset<Row> first = StoredTable.read(spark, left);
      Dataset<Row> second = StoredTable.inOrderOf(first, StoredTable.read(spark, right));
      List<String> columns = List.of(first.columns());
      key.stream()
          .filter(k -> !columns.contains(k))
          .findFirst()
          .ifPresent(
              k -> {
                String sentence =
                    "--key %s is not a column of %s (found: %s)"
                        .formatted(k, left, String.join(", ", columns));
                // An experiment's --key is its own option: it is not parity's help that helps.
                throw log.isEmpty() ? LabException.usage(sentence) : LabException.failed(sentence);
              });
      return OutputParity.checks(key, first, second);
    } catch (Exception e) {
      throw Failures.explain(e, "See that both folders are complete, then compare them again");
    }
  }
}
