//SOURCES ../project/LabException.java
//SOURCES ../project/Cli.java
//SOURCES ../spark/CoresOption.java
package sales;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import project.LabException;
import spark.CoresOption;

/** The options of the command {@code inspect}. */
public final class InspectOptions {
  private static final int MOST_KEYS = 1_000;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Keys to show, from 1 to 1000 (default: ${DEFAULT-VALUE}).",
      defaultValue = "10")
  int top;

  @Mixin CoresOption cores;

  /** Throws a sentence for the first option that is out of its range. */
  void check() {
    if (top < 1 || top > MOST_KEYS) {
      throw LabException.usage(
          "--top %d is out of range (wanted 1 to %d)".formatted(top, MOST_KEYS));
    }
    cores.count();
  }
}
