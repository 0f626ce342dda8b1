//SOURCES ExperimentPlan.java
//SOURCES JobProcess.java
//SOURCES Run.java
//SOURCES ../project/Workspace.java
package runs;

import java.util.ArrayList;
import java.util.List;
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
    arguments.addAll(List.of("--log", String.join(",", log)));
    if (JobProcess.run(script, arguments, plan.memory(), workspace, false) != 0) {
      System.err.println("               the outputs differ or cannot be compared");
    }
  }
}
