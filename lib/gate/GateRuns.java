//SOURCES AnswerChecks.java
//SOURCES BaseTree.java
//SOURCES Facts.java
//SOURCES GateJob.java
//SOURCES Program.java
//SOURCES ../compare/ParityLog.java
//SOURCES ../operate/contract/CheckResult.java
//SOURCES ../project/CsvLog.java
//SOURCES ../project/FileTree.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../runs/Run.java
//SOURCES ../spark/EvidenceFiles.java
package gate;

import compare.Parity;
import compare.ParityLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import operate.contract.CheckResult;
import project.CsvLog;
import project.FileTree;
import project.LabException;
import project.Workspace;
import runs.Run;
import spark.EvidenceFiles;

/**
 * The runs of one gate.
 *
 * @param id that they are logged under
 * @param cores task slots of each
 * @param memory heap of each, {@code 2g}
 */
record GateRuns(Workspace workspace, GateJob job, String id, int cores, String memory) {
  private static final String ERROR = "error";

  /**
   * Runs of a version and of the one before it, a round each, in turn.
   *
   * @param base runs of the version before
   * @param again the same version a second time in each round
   * @param now runs of the version that is judged, up to the first that failed
   */
  record InTurn(List<Run> base, List<Run> again, List<Run> now) {
    private InTurn() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /** The tuned job, after a warm-up that does not count; ends with the first run that fails. */
  List<Run> tuned(int rounds) {
    clear();
    Program program = job.tuned(workspace, memory);
    List<Run> runs = new ArrayList<>();
    for (int round = 0; round <= rounds; round++) {
      Run run = program.run(id, round, GateJob.arguments(workspace, cores, memory));
      say(round, rounds, program.name(), run);
      if (round > 0 || !run.error().isEmpty()) {
        runs.add(run);
      }
      if (!run.error().isEmpty()) {
        break;
      }
    }
    return runs;
  }

  /** Outputs of an earlier gate, which every run would be compared with. */
  private void clear() {
    FileTree.delete(GateJob.outputs(workspace).resolve(job.model()));
  }

  /**
   * The version of the checkout and the one before it, both started as a reader starts them.
   *
   * @throws LabException when the version before does not run
   */
  InTurn inTurn(BaseTree tree, int rounds) {
    clear();
    Program before = Program.ofCheckout(tree.name(), tree.root(), job.alias());
    Program now = Program.ofCheckout("this version", workspace.root(), job.alias());
    InTurn runs = new InTurn();
    for (int round = 0; round <= rounds; round++) {
      List<List<Run>> turns = new ArrayList<>(List.of(runs.base, runs.again, runs.now));
      if (round % 2 == 0) {
        Collections.reverse(turns);
      }
      for (List<Run> turn : turns) {
        if (round == 0 && turn == runs.again) {
          continue;
        }
        Program program = turn == runs.now ? now : before;
        List<String> arguments =
            turn == runs.now
                ? GateJob.arguments(workspace, cores, memory)
                : GateJob.arguments(cores, memory);
        Run run = program.run(id, round, arguments);
        say(round, rounds, program.name(), run);
        if (turn != runs.now && !run.error().isEmpty()) {
          throw LabException.failed(
              "%s does not run here: %s".formatted(tree.name(), run.error()));
        }
        if (round > 0 || !run.error().isEmpty()) {
          turn.add(run);
        }
        if (!run.error().isEmpty()) {
          return runs;
        }
      }
    }
    return runs;
  }

  private static void say(int round, int rounds, String name, Run run) {
    String which = round == 0 ? "warm-up" : "run %d of %d".formatted(round, rounds);
    System.err.printf(
        Locale.ROOT,
        "     %-12s %-14s %6.2f s%s%n",
        which,
        name,
        run.durationSec(),
        run.error().isEmpty() ? "" : "  " + run.status());
  }

  /** The naive job, whose output is compared with the newest of the tuned one. */
  Run naive() {
    List<String> arguments = new ArrayList<>(GateJob.arguments(workspace, cores, memory));
    arguments.addAll(List.of("--reference", job.alias()));
    System.err.println("     The naive job runs, so that the answers can be compared.");
    Run run = job.naive(workspace, memory).run(id, 1, arguments);
    if (!run.error().isEmpty()) {
      throw LabException.failed("The naive job failed, too: " + run.error());
    }
    return run;
  }

  /** What the comparison of the naive run's output found. */
  Parity parityOf(Run naive) {
    return new ParityLog(workspace.ops("parity.csv"))
        .read().stream()
            .filter(p -> p.rightRunId().equals(naive.runId()))
            .reduce((older, newer) -> newer)
            .orElseThrow(
                () -> LabException.failed("The answers were not compared (see above)"));
  }

  /** What Spark did in a run. */
  Facts facts(Run run) {
    EvidenceFiles.Found found = new EvidenceFiles(workspace.ops("events")).read(run.runId());
    return Facts.of(
        found
            .evidence()
            .orElseThrow(() -> LabException.failed("No evidence: " + found.problem())));
  }

  /** The checks of severity error that a run passed before it published, by name, sorted. */
  List<String> promises(Run run) {
    return checks(run, verdict -> !verdict.equals(CheckResult.NOT_CHECKED));
  }

  /** The promises of severity error that a run was not held to, by name, sorted. */
  List<String> notChecked(Run run) {
    return checks(run, CheckResult.NOT_CHECKED::equals);
  }

  private List<String> checks(Run run, Predicate<String> verdict) {
    List<String> columns = List.of("run_id", "check", "severity", "verdict");
    return new CsvLog(workspace.ops("quality_metrics.csv"), columns)
        .read().lines().stream()
            .filter(l -> l.get("run_id").equals(run.runId()) && l.get("severity").equals(ERROR))
            .filter(l -> verdict.test(l.get("verdict")))
            .map(l -> l.get("check"))
            .sorted()
            .toList();
  }
}
