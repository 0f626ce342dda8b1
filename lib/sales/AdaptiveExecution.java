package sales;

import java.util.Map;

/** Steps "aqe" and "skewjoin": Spark revises the plan while it runs. Settings only. */
final class AdaptiveExecution {
  /**
   * A partition of the join is split when it is larger than this. Spark's default, 256 MiB, is made
   * for shuffles of many gigabytes and never acts on a laptop's data.
   */
  private static final String SKEWED_FROM = "8m";

  /**
   * The size the pieces are aimed at; Spark's default is 64 MiB. Spark has one setting for this and
   * for what "aqe" coalesces to, so this step changes that, too.
   */
  private static final String PIECES = "4m";

  private AdaptiveExecution() {}

  /** Naive form: the plan made before the job starts is the plan that runs. */
  static Map<String, String> settings(boolean tuned) {
    return Map.of(
        "spark.sql.adaptive.enabled", "" + tuned,
        "spark.sql.adaptive.coalescePartitions.enabled", "" + tuned);
  }

  /** Tuned form: what is skewed is split. It needs "aqe", and a join that shuffles. */
  static Map<String, String> skewJoinSettings(boolean tuned) {
    return tuned
        ? Map.of(
            "spark.sql.adaptive.skewJoin.enabled", "true",
            "spark.sql.adaptive.skewJoin.skewedPartitionThresholdInBytes", SKEWED_FROM,
            "spark.sql.adaptive.advisoryPartitionSizeInBytes", PIECES)
        : Map.of("spark.sql.adaptive.skewJoin.enabled", "false");
  }
}
