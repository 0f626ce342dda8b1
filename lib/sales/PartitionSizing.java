package sales;

import java.util.Map;

/** Step "partitions": how much work a task gets. Settings only. */
final class PartitionSizing {
  private PartitionSizing() {}

  /**
   * Naive form: Spark's defaults. 200 shuffle partitions whatever the data; scan tasks of 128 MiB,
   * of which the last ones leave a core idle; and an open cost of 4 MiB, meant for remote stores,
   * which lets such a task hold 30 small files. Tuned form: few shuffle partitions, and scan tasks
   * of 32 MiB, filled by what opening a local file costs.
   */
  static Map<String, String> settings(boolean tuned) {
    return tuned
        ? Map.of(
            "spark.sql.shuffle.partitions", "8",
            "spark.sql.files.maxPartitionBytes", "33554432",
            "spark.sql.files.openCostInBytes", "262144")
        : Map.of("spark.sql.shuffle.partitions", "200");
  }
}
