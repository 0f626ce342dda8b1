//SOURCES ExperimentPlan.java
//SOURCES JobProcess.java
//SOURCES Run.java
//SOURCES ../compare/ParityLog.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package runs;

import compare.Parity;
import compare.ParityLog;
import java.util.ArrayList;
import java.util.List;
import project.LabException;
import project.Launcher;
import project.Workspace;

/**
 * Compares the outputs of the reader's commands after each round, in a JVM of its own, and logs the
 * result in {@code ops/parity.csv}. Unequal outputs do not stop the experiment: its report says so.
 *
 * @param script class of the script that compares two folders
 */
public record OutputCheck(Workspace workspace, String script) {

  void compare(ExperimentPlan plan, Run a, Run b) {
    List<String> arguments =
        new ArrayList<>(List.of(plan.arms().get(0).output(), plan.arms().get(1).output()));
    if (!plan.key().isEmpty()) {
      arguments.addAll(List.of("--key", String.join(",", plan.key())));
    }
    List<String> log = List.of(plan.jobName(), a.runId(), a.variant(), b.runId(), b.variant());
    log.forEach(value -> arguments.addAll(List.of("--log", value)));
    JobProcess.run(script, arguments, plan.memory(), workspace, false);
    Parity found =
        new ParityLog(workspace.ops("parity.csv"))
            .read().stream()
                .filter(p -> p.leftRunId().equals(a.runId()) && p.rightRunId().equals(b.runId()))
                .filter(p -> p.identical() || p.different())
                .findFirst()
                .orElseThrow(
                    () ->
                        LabException.failed(
                            "The outputs could not be compared (see above). Correct that, then: "
                                + Launcher.command("experiment --resume " + plan.id())));
    if (found.different()) {
      System.err.println(
          "               the outputs differ: see "
              + workspace.fromHere(workspace.ops("parity.csv")));
    }
  }
}
