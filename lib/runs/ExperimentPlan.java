//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES Arm.java
//SOURCES RunIds.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import project.AtomicFile;
import project.LabException;
import project.Launcher;
import project.Workspace;

/**
 * What an experiment is going to run, in {@code ops/experiments/<id>.json}. It is written before
 * the first run, so that an experiment that was stopped can go on; what ran stands in the run log
 * under the same id.
 *
 * @param id unique, sorts by time
 * @param kind which question it asks
 * @param jobName of its runs
 * @param arms at least two; the first is what the others are measured against
 * @param steps of a ladder, in the order they are added; empty for other kinds
 * @param key columns that make a row of the outputs of commands unique; may be empty
 * @param warm whether all runs share one JVM that is warm; otherwise each has a fresh one
 * @param rounds how often each arm runs, without the warm-up
 * @param memory heap of each job's JVM, {@code 2g}
 * @param rateEurPerHour hourly price of the compute, EUR
 * @param dataFingerprint of the input, empty when the commands are the reader's own
 * @param arguments the command line it was started with
 */
public record ExperimentPlan(
    String id,
    Kind kind,
    String jobName,
    List<Arm> arms,
    List<String> steps,
    List<String> key,
    boolean warm,
    int rounds,
    String memory,
    double rateEurPerHour,
    String dataFingerprint,
    List<String> arguments) {

  /** No arm of a set of steps is named like this. */
  private static final String ARM_OF_THE_DEMO = "baseline";

  /** The questions. */
  public enum Kind {
    /** Is the second arm faster than the first? */
    PAIR,
    /** Does one arm differ from itself? How noisy is this machine? */
    AA,
    /** How much does each step contribute? */
    LADDER
  }

  /** Two jobs of the lab, each run in a fresh JVM. */
  public static ExperimentPlan pairOfJobs(
      String jobName,
      Arm a,
      Arm b,
      int pairs,
      String memory,
      double rateEurPerHour,
      String dataFingerprint,
      List<String> arguments) {
    return new ExperimentPlan(
        newId(),
        Kind.PAIR,
        jobName,
        List.of(a, b),
        List.of(),
        List.of(),
        false,
        pairs,
        memory,
        rateEurPerHour,
        dataFingerprint,
        arguments);
  }

  /** Two commands of the reader's; the same one twice shows how noisy the machine is for it. */
  public static ExperimentPlan pairOfCommands(
      String jobName,
      Arm a,
      Arm b,
      List<String> key,
      int pairs,
      String memory,
      double rateEurPerHour,
      List<String> arguments) {
    return new ExperimentPlan(
        newId(),
        a.what().equals(b.what()) ? Kind.AA : Kind.PAIR,
        jobName,
        List.of(a, b),
        List.of(),
        List.copyOf(key),
        false,
        pairs,
        memory,
        rateEurPerHour,
        "",
        arguments);
  }

  /** The command line that it was started with. */
  public String typed() {
    return Launcher.command(
        arms.get(0).label().equals(ARM_OF_THE_DEMO) ? "demo" : "experiment",
        arguments.toArray(String[]::new));
  }

  /** Whether the arms are the reader's own commands. */
  public boolean runsCommands() {
    return arms.get(0).runsCommand();
  }

  private static final String GATE = "gate-";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** An id for an experiment that starts now. */
  public static String newId() {
    return "exp-" + RunIds.next();
  }

  /** An id for the runs of the gate, which have no plan: they answer no question about speed. */
  public static String newGateId() {
    return GATE + RunIds.next();
  }

  /** Whether runs under this id are the gate's. */
  public static boolean isGate(String id) {
    return id.startsWith(GATE);
  }

  /** Where the plans lie. */
  public static Path folder(Workspace workspace) {
    return workspace.ops("experiments");
  }

  /** Writes the plan. */
  public void save(Workspace workspace) {
    try {
      String text = JSON.writeValueAsString(this) + "\n";
      AtomicFile.write(folder(workspace).resolve(id + ".json"), text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Every plan, oldest first; a file that is no plan is passed over.
   *
   * @param folder that holds {@code <id>.json} files, and need not exist
   */
  public static List<ExperimentPlan> all(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".json"))
          .map(ExperimentPlan::read)
          .flatMap(Optional::stream)
          .sorted(Comparator.comparing(ExperimentPlan::id))
          .toList();
    } catch (IOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Whether everything is there that a reader relies on: people may edit these files. */
  private boolean whole() {
    boolean named = id != null && kind != null && jobName != null;
    return named && arms != null && steps != null && arms.size() > Math.max(1, steps.size());
  }

  private static Optional<ExperimentPlan> read(Path file) {
    try {
      return Optional.of(JSON.readValue(file.toFile(), ExperimentPlan.class))
          .filter(ExperimentPlan::whole);
    } catch (IOException notAPlan) {
      return Optional.empty();
    }
  }
}
