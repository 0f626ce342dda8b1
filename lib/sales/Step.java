//SOURCES AdaptiveExecution.java
//SOURCES PartitionSizing.java
package sales;

import java.util.Locale;
import java.util.Map;

/**
 * One optimization of {@code daily_sales}, with a naive and a tuned form that give the same answer.
 * Most are a choice between two forms of code, which stand side by side in the file named here;
 * some are Spark settings. Any subset can be switched on, {@link Steps}.
 */
public enum Step {
  /** {@link AmountBucket}: an expression that Catalyst sees through instead of an opaque UDF. */
  NATIVE("native expressions instead of an opaque UDF"),

  /**
   * {@link Transactions}: schema given, date from the folder's name: only what is needed is read.
   */
  PRUNING("schema given and date from the folder: the timestamp column is not read"),

  /**
   * {@link CustomerJoin}: the small dimension is sent to every task; no shuffle of the fact table.
   */
  BROADCAST("the small table is broadcast, the large one is not shuffled"),

  /** {@link AdaptiveExecution}: the plan is revised from real sizes, small partitions coalesce. */
  AQE("adaptive query execution: re-plans and coalesces from real sizes"),

  /** {@link AdaptiveExecution}: a skewed partition of a shuffled join is split. */
  SKEWJOIN("AQE splits a skewed partition of a shuffled join, and aims at 4 MiB each"),

  /** {@link PartitionSizing}: as many tasks as the data are worth. */
  PARTITIONS("few shuffle partitions and full scan tasks, for data of this size"),

  /** {@link OutputLayout}: one file for each date, in a folder of its own. */
  OUTPUT("one output file for each date, in a folder of its own"),

  /** {@link CompactedTransactions}: the small files rewritten once as large ones, by customer. */
  COMPACTED("input from a few large files ordered by customer, rewritten once from the small ones"),

  /** {@link CustomerJoin}: the hot key is spread over several tasks. */
  SALTING("the hot key is spread over several partitions of the join"),

  /** {@link Reuse}: the joined rows are kept in memory. */
  CACHE("the joined rows are kept in memory"),

  /** {@link Reuse}: the joined rows are written aside, and the plan before them is cut off. */
  CHECKPOINT("the joined rows are written aside and the plan is cut"),

  /** {@link CodedColumn}: rows are joined and grouped by small integers instead of texts. */
  CODES("rows are joined and grouped by small integers, texts come back with the totals");

  private final String meaning;

  Step(String meaning) {
    this.meaning = meaning;
  }

  /** As it is typed and logged: {@code native}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it does, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** The Spark settings of its tuned form, or of its naive one. */
  Map<String, String> settings(boolean tuned) {
    return switch (this) {
      case BROADCAST -> CustomerJoin.settings(tuned);
      case AQE -> AdaptiveExecution.settings(tuned);
      case SKEWJOIN -> AdaptiveExecution.skewJoinSettings(tuned);
      case PARTITIONS -> PartitionSizing.settings(tuned);
      default -> Map.of();
    };
  }
}
