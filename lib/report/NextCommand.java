//SOURCES Selection.java
//SOURCES ../project/Launcher.java
//SOURCES ../runs/ExperimentPlan.java
package report;

import java.util.ArrayList;
import java.util.List;
import project.Launcher;
import runs.Arm;
import runs.ExperimentPlan;

/** What a reader types next: the command lines that fit the comparison at hand. */
final class NextCommand {
  /** The first arm of the demo; a set of steps is never called that. */
  private static final String DEMO = "baseline";

  private NextCommand() {}

  /** Makes the comparison anew, as it was started; runs that people typed are the demo's. */
  static String again(Selection selection) {
    return selection
        .experiment()
        .map(e -> again(e.plan()))
        .orElseGet(() -> Launcher.command("demo"));
  }

  /** Runs an experiment again, as it was started. */
  static String again(ExperimentPlan plan) {
    return Launcher.command(
        plan.arms().get(0).label().equals(DEMO) ? "demo" : "experiment",
        plan.arguments().toArray(String[]::new));
  }

  /**
   * Measures the noise of the machine for it: the first command, or the tuned job, against itself.
   */
  static String noise(Selection selection) {
    if (!selection.commands()) {
      return Launcher.command("experiment --a all --b all" + (selection.warm() ? " --warm" : ""));
    }
    ExperimentPlan plan = selection.experiment().orElseThrow().plan();
    Arm a = plan.arms().get(0);
    Arm b = plan.arms().get(1);
    List<String> words = new ArrayList<>(List.of("--a-cmd", a.what(), "--b-cmd", a.what()));
    words.addAll(List.of("--output-a", a.output(), "--output-b", b.output()));
    if (!plan.key().isEmpty()) {
      words.addAll(List.of("--key", String.join(",", plan.key())));
    }
    words.addAll(List.of("--name", plan.jobName()));
    // One and the same command line knows whose turn it is by that variable alone.
    return Launcher.command("experiment", words.toArray(String[]::new))
        + " (it has to write into $LAB_OUTPUT)";
  }
}
