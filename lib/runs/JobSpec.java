//SOURCES ../spark/SparkConfFile.java
//SOURCES ../spark/TableSpec.java
package runs;

import java.util.Map;
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
 */
public record JobSpec(
    String jobName, TableSpec table, String variant, String settings, Map<String, String> conf) {

  /** The variant of a job that is named like its table, with {@code conf/<variant>.conf}. */
  public static JobSpec of(TableSpec table, String variant, String settings) {
    return new JobSpec(table.name(), table, variant, settings, SparkConfFile.read(variant));
  }
}
