//SOURCES Run.java
//SOURCES ../sales/EventDates.java
//SOURCES ../spark/SparkConfFile.java
//SOURCES ../spark/TableSpec.java
package runs;

import java.util.Map;
import sales.EventDates;
import spark.SparkConfFile;
import spark.TableSpec;

/**
 * What is run and under which name it is logged.
 *
 * @param jobName the model, as in {@code ops/models_registry.csv}
 * @param table what it publishes
 * @param variant of the job
 * @param settings the options that change what the job does, {@code join=broadcast}, or empty
 * @param conf Spark settings, laid over {@code conf/spark_local.conf}
 * @param dates the days of the output that it computes; all others are carried over
 */
public record JobSpec(
    String jobName,
    TableSpec table,
    String variant,
    String settings,
    Map<String, String> conf,
    EventDates dates) {

  /** A job that computes its whole output. */
  public JobSpec(
      String jobName, TableSpec table, String variant, String settings, Map<String, String> conf) {
    this(jobName, table, variant, settings, conf, EventDates.ALL);
  }

  /** The variant of a job that is named like its table, with {@code conf/<variant>.conf}. */
  public static JobSpec of(TableSpec table, String variant, String settings) {
    return new JobSpec(table.name(), table, variant, settings, SparkConfFile.read(variant));
  }

  /** The same job for some days of its output; they stand in the settings of its run. */
  public JobSpec only(EventDates some) {
    return some.isAll()
        ? this
        : new JobSpec(jobName, table, variant, Run.settings(settings, some.toString()), conf, some);
  }
}
