//SOURCES Experiment.java
//SOURCES ExperimentPlan.java
//SOURCES FolderDigest.java
//SOURCES JobProcess.java
//SOURCES Run.java
//SOURCES ../compare/ParityLog.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
package runs;

import compare.Parity;
import compare.ParityCheck;
import compare.ParityLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import project.LabException;
import project.Launcher;
import project.Workspace;

/**
 * Compares the outputs of the reader's commands after each round and logs the result in {@code
 * ops/parity.csv}. Unequal outputs do not stop the experiment: its report says so.
 *
 * <p>Spark compares them in a JVM of its own, which takes seconds; files that are the same, byte by
 * byte, as those of an earlier round are known to give the same result again.
 */
public final class OutputCheck {
  private final Workspace workspace;
  private final String script;

  /** What was found, by the digests of both outputs. */
  private final Map<List<String>, List<ParityCheck>> known = new HashMap<>();

  /** A check that uses {@code script}, the class of the script that compares two folders. */
  public OutputCheck(Workspace workspace, String script) {
    this.workspace = workspace;
    this.script = script;
  }

  void compare(ExperimentPlan plan, Run a, Run b) {
    String left = plan.arms().get(0).output();
    String right = plan.arms().get(1).output();
    for (Arm arm : plan.arms()) {
      requireThere(plan, arm);
    }
    requireTwoFolders(left, right);
    List<String> digests =
        List.of(FolderDigest.of(Path.of(left)), FolderDigest.of(Path.of(right)));
    ParityLog log = new ParityLog(workspace.ops("parity.csv"));
    List<ParityCheck> before = known.get(digests);
    Parity found;
    if (before != null) {
      found = new Parity(plan.jobName(), a.runId(), a.variant(), b.runId(), b.variant(), before);
      log.append(found, Instant.now());
    } else {
      compareBySpark(plan, a, b, left, right);
      found = logged(log, plan, a, b);
      known.put(digests, found.checks());
    }
    if (found.different()) {
      System.err.println(
          "               the outputs differ: see "
              + workspace.fromHere(workspace.ops("parity.csv")));
    }
  }

  private void requireThere(ExperimentPlan plan, Arm arm) {
    if (!Files.exists(Path.of(arm.output()))) {
      String other =
          plan.arms().stream().map(Arm::label).filter(l -> !l.equals(arm.label())).findFirst().get();
      throw LabException.failed(
          ("The output of %s is gone since its run (%s): the command of %s, which ran after it, must"
                  + " leave it there to be compared. Mend that, then: %s")
              .formatted(arm.label(), arm.output(), other, Experiment.next(workspace, plan)));
    }
  }

  private Parity logged(ParityLog log, ExperimentPlan plan, Run a, Run b) {
    return log.read().stream()
        .filter(p -> p.leftRunId().equals(a.runId()) && p.rightRunId().equals(b.runId()))
        .filter(p -> p.identical() || p.different())
        .findFirst()
        .orElseThrow(
            () ->
                LabException.failed(
                    "The outputs could not be compared (see above). Correct that, then: "
                        + (a.warmUp()
                            ? Experiment.next(workspace, plan)
                            : Launcher.command("experiment --resume " + plan.id()))));
  }

  /** A link may have been made since the experiment was planned. */
  private static void requireTwoFolders(String left, String right) {
    try {
      Path first = Path.of(left).toRealPath();
      Path second = Path.of(right).toRealPath();
      if (first.startsWith(second) || second.startsWith(first)) {
        throw LabException.failed(
            ("The outputs %s and %s are one folder, or one lies in the other, so they cannot be"
                    + " compared. Give each command a folder of its own: %s")
                .formatted(left, right, Launcher.command("experiment --help")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compareBySpark(ExperimentPlan plan, Run a, Run b, String left, String right) {
    List<String> arguments = new ArrayList<>(List.of(left, right));
    if (!plan.key().isEmpty()) {
      arguments.addAll(List.of("--key", String.join(",", plan.key())));
    }
    List<String> log = List.of(plan.jobName(), a.runId(), a.variant(), b.runId(), b.variant());
    log.forEach(value -> arguments.addAll(List.of("--log", value)));
    JobProcess.run(script, arguments, plan.memory(), workspace, false);
  }
}
