//SOURCES ../project/Differences.java
//SOURCES ../sales/Steps.java
//SOURCES ../spark/SparkConfFile.java
package runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import project.Differences;
import sales.Steps;
import spark.SparkConfFile;

/**
 * Settings that a reader wrote into {@code conf/baseline.conf} or {@code conf/optimized.conf} and
 * that an experiment with steps does not read: its variants differ in their steps alone, and each
 * step brings its own settings. As the files come with the lab, they hold those of no step and of
 * all.
 */
public final class EditedSettings {
  private EditedSettings() {}

  /** A sentence for each of the two files that was edited. */
  public static List<String> notRead() {
    return Stream.of(
            notRead("baseline", SparkConfFile.read("baseline"), Steps.NONE.settings()),
            notRead("optimized", SparkConfFile.read("optimized"), Steps.ALL.settings()))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * What a reader is told of a file.
   *
   * @param name of the file in {@code conf/}, without its ending
   * @param found its settings
   * @param steps those that are used instead
   * @return empty when they are the same
   */
  public static Optional<String> notRead(
      String name, Map<String, String> found, Map<String, String> steps) {
    List<String> edited = Differences.of(found, steps, "nothing");
    if (edited.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ("conf/%s.conf has %s: not used here, where variants differ in their steps alone. To set it"
                + " for all of them: --conf KEY=VALUE")
            .formatted(name, String.join(", ", edited)));
  }
}
