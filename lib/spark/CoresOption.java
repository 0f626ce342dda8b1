//SOURCES SessionSpec.java
//SOURCES ../project/Cli.java
//SOURCES ../project/LabException.java
package spark;

import picocli.CommandLine.Option;
import project.LabException;

/** The option {@code --cores} of every command that opens a local session. */
public final class CoresOption {
  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Cores to use, 0 for all (default: ${DEFAULT-VALUE}).",
      defaultValue = "0")
  private int cores;

  /**
   * The number of task slots, 0 for all.
   *
   * @throws LabException when it is negative
   */
  public int count() {
    if (cores < 0) {
      throw LabException.usage(
          "--cores %d is out of range (wanted 0 for all, or more)".formatted(cores));
    }
    return cores;
  }

  /** The local master with that many task slots. */
  public String master() {
    return SessionSpec.localMaster(count());
  }
}
