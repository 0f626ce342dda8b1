//SOURCES LabFolder.java
//SOURCES ../../compare/ParityLog.java
//SOURCES ../../runs/ExperimentRuns.java
package tests.scripts;

import compare.Parity;
import compare.ParityLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import runs.ExperimentPlan;
import runs.ExperimentRuns;

/**
 * Experiments with two small shell commands, in a folder that needs no data of the lab.
 *
 * @param folder an empty one
 */
record TwoCommands(Path folder) {
  /** Writes two rows into {@code old}. */
  static final String OLD = "mkdir -p old; printf 'k,v\\n1,a\\n2,b\\n' > old/all.csv";

  /** Writes the same rows into {@code new}, in another order and two files. */
  static final String NEW =
      "mkdir -p new; printf 'k,v\\n2,b\\n' > new/p1.csv; printf 'k,v\\n1,a\\n' > new/p2.csv";

  /** The command line of an experiment. */
  static String[] words(String a, String b, String... more) {
    List<String> words = new ArrayList<>(List.of("experiment", "--a-cmd", a, "--b-cmd", b));
    words.addAll(List.of("--output-a", "old", "--output-b", "new", "--key", "k"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** The folder as the lab's commands see it. */
  LabFolder lab() {
    return new LabFolder(folder);
  }

  /** What the first experiment that was started there has come to. */
  ExperimentRuns runs() {
    List<ExperimentPlan> plans = ExperimentPlan.all(folder.resolve("ops/experiments"));
    return ExperimentRuns.of(plans.get(0), lab().runs());
  }

  /** Every comparison of outputs. */
  List<Parity> parities() {
    return new ParityLog(folder.resolve("ops/parity.csv")).read();
  }
}
