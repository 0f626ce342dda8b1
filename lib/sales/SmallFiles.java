//SOURCES ../project/Quantity.java
//SOURCES DatasetSpec.java
//SOURCES Readable.java
//SOURCES ../project/Launcher.java
package sales;

import java.util.LinkedHashMap;
import java.util.Map;
import project.Launcher;
import project.Quantity;

/**
 * Whether a table lies in too many too small files: more than 100 of them, and a mean below 3 MiB.
 * Both must hold: a hundred small files cost little, and many large ones are just a large table.
 *
 * @param files at least 1
 * @param bytes their total size
 * @param folders that hold them, at least 1
 */
public record SmallFiles(long files, long bytes, long folders) {
  private static final long MIB = 1 << 20;
  private static final long MANY = 100;
  private static final long SMALL_BYTES = 3 * MIB;

  /** What a file of a large table should have: Spark's own default for the input of a task. */
  private static final long TARGET_BYTES = 128 * MIB;

  private static final String RULE = "rule: more than 100 files and a mean below 3 MiB";

  /** Whether both conditions hold. */
  public boolean found() {
    return files > MANY && bytes / files < SMALL_BYTES;
  }

  /** How many files of 128 MiB would hold the same. */
  public long enough() {
    return Math.max(1, (bytes + TARGET_BYTES - 1) / TARGET_BYTES);
  }

  /** The finding, its evidence and its rule. */
  public String sentence() {
    String mean = Quantity.bytes((double) bytes / files);
    if (!found()) {
      return "No small-file problem: %s files of %s on average (%s)."
          .formatted(Quantity.count(files), mean, RULE);
    }
    return ("Warning, small files: %s of %s on average (%s). At 128 MiB a file %s would do; one for"
            + " each folder makes %s. Opening a file costs time whatever its size.")
        .formatted(
            Quantity.count(files),
            mean,
            RULE,
            Quantity.count(enough()),
            Quantity.count(Math.max(enough(), folders)));
  }

  /**
   * What answers small files: a command, and why it helps.
   *
   * @param spec what the data were generated from
   */
  public static Map<String, String> answers(DatasetSpec spec) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put(
        Launcher.command("optimized"),
        "reads many files in one task: spark.sql.files.openCostInBytes");
    answers.put(
        spec.withFilesPerDay(1).command(), "stores the same rows in one file a day, to compare");
    return answers;
  }
}
