///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Generates customers and skewed transactions in many small Parquet files
//JAVA 17
//JAVA_OPTIONS -Xmx2g -XX:+UseParallelGC
//SOURCES ../lib/sales/Generation.java
//SOURCES ../lib/sales/GenerateOptions.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/Workspace.java

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import project.Cli;
import project.Workspace;
import sales.GenerateOptions;
import sales.Generation;

/** Generates the raw tables of the lab. */
@Command(
    name = "generate_data",
    mixinStandardHelpOptions = true,
    description = {
      "Generates data/raw: customers, and transactions with a hot key, small files and a little"
          + " dirt. Every row depends on the seed and its number only: the same data on any"
          + " machine."
    },
    footer = {
      "",
      "Examples:",
      "  jbang generate_data",
      "  jbang generate_data --rows 500k --overwrite",
      "  jbang generate_data --rows 50M --hot-share 0.4 --files-per-day 10 --overwrite",
      "",
      "Exit codes: 0 the data are there, 1 they could not be written, 2 wrong usage, 130"
          + " interrupted."
    })
public class generate_data implements Callable<Integer> {
  @Mixin GenerateOptions options;

  public static void main(String[] args) {
    System.exit(Cli.run(new generate_data(), args));
  }

  @Override
  public Integer call() {
    System.out.println(Generation.run(options, Workspace.here()));
    return 0;
  }
}
