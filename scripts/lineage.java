///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Which job reads and writes which table, what breaks when one changes, and OpenLineage
// events
//JAVA 17
//JAVA_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../lib/operate/lineage/ColumnImpact.java
//SOURCES ../lib/operate/lineage/LineageText.java
//SOURCES ../lib/project/AtomicFile.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/report/LineageEvents.java
//SOURCES ../lib/report/LineagePicture.java
//SOURCES ../lib/report/LineageReader.java
//SOURCES ../lib/runs/AbortedRuns.java
//SOURCES ../lib/runs/RunLog.java

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import operate.lineage.ColumnImpact;
import operate.lineage.Lineage;
import operate.lineage.LineageImpact;
import operate.lineage.LineageText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import project.AtomicFile;
import project.Cli;
import project.LabException;
import project.Workspace;
import report.LineageEvents;
import report.LineagePicture;
import report.LineageReader;
import runs.AbortedRuns;
import runs.RunLog;

/** Who depends on a table, and from which tables a number was made. */
@Command(
    name = "lineage",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints which job reads and writes which table: by the registry, ops/models_registry.csv, and"
          + " by what runs logged, ops/model_lineage.csv. Says where the two differ. Rows, times"
          + " and columns are those of the newest runs; times are UTC.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jbang lineage",
      "  jbang lineage --what-breaks raw.transactions",
      "  jbang lineage --what-breaks raw.transactions.amount",
      "  jbang lineage --svg lineage.svg --openlineage events.jsonl",
      "",
      "Exit codes: 0 printed or written, 1 a file cannot be read or written, or nobody knows the"
          + " table, 2 wrong usage."
    })
public class lineage implements Callable<Integer> {
  @Option(
      names = "--what-breaks",
      paramLabel = "TABLE[.COLUMN]",
      description =
          "Instead: everything downstream of a table, as raw.transactions, or of one of its"
              + " columns, with owner and tier.")
  String target;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description =
          "Instead: write the picture, which follows the reader's window and light or dark.")
  Path svg;

  @Option(
      names = "--openlineage",
      paramLabel = "FILE",
      description =
          "Instead: write the runs of the log as OpenLineage 2-0-2 run events, a line of JSON"
              + " each.")
  Path events;

  @Option(
      names = "--runs",
      paramLabel = "FILE",
      description =
          "The run log; model_lineage.csv, quality_snapshot.csv and events/ are read beside it"
              + " (default: ops/job_runs.csv).")
  Path runsFile;

  private final Workspace workspace = Workspace.here();

  public static void main(String[] args) {
    System.exit(Cli.run(new lineage(), args));
  }

  @Override
  public Integer call() {
    if (runsFile != null && !Files.isRegularFile(runsFile)) {
      throw LabException.failed(
          "No run log at %s, wanted a file as ops/job_runs.csv".formatted(runsFile));
    }
    requireFile("--svg", svg);
    requireFile("--openlineage", events);
    AbortedRuns.log(workspace).forEach(System.err::println);
    Path file = runsFile != null ? runsFile : workspace.runs();
    RunLog.Content log = new RunLog(file).read();
    LineageReader reader = LineageReader.of(workspace, file);
    log.warnings().forEach(w -> System.err.println("warning: " + w));
    reader.warnings().forEach(w -> System.err.println("warning: " + w));
    if (target != null) {
      System.out.println(whatBreaks(reader.lineage(log.runs())));
    }
    if (svg != null) {
      AtomicFile.write(svg, LineagePicture.svg(reader.lineage(log.runs())));
      System.out.println("wrote " + svg);
    }
    if (events != null) {
      LineageEvents written = LineageEvents.write(workspace, reader, log.runs(), events);
      written.warning().ifPresent(w -> System.err.println("warning: " + w));
      System.out.println("wrote " + written.said());
    }
    if (target == null && svg == null && events == null) {
      String shown = workspace.fromHere(LineageReader.log(file));
      System.out.println(LineageText.of(reader.lineage(log.runs()), reader.registry(), shown));
    }
    return 0;
  }

  private static void requireFile(String option, Path file) {
    if (file != null && Files.isDirectory(file)) {
      throw LabException.usage("%s %s is a folder (wanted a file)".formatted(option, file));
    }
  }

  private String whatBreaks(Lineage lineage) {
    if (target.isBlank()) {
      throw LabException.usage("--what-breaks is empty (wanted a table, as raw.transactions)");
    }
    int dot = target.lastIndexOf('.');
    String table = target.substring(0, Math.max(0, dot));
    boolean column =
        !lineage.graph().tables().contains(target) && lineage.graph().tables().contains(table);
    return column
        ? LineageText.of(
            ColumnImpact.of(lineage.graph(), lineage.columns(), table, target.substring(dot + 1)))
        : LineageText.of(LineageImpact.of(lineage.graph(), target));
  }
}
