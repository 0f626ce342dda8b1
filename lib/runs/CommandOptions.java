//SOURCES ExperimentOptions.java
//SOURCES ExperimentPlan.java
//SOURCES ../project/LabException.java
package runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import project.LabException;

/** The options that put two commands of the reader's in the place of the lab's own job. */
public final class CommandOptions {
  @Option(
      names = "--a-cmd",
      paramLabel = "COMMAND",
      description =
          "Your own command instead of --a, run by sh; its whole process is timed. LAB_OUTPUT in"
              + " its environment is the folder it is to write.")
  private String a;

  @Option(
      names = "--b-cmd",
      paramLabel = "COMMAND",
      description = "The same instead of --b; the command of --a-cmd again measures its noise.")
  private String b;

  @Option(
      names = "--output-a",
      paramLabel = "DIR",
      description = "What --a-cmd writes: Parquet, ORC, JSON or CSV; compared after every pair.")
  private Path outputA;

  @Option(names = "--output-b", paramLabel = "DIR", description = "What --b-cmd writes.")
  private Path outputB;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns that make a row of both outputs unique (default: none known).")
  private List<String> key = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "JOB",
      description = "The name of your job in the run log (default: ${DEFAULT-VALUE}).",
      defaultValue = "commands")
  private String name;

  /**
   * Whether the experiment is about commands.
   *
   * @throws LabException when only some of what that takes is given
   */
  public boolean given() {
    List<String> missing = new ArrayList<>();
    if (a == null) {
      missing.add("--a-cmd");
    }
    if (b == null) {
      missing.add("--b-cmd");
    }
    if (outputA == null) {
      missing.add("--output-a");
    }
    if (outputB == null) {
      missing.add("--output-b");
    }
    if (missing.size() == 4) {
      return false;
    }
    if (!missing.isEmpty()) {
      throw LabException.usage(
          "Without %s: two commands and the folders they write are wanted"
              .formatted(String.join(", ", missing)));
    }
    if (absolute(outputA).equals(absolute(outputB))) {
      throw LabException.usage(
          "--output-a and --output-b are both %s: each command needs a folder of its own"
              .formatted(outputA));
    }
    Path first = real(outputA);
    Path second = real(outputB);
    if (first.startsWith(second) || second.startsWith(first)) {
      throw LabException.usage(
          "--output-a %s and --output-b %s are one folder, or one lies in the other: each command"
                  .formatted(outputA, outputB)
              + " needs a folder of its own");
    }
    return true;
  }

  /** The plan. */
  public ExperimentPlan plan(ExperimentOptions options, int pairs, List<String> arguments) {
    return ExperimentPlan.pairOfCommands(
        name,
        new Arm("a", a, List.of(), absolute(outputA).toString()),
        new Arm("b", b, List.of(), absolute(outputB).toString()),
        key,
        pairs,
        options.memory(),
        options.rateEurPerHour(),
        arguments);
  }

  /** Where a folder is or is going to be, whichever links lead there. */
  private static Path real(Path folder) {
    Path whole = absolute(folder);
    for (Path there = whole; there != null; there = there.getParent()) {
      try {
        return there.toRealPath().resolve(there.relativize(whole));
      } catch (IOException notThereYet) {
        // The folder above it may be.
      }
    }
    return whole;
  }

  private static Path absolute(Path folder) {
    return folder.toAbsolutePath().normalize();
  }
}
