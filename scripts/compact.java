///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Rewrites the many small input files as a few large ones, checks them, logs what it cost
//JAVA 17
//SOURCES ../lib/runs/JobRun.java
//SOURCES ../lib/runs/JobOptions.java
//SOURCES ../lib/runs/JobSpec.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/sales/CompactedTransactions.java
//SOURCES ../lib/spark/SparkConfFile.java

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import project.Cli;
import runs.JobOptions;
import runs.JobRun;
import runs.JobSpec;
import sales.CompactedTransactions;
import spark.SparkConfFile;

/**
 * compact_transactions: data/raw/transactions with few, large files, as data/bronze/transactions.
 */
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    description = {
      "Rewrites data/raw/transactions into a few large files for each day, with their rows by"
          + " customer, compares the copy by number and hash sum of all rows, publishes it in"
          + " data/bronze/transactions and logs the run: a later job that reads the copy has to"
          + " earn back what this one cost."
    },
    footer = {
      "",
      "Examples:",
      "  jbang compact",
      "  jbang compact --cores 2 --memory 4g",
      "",
      "Exit codes: 0 published, 1 failed (the reason is in ops/job_runs.csv), 2 wrong usage, 130"
          + " interrupted."
    })
public class compact implements Callable<Integer> {
  @Mixin JobOptions options;

  public static void main(String[] args) {
    System.exit(Cli.run(new compact(), args));
  }

  @Override
  public Integer call() {
    JobSpec job =
        new JobSpec(
            "compact_transactions",
            CompactedTransactions.TABLE,
            CompactedTransactions.VARIANT,
            "",
            SparkConfFile.read("compact"));
    return new JobRun(job, options)
        .run(
            j -> {
              // For the lineage; which of its folders are read is decided further down.
              j.reads("transactions");
              CompactedTransactions.write(j.spark(), j.raw(), j.writes());
            });
  }
}
