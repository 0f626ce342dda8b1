//SOURCES ../project/Interruption.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../runs/JobProcess.java
//SOURCES ../runs/RunLog.java
package gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import project.Interruption;
import project.LabException;
import project.Workspace;
import runs.JobProcess;
import runs.Run;
import runs.RunLog;

/**
 * A version of the job that the gate runs, each time in a fresh JVM.
 *
 * @param name for progress
 * @param home whose run log its runs go to
 * @param start runs it once with these arguments; its exit code
 */
record Program(String name, Workspace home, ToIntFunction<List<String>> start) {

  /** A script of this very jar. */
  static Program ofThisJar(String name, Workspace home, Class<?> script, String memory) {
    return new Program(
        name, home, arguments -> JobProcess.run(script.getName(), arguments, memory, home, false));
  }

  /** An alias of a checkout, started as a reader starts it. */
  static Program ofCheckout(String name, Path root, String alias) {
    return new Program(
        name,
        new Workspace(root, true),
        arguments -> {
          List<String> words = new ArrayList<>();
          words.addAll(List.of("bash", root.resolve("scripts/jbangw").toString(), alias));
          words.addAll(arguments);
          ProcessBuilder process =
              new ProcessBuilder(words)
                  .directory(root.toFile())
                  .redirectInput(ProcessBuilder.Redirect.PIPE)
                  .redirectError(ProcessBuilder.Redirect.INHERIT)
                  .redirectOutput(ProcessBuilder.Redirect.DISCARD);
          process.environment().put(Interruption.STARTED_BY_A_READERS_COMMAND, "gate");
          return JobProcess.of(process);
        });
  }

  /**
   * Runs it once.
   *
   * @param gate id that the run is logged under, so that it counts as no operation
   * @param round 0 for a warm-up
   * @return the run as it was logged, however it ended
   * @throws LabException when it did not even get as far as that
   */
  Run run(String gate, int round, List<String> arguments) {
    int before = logged(gate, round).size();
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--experiment", gate, "--pair", "" + round));
    start.applyAsInt(all);
    List<Run> runs = logged(gate, round);
    if (runs.size() == before) {
      throw LabException.failed(
          "%s did not start (see above), so there is nothing to judge".formatted(name));
    }
    return runs.get(runs.size() - 1);
  }

  private List<Run> logged(String gate, int round) {
    return new RunLog(home.runs())
        .read().runs().stream()
            .filter(r -> r.experiment().equals(gate) && r.pair().orElse(-1) == round)
            .toList();
  }
}
