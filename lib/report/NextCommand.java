//SOURCES Selection.java
//SOURCES ../project/Launcher.java
//SOURCES ../runs/ExperimentPlan.java
package report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import project.Launcher;
import runs.Arm;
import runs.ExperimentPlan;

/** What a reader types next: the command lines that fit the comparison at hand. */
final class NextCommand {
  private static final Set<String> CONDITIONS = Set.of("--cores", "--memory", "--conf");

  private NextCommand() {}

  /** Makes the comparison anew, as it was started; runs that people typed are the demo's. */
  static String again(Selection selection) {
    return selection
        .experiment()
        .map(e -> e.plan().typed())
        .orElseGet(() -> Launcher.command("demo"));
  }

  /** What a command line says of the conditions that both arms have: other ones, other noise. */
  private static List<String> conditions(List<String> typed) {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      String option = typed.get(i).split("=", 2)[0];
      if (CONDITIONS.contains(option)) {
        kept.add(typed.get(i));
        if (typed.get(i).equals(option) && i + 1 < typed.size()) {
          kept.add(typed.get(i + 1));
        }
      }
    }
    return kept;
  }

  /**
   * Measures the noise of the machine for it: the first command, or the tuned job, against itself.
   */
  static String noise(Selection selection) {
    if (!selection.commands()) {
      List<String> words = new ArrayList<>(List.of("--a", "all", "--b", "all"));
      if (selection.warm()) {
        words.add("--warm");
      }
      selection.experiment().ifPresent(e -> words.addAll(conditions(e.plan().arguments())));
      return Launcher.command("experiment", words.toArray(String[]::new));
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
