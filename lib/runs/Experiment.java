//SOURCES AbortedRuns.java
//SOURCES ArmRunner.java
//SOURCES CommandRun.java
//SOURCES ExperimentLock.java
//SOURCES ExperimentPlan.java
//SOURCES ExperimentRuns.java
//SOURCES JobProcess.java
//SOURCES OutputCheck.java
//SOURCES RunIds.java
//SOURCES RunLog.java
//SOURCES ../project/Interruption.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
//SOURCES ../project/Quantity.java
package runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import project.Interruption;
import project.LabException;
import project.Launcher;
import project.Quantity;
import project.Workspace;

/**
 * Runs the arms of a plan in turn, each time in a fresh process, and turns the order round after
 * every round (AB BA AB BA): a machine that slowly gets faster or slower favours no arm. A first
 * couple of runs warms up the file cache and does not count.
 *
 * <p>Whatever ran is in the run log at once, so an experiment that was stopped goes on with the
 * first round that is not over. A round in which an arm fails is dropped and counted; one that was
 * broken off, because a process was interrupted or killed, is run again. An experiment that is
 * finished and lost rounds makes up for them when it is run once more.
 *
 * @param workspace whose run log the runs go to
 * @param runner runs an arm once
 * @param parity what compares the outputs of a round of commands; the lab's jobs compare theirs
 *     themselves
 */
