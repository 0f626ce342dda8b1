///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION daily_sales, naive: shuffled join on the hot key, opaque UDF, 200 output files
//JAVA 17
//SOURCES ../lib/runs/JobRun.java
//SOURCES ../lib/runs/JobOptions.java
//SOURCES ../lib/runs/JobSpec.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/sales/AmountBucket.java
//SOURCES ../lib/sales/CustomerJoin.java
//SOURCES ../lib/sales/DailySales.java
//SOURCES ../lib/sales/OutputLayout.java
//SOURCES ../lib/sales/Transactions.java

import static org.apache.spark.sql.functions.col;

import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import project.Cli;
import runs.Job;
import runs.JobOptions;
import runs.JobRun;
import runs.JobSpec;
import sales.AmountBucket;
import sales.CustomerJoin;
import sales.DailySales;
import sales.OutputLayout;
import sales.Transactions;

/** daily_sales the way it grew: every step in its naive form, with conf/baseline.conf. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    description = "Runs daily_sales in its naive form and logs the run in ops/job_runs.csv.",
    footer = {
      "",
      "Examples:",
      "  jbang baseline",
      "  jbang baseline --cores 2 --memory 4g --ui",
      "  jbang baseline --conf spark.sql.shuffle.partitions=64",
      "",
      "Exit codes: 0 published, 1 failed (the reason is in ops/job_runs.csv), 2 wrong usage, 130"
          + " interrupted."
    })
public class job_baseline implements Callable<Integer> {
  @Mixin JobOptions options;

  public static void main(String[] args) {
    System.exit(Cli.run(new job_baseline(), args));
  }

  @Override
  public Integer call() {
    return new JobRun(JobSpec.of(DailySales.TABLE, "baseline", "join=shuffled"), options)
        .run(this::dailySales);
  }

  private void dailySales(Job job) {
    Dataset<Row> transactions = Transactions.inferred(job.spark(), job.reads("transactions"));
    Dataset<Row> customers = job.spark().read().parquet(job.reads("customers").toString());
    Dataset<Row> bucketed =
        transactions.withColumn("bucket", AmountBucket.opaqueUdf(col("amount")));
    Dataset<Row> joined = CustomerJoin.SHUFFLED.apply(bucketed, customers);
    Dataset<Row> totals = DailySales.totals(joined);
    OutputLayout.asComputed(totals, job.writes());
  }
}
