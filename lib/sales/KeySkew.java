//SOURCES ../project/Quantity.java
//SOURCES CustomerJoin.java
//SOURCES Readable.java
//SOURCES ../project/Launcher.java
package sales;

import java.util.LinkedHashMap;
import java.util.Map;
import project.Launcher;
import project.Quantity;

/**
 * Whether a key has far more than its fair share of a table's rows. Two things must hold. The key
 * has at least ten times the rows of the median key; and at least 1 % of all rows, which makes the
 * one of Spark's 200 default shuffle tasks that gets it three times as large as the others. Keys
 * without a customer do not count towards the median: a few stray ids must not make every customer
 * look large.
 *
 * @param rows of the table
 * @param keys that have a customer
 * @param median rows of a key that has a customer; 0 when there is none
 * @param mean rows of a key that has a customer; 0 when there is none
 */
public record KeySkew(long rows, long keys, double median, double mean) {
  private static final double TIMES_MEDIAN = 10;

  /** Twice the share of one of 200 tasks, so that its task has three times the median. */
  private static final double SHARE = 0.01;

  private static final String RULE = "rule: at least 1 % of the rows and 10 times the median key";

  /** How many times the median key a key is. */
  public double timesMedian(long keyRows) {
    return median == 0 ? 0 : keyRows / median;
  }

  /** Whether a key with this many rows is hot. */
  public boolean isHot(long keyRows) {
    return timesMedian(keyRows) >= TIMES_MEDIAN && keyRows >= SHARE * rows;
  }

  /**
   * The finding for the largest key, its evidence and its rule.
   *
   * @param largest the key with the most rows
   * @param hotKeys how many keys are hot
   */
  public String sentence(KeyCount largest, long hotKeys) {
    String evidence =
        "%s of %s rows (%s), %s times the median key (%s rows) and %s times the mean (%s rows)"
            .formatted(
                Quantity.count(largest.rows()),
                Quantity.count(rows),
                Readable.share(largest.rows(), rows),
                Readable.times(timesMedian(largest.rows())),
                Readable.times(median),
                Readable.times(mean == 0 ? 0 : largest.rows() / mean),
                Readable.times(mean));
    if (!isHot(largest.rows())) {
      return "No hot key: the largest, customer_id %s, has %s; %s."
          .formatted(largest.name(), evidence, RULE);
    }
    String others = hotKeys > 1 ? " Hot keys in all: %d.".formatted(hotKeys) : "";
    return ("Warning, hot key: customer_id %s has %s; %s.%s A shuffled join sends all of them to"
            + " one task, so beyond about %.0f cores it does not get faster.")
        .formatted(
            largest.name(), evidence, RULE, others, Math.ceil((double) rows / largest.rows()));
  }

  /** What answers a hot key: a command, and why it helps. */
  public static Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put(
        Launcher.command("optimized --join broadcast"), "does not shuffle the transactions at all");
    answers.put(
        Launcher.command("optimized --join salted"),
        "spreads the key over %d tasks, when customers are too many to broadcast"
            .formatted(CustomerJoin.SALT_N));
    return answers;
  }
}
