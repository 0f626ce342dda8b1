///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION daily_sales, tuned: broadcast join, native expressions, AQE, output by date
//JAVA 17
//SOURCES ../lib/runs/JobRun.java
//SOURCES ../lib/runs/JobOptions.java
//SOURCES ../lib/runs/JobSpec.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/sales/AmountBucket.java
//SOURCES ../lib/sales/CustomerJoin.java
//SOURCES ../lib/sales/DailySales.java
//SOURCES ../lib/sales/EventDateOptions.java
//SOURCES ../lib/sales/OutputLayout.java
//SOURCES ../lib/sales/Transactions.java

import static org.apache.spark.sql.functions.col;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import project.Cli;
import runs.Job;
import runs.JobOptions;
import runs.JobRun;
import runs.JobSpec;
import sales.AmountBucket;
import sales.CustomerJoin;
import sales.DailySales;
import sales.EventDateOptions;
import sales.OutputLayout;
import sales.Transactions;

/** daily_sales tuned: the same steps in the same order, with conf/optimized.conf. */
@Command(
    name = "optimized",
    mixinStandardHelpOptions = true,
    description = "Runs daily_sales in its tuned form and logs the run in ops/job_runs.csv.",
    footer = {
      "",
      "Examples:",
      "  jbang optimized",
      "  jbang optimized --join salted --cores 2",
      "  jbang optimized --from 2025-10-03 --to 2025-10-05",
      "  jbang optimized --memory 4g --ui --conf spark.sql.shuffle.partitions=8",
      "",
      "Exit codes: 0 published, 1 failed (the reason is in ops/job_runs.csv), 2 wrong usage, 130"
          + " interrupted."
    })
public class job_optimized implements Callable<Integer> {
  @Mixin JobOptions options;

  @Option(
      names = "--join",
      description =
          "${COMPLETION-CANDIDATES}; salted is for a dimension too large to broadcast (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = "BROADCAST")
  CustomerJoin join;

  @Mixin EventDateOptions dates;

  public static void main(String[] args) {
    System.exit(Cli.run(new job_optimized(), args));
  }

  @Override
  public Integer call() {
    String settings = "join=" + join.name().toLowerCase(Locale.ROOT);
    JobSpec job = JobSpec.of(DailySales.TABLE, "optimized", settings).only(dates.range());
    return new JobRun(job, options).run(this::dailySales);
  }

  private void dailySales(Job job) {
    Dataset<Row> transactions =
        Transactions.fromFolders(job.spark(), job.reads("transactions"))
            .where(dates.range().condition());
    Dataset<Row> customers = job.spark().read().parquet(job.reads("customers").toString());
    Dataset<Row> bucketed =
        transactions.withColumn("bucket", AmountBucket.expression(col("amount")));
    Dataset<Row> joined = join.apply(bucketed, customers);
    Dataset<Row> totals = DailySales.totals(joined);
    OutputLayout.partitionedByDate(totals, job.writes());
  }
}
