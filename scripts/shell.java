///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION A Java shell with Spark and the lab's tables at hand
//JAVA 17
//JAVA_OPTIONS -Xmx2g -XX:+UseParallelGC -XX:TieredStopAtLevel=1
//SOURCES ../lib/notebook/Shell.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Terminal.java
//SOURCES ../lib/spark/CoresOption.java

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import notebook.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import project.Cli;
import project.Terminal;
import spark.CoresOption;

/** A JShell for quick experiments. */
@Command(
    name = "shell",
    mixinStandardHelpOptions = true,
    description = {
      "A Java shell with Spark: spark, lab, transactions, customers and measure are there, the"
          + " usual packages are imported, and an expression shows its value, of a Dataset the"
          + " first 20 rows. transactions and customers are your generated data, else the small"
          + " ones of the lessons. Ctrl-C ends what runs, Ctrl-D or /exit ends the shell.",
      "",
      "Statements from a pipe run up to the first that fails, and print their values and nothing"
          + " else; /exit ends them, too.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jbang shell",
      "  jbang shell --cores 2 --ui",
      "  echo 'transactions.count()' | jbang shell",
      "  jbang shell < experiment.jsh",
      "  jbang run --java-options=-Xmx4g shell",
      "",
      "Exit codes: 0 ended (or what /exit N says), 1 a statement of a pipe failed, 2 wrong usage,"
          + " 130 interrupted."
    })
public class shell implements Callable<Integer> {
  @Mixin CoresOption cores;

  @Option(names = "--ui", description = "Serve Spark's web UI; the welcome says where.")
  boolean ui;

  public static void main(String[] args) {
    System.exit(Cli.run(new shell(), args));
  }

  @Override
  public Integer call() throws IOException {
    Map<String, String> settings = ui ? Map.of("spark.ui.enabled", "true") : Map.of();
    if (Terminal.isStandardInput()) {
      return Shell.interactive(cores.count(), settings);
    }
    String script = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    return Shell.run("stdin", script, cores.count(), settings);
  }
}
