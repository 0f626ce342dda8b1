//SOURCES ../project/Cli.java
//SOURCES ../project/LabException.java
package runs;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import project.LabException;

/** The option {@code --memory} of every command that starts a JVM for a job. */
public final class MemoryOption {
  private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,8}[mMgG]");

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Heap of each job's JVM, as 2g or 1500m (default: ${DEFAULT-VALUE}).",
      defaultValue = "2g")
  private String memory;

  /**
   * The heap as a JVM is told, {@code 2g}.
   *
   * @throws LabException when it is not a size
   */
  public String size() {
    if (!SIZE.matcher(memory).matches()) {
      throw LabException.usage(
          "--memory '%s' is not a heap size (wanted 2g or 1500m)".formatted(memory));
    }
    return memory;
  }

  /** The heap in MiB, as it was asked for: what a JVM reports depends on its collector. */
  long mebibytes() {
    return mebibytes(size());
  }

  /** A size like {@code 2g} in MiB. */
  static long mebibytes(String size) {
    long number = Long.parseLong(size.substring(0, size.length() - 1));
    return size.toLowerCase(Locale.ROOT).endsWith("g") ? number * 1024 : number;
  }
}
