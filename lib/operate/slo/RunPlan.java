//SOURCES ../registry/Registry.java
//SOURCES ../registry/Schedule.java
//SOURCES ../../project/LabProperties.java
//SOURCES ../../project/Workspace.java
package operate.slo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.registry.Model;
import operate.registry.Registry;
import operate.registry.Schedule;
import project.LabProperties;
import project.Workspace;

/**
 * How often a model is meant to run.
 *
 * @param runsPerDay by the schedule; empty for one that runs on demand
 * @param source where that stands
 */
public record RunPlan(OptionalDouble runsPerDay, String source) {

  /**
   * By the workspace's registry where it has a line for the model, else by the lab's properties.
   *
   * @throws project.LabException for a registry that cannot be read
   */
  public static RunPlan of(Workspace workspace, String model) {
    Path file = workspace.ops("models_registry.csv");
    Optional<Model> registered =
        Files.exists(file)
            ? Registry.read(file).models().stream().filter(m -> m.name().equals(model)).findFirst()
            : Optional.empty();
    return registered
        .map(
            m ->
                new RunPlan(
                    runsPerDay(m.schedule()),
                    "%s in %s".formatted(m.schedule(), workspace.fromRoot(file))))
        .orElseGet(
            () ->
                new RunPlan(
                    OptionalDouble.of(LabProperties.load().runsPerDay()), "conf/lab.properties"));
  }

  private static OptionalDouble runsPerDay(String schedule) {
    return Schedule.of(schedule).stream().mapToDouble(Schedule::runsPerDay).findFirst();
  }

  /** Runs planned in so many days; 0 where nothing is planned. */
  public double runsIn(int days) {
    return runsPerDay.orElse(0) * days;
  }
}