public record Experiment(
    Workspace workspace, ExperimentPlan plan, ArmRunner runner, Optional<OutputCheck> parity) {

  /** The round that does not count. */
  private static final int WARM_UP = 0;

  /** As many dropped rounds in a row mean that it is no accident. */
  private static final int ENOUGH = 3;

  /** An experiment with jobs of the lab, a fresh JVM for each run. */
  public static Experiment inFreshJvms(Workspace workspace, ExperimentPlan plan) {
    return new Experiment(
        workspace, plan, (round, arm) -> job(workspace, plan, round, arm), Optional.empty());
  }

  /** An experiment with commands of the reader's, whose outputs {@code parity} compares. */
  public static Experiment withCommands(
      Workspace workspace, ExperimentPlan plan, OutputCheck parity) {
    return new Experiment(
        workspace, plan, (round, arm) -> command(workspace, plan, round, arm), Optional.of(parity));
  }

  /**
   * Runs what is left of the plan; progress goes to stderr.
   *
   * @return every round that is over
   * @throws LabException when another process runs it, the warm-up fails or rounds fail one after
   *     the other
   */
  public ExperimentRuns run() {
    try (ExperimentLock alone = ExperimentLock.of(workspace, plan)) {
      AbortedRuns.log(workspace).forEach(System.err::println);
      ExperimentRuns before = runs();
      if (before.finished() && before.lost() == 0) {
        return before;
      }
      if (!JobProcess.isInside()) {
        JobProcess.prepare();
      }
      try (Interruption handled = Interruption.handledBy(() -> whatIsKept(workspace, plan))) {
        warmUp(before.lost() > 0 ? before.lost() : plan.rounds() - before.over());
        return rounds(before);
      }
    }
  }

  /** How far an experiment has come that stops now, and the command that goes on with it. */
  static String whatIsKept(Workspace workspace, ExperimentPlan plan) {
    return "%d of %s kept. To go on from there: %s"
        .formatted(
            ExperimentRuns.soFar(workspace, plan).over(),
            Quantity.count(plan.rounds(), "round"),
            Launcher.command("experiment --resume " + plan.id()));
  }

  /**
   * The command to type when what stopped an experiment is mended: as long as no round is over, the
   * one that started it, since that may be what is to be mended.
   */
  static String next(Workspace workspace, ExperimentPlan plan) {
    return ExperimentRuns.soFar(workspace, plan).over() == 0
        ? plan.typed()
        : Launcher.command("experiment --resume " + plan.id());
  }

  private ExperimentRuns rounds(ExperimentRuns before) {
    Instant start = Instant.now();
    ExperimentRuns runs = before;
    boolean makingUp = before.finished();
    int failedInARow = 0;
    for (OptionalInt next = runs.next(makingUp); next.isPresent(); next = runs.next(makingUp)) {
      boolean succeeded = round(next.getAsInt(), inTurn(next.getAsInt())).succeeded();
      failedInARow = succeeded ? 0 : failedInARow + 1;
      if (failedInARow == ENOUGH) {
        throw LabException.failed(
            "%d rounds in a row failed, the last at round %d: the experiment stopped. Mend what"
                    .formatted(ENOUGH, next.getAsInt())
                + " failed, then start again: "
                + plan.typed());
      }
      runs = runs();
      int over = runs.over();
      Duration each =
          Duration.between(start, Instant.now()).dividedBy(Math.max(1, over - before.over()));
      int left = makingUp ? runs.lost() : plan.rounds() - over;
      say(
          "     %d of %s%s",
          over,
          Quantity.count(over + left, "round"),
          left == 0 ? "" : ", about %s to go".formatted(text(each, left)));
    }
    return runs;
  }

  private ExperimentRuns runs() {
    return ExperimentRuns.soFar(workspace, plan);
  }

  /**
   * The two ends: what lies between them reads the same files. In one JVM every arm once, too, since
   * each has code of its own to compile.
   *
   * @param left how many rounds are to come, to say how long they will take
   */
  private void warmUp(int left) {
    List<Arm> ends = List.of(plan.arms().get(0), plan.arms().get(plan.arms().size() - 1));
    // Compilers need more than one couple; a cache of files does not.
    List<List<Arm>> couples =
        plan.warm() ? List.of(ends, ends, plan.arms()) : List.of(ends);
    Duration one = Duration.ZERO;
    for (List<Arm> arms : couples) {
      Turn turn = round(WARM_UP, arms);
      one = turn.took().dividedBy(arms.size());
      if (!turn.succeeded()) {
        throw LabException.failed(
            "The warm-up run failed (see above), so nothing was measured. Mend what failed, then: "
                + next(workspace, plan));
      }
    }
    say(
        "     A run takes about %d s: about %s for %s of %s.",
        one.toSeconds(),
        text(one.multipliedBy(plan.arms().size()), left),
        Quantity.count(left, "round"),
        Quantity.count(plan.arms().size(), "run"));
  }

  private List<Arm> inTurn(int round) {
    List<Arm> arms = new ArrayList<>(plan.arms());
    if (round % 2 == 0) {
      Collections.reverse(arms);
    }
    return arms;
  }

  /**
   * How a round went.
   *
   * @param took its runs alone: the first comparison of outputs takes longer than all that follow
   */
  private record Turn(boolean succeeded, Duration took) {}

  /** Runs the arms one after the other; a failed one does not keep the next from running. */
  private Turn round(int round, List<Arm> arms) {
    Instant start = Instant.now();
    boolean all = true;
    for (Arm arm : arms) {
      boolean succeeded = runner.run(round, arm);
      all &= succeeded;
      report(round, arm, succeeded);
    }
    Duration took = Duration.between(start, Instant.now());
    if (all) {
      parity.ifPresent(
          check ->
              check.compare(
                  plan,
                  newest(round, plan.arms().get(0)).get(),
                  newest(round, plan.arms().get(1)).get()));
    }
    return new Turn(all, took);
  }

  private static boolean job(Workspace workspace, ExperimentPlan plan, int round, Arm arm) {
    List<String> arguments = arguments(plan, round, arm);
    return JobProcess.run(arm.job().get(0), arguments, plan.memory(), workspace, false) == 0;
  }

  /** The command line of an arm's job, which tells it the round of the experiment it runs in. */
  static List<String> arguments(ExperimentPlan plan, int round, Arm arm) {
    List<String> arguments = new ArrayList<>(arm.arguments());
    arguments.addAll(List.of("--experiment", plan.id(), "--pair", "" + round));
    return arguments;
  }

  private static boolean command(Workspace workspace, ExperimentPlan plan, int round, Arm arm) {
    RunStart start =
        new RunStart(
            RunIds.next(),
            plan.jobName(),
            arm.label(),
            plan.id(),
            OptionalInt.of(round),
            "",
            plan.rateEurPerHour());
    try {
      return new CommandRun(workspace, start, arm).run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report(int round, Arm arm, boolean succeeded) {
    Optional<Run> run = newest(round, arm);
    say(
        "     %-8s  %-" + width() + "s  %s%s",
        round == WARM_UP ? "warm-up" : "round " + round,
        arm.label(),
        run.map(r -> String.format(Locale.ROOT, "%6.1f s", r.durationSec())).orElse(""),
        succeeded ? "" : "  failed: " + run.map(Run::error).orElse("see above"));
  }

  private Optional<Run> newest(int round, Arm arm) {
    return new RunLog(workspace.runs())
        .read().runs().stream()
            .filter(r -> r.experiment().equals(plan.id()))
            .filter(r -> r.pair().orElse(-1) == round && r.variant().equals(arm.label()))
            .max(Run.BY_START);
  }

  private int width() {
    return plan.arms().stream().mapToInt(a -> a.label().length()).max().orElse(1);
  }

  private static String text(Duration each, int times) {
    long seconds = each.multipliedBy(times).toSeconds();
    return seconds < 100 ? seconds + " s" : Math.round(seconds / 60.0) + " minutes";
  }

  private static void say(String format, Object... values) {
    System.err.printf(Locale.ROOT, format + "%n", values);
  }
}
