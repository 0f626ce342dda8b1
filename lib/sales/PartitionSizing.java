package sales;

import java.util.Map;

/** Step "partitions": how much work a task gets. Settings only. */
final class PartitionSizing {
  private PartitionSizing() {}

  /**
   * Naive form: Spark's defaults, 200 shuffle partitions whatever the data, and an open cost of 4
   * MiB, which is meant for remote stores and makes a scan task of 128 MiB hold 30 small files.
   * Tuned form: few partitions, and scan tasks filled by what opening a local file costs.
   */
  static Map<String, String> settings(boolean tuned) {
    return tuned
        ? Map.of("spark.sql.shuffle.partitions", "8", "spark.sql.files.openCostInBytes", "262144")
        : Map.of("spark.sql.shuffle.partitions", "200");
  }
}
