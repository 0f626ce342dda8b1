//SOURCES ../project/Workspace.java
//SOURCES ../runs/JobProcess.java
package gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import project.Workspace;
import runs.JobProcess;

/**
 * The job that the gate is about.
 *
 * @param model its name in the run log and in {@code ops/gate}
 * @param alias of its tuned form, which is also the name of that variant
 * @param tuned script of the form that is judged
 * @param naive script of the form that is trusted
 * @param generate script that makes the data
 */
public record GateJob(
    String model, String alias, Class<?> tuned, Class<?> naive, Class<?> generate) {
  private static final String OUTPUTS = "data/experiments/gate";

  /** Where the runs of the gate publish, as an experiment does: what readers see is not touched. */
  static Path outputs(Workspace workspace) {
    return workspace.root().resolve(OUTPUTS);
  }

  Program tuned(Workspace workspace, String memory) {
    return Program.ofThisJar(alias, workspace, tuned, memory);
  }

  Program naive(Workspace workspace, String memory) {
    return Program.ofThisJar("the naive job", workspace, naive, memory);
  }

  /** What each run is started with, wherever it publishes. */
  static List<String> arguments(int cores, String memory) {
    return List.of("--cores", "" + cores, "--memory", memory);
  }

  /** The same for a run of this workspace. */
  static List<String> arguments(Workspace workspace, int cores, String memory) {
    List<String> arguments = new ArrayList<>(arguments(cores, memory));
    arguments.addAll(List.of("--into", outputs(workspace).toString()));
    return arguments;
  }

  /** Makes data; the exit code. */
  int generate(Workspace workspace, List<String> options, int cores, String memory) {
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("--cores", "" + cores));
    return JobProcess.run(generate.getName(), arguments, memory, workspace, false);
  }
}
