//SOURCES BaselineFile.java
//SOURCES FactChecks.java
//SOURCES GateRuns.java
//SOURCES Judgement.java
//SOURCES TimeChecks.java
//SOURCES ../operate/slo/SloFile.java
//SOURCES ../project/Quantity.java
//SOURCES ../runs/AbortedRuns.java
//SOURCES ../runs/ExperimentLock.java
//SOURCES ../runs/ExperimentPlan.java
//SOURCES ../sales/RawData.java
package gate;

import compare.Parity;
import compare.SpeedUp;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.slo.Slo;
import operate.slo.SloFile;
import project.LabException;
import project.Launcher;
import project.Quantity;
import project.Workspace;
import runs.AbortedRuns;
import runs.ExperimentLock;
import runs.ExperimentPlan;
import runs.Run;
import sales.RawData;

/**
 * Holds a version of a job against a stored baseline: its answer, its contract, what Spark does for
 * it, its p95 budget, and its time. What no noise can decide comes first; a time decides only where
 * both versions ran in turn.
 */
public record Gate(Workspace workspace, GateJob job) {
  /** What a first baseline is made of when there are no data: enough rows for seconds of work. */
  private static final List<String> FIRST_DATA = List.of("--rows", "2M");

  /**
   * Judges the version of the workspace.
   *
   * @param rounds how often it runs, at least 1
   * @param p95Sec its budget, seconds; empty for that of {@code ops/slo.yaml}
   * @param against what to run it in turn with: a commit, a folder, empty for the version that
   *     stored the baseline; nothing for its stored times
   * @throws LabException when there is nothing to judge it by
   */
  public Judgement judge(int rounds, OptionalDouble p95Sec, Optional<String> against) {
    Baseline baseline = BaselineFile.of(workspace, job.model());
    requireSameData(baseline);
    Optional<BaseTree> tree = against.map(name -> BaseTree.of(workspace, name, place()));
    GateRuns runs = runs(baseline.cores(), baseline.memory());
    try (ExperimentLock alone = ExperimentLock.ofGate(workspace, runs.id())) {
      AbortedRuns.log(workspace).forEach(System.err::println);
      Optional<GateRuns.InTurn> inTurn = tree.map(t -> runs.inTurn(t, rounds));
      List<Run> now = inTurn.map(GateRuns.InTurn::now).orElseGet(() -> runs.tuned(rounds));
      List<Check> checks = new ArrayList<>();
      checks.add(AnswerChecks.runs(now, rounds));
      if (!checks.get(0).failed()) {
        checks.add(AnswerChecks.settings(baseline, now.get(0)));
        checks.add(answer(baseline, runs, now));
        checks.add(
            AnswerChecks.contract(
                baseline, runs.promises(now.get(0)), runs.notChecked(now.get(0))));
        checks.addAll(FactChecks.of(baseline.evidence(), leastWork(runs, now)));
        budget(p95Sec).ifPresent(b -> checks.add(TimeChecks.budget(sec(now), b, source(p95Sec))));
        checks.addAll(time(baseline, runs, now, tree, inTurn));
      }
      return new Judgement(job.model(), checks, conditions(baseline, now));
    }
  }

  private GateRuns runs(int cores, String memory) {
    return new GateRuns(workspace, job, ExperimentPlan.newGateId(), cores, memory);
  }

  private Path place() {
    return BaselineFile.place(workspace, job.model());
  }

  /** Makes the baseline's data where there are none; refuses others. */
  private void requireSameData(Baseline baseline) {
    DataTraits wanted = baseline.data();
    if (!RawData.existsIn(workspace.raw())) {
      System.err.printf(
          "     Making the data of the baseline: generate_data %s%n", wanted.options());
      make(wanted.arguments(), baseline.cores(), baseline.memory());
    }
    DataTraits found = DataTraits.of(RawData.open(workspace.raw()));
    String difference = wanted.differenceOf(found);
    String remake = Launcher.command("generate_data " + wanted.options() + " --overwrite");
    if (!difference.isEmpty()) {
      throw LabException.failed(
          "%s are other data than the baseline's: %s. Work in another folder, or replace them: %s"
              .formatted(workspace.fromHere(workspace.raw()), difference, remake));
    }
    if (!wanted.fingerprint().equals(found.fingerprint())) {
      throw LabException.failed(
          ("%s have fingerprint %s, the baseline's %s: made with the same options by other rules"
                  + " (version %d, the baseline's %d). Make them again: %s; if the generator was"
                  + " changed on purpose: %s")
              .formatted(
                  workspace.fromHere(workspace.raw()),
                  found.fingerprint(),
                  wanted.fingerprint(),
                  found.generator(),
                  wanted.generator(),
                  remake,
                  Launcher.command("gate save")));
    }
  }

  private void make(List<String> options, int cores, String memory) {
    if (job.generate(workspace, options, cores, memory) != 0) {
      throw LabException.failed("The data could not be made (see above)");
    }
  }

  private Check answer(Baseline baseline, GateRuns runs, List<Run> now) {
    if (AnswerChecks.same(baseline, now)) {
      return AnswerChecks.answer(baseline);
    }
    Run naive = runs.naive();
    return AnswerChecks.otherAnswer(baseline, now, naive, runs.parityOf(naive));
  }

  /** Where runs differ, the benefit of the doubt: the one that moved the fewest bytes. */
  private static Facts leastWork(GateRuns runs, List<Run> now) {
    return now.stream()
        .map(runs::facts)
        .min(
            (a, b) ->
                Long.compare(
                    a.shuffleBytes() + a.inputBytes() + a.spilledBytes(),
                    b.shuffleBytes() + b.inputBytes() + b.spilledBytes()))
        .orElseThrow();
  }

  private OptionalDouble budget(OptionalDouble typed) {
    return typed.isPresent()
        ? typed
        : SloFile.of(workspace)
            .find(job.model())
            .map(Slo::p95Sec)
            .orElseGet(OptionalDouble::empty);
  }

  private static String source(OptionalDouble typed) {
    return typed.isPresent() ? "--p95" : "ops/slo.yaml";
  }

  /** With stored times; a suspicion is followed up at once, where the version before is at hand. */
  private List<Check> time(
      Baseline baseline,
      GateRuns runs,
      List<Run> now,
      Optional<BaseTree> tree,
      Optional<GateRuns.InTurn> inTurn) {
    if (inTurn.isPresent()) {
      return List.of(inTurn(tree.get().name(), inTurn.get()));
    }
    Check stored =
        TimeChecks.stored(baseline, Machine.of(now.get(0).environment()), sec(now));
    boolean follow = TimeChecks.isSuspicion(stored) && now.size() >= SpeedUp.PAIRS_FOR_AN_INTERVAL;
    Optional<String> commit = follow ? BaseTree.storedWith(workspace, place()) : Optional.empty();
    if (commit.isEmpty()) {
      return List.of(stored);
    }
    System.err.printf("     %s. Both versions run in turn to decide it.%n", stored.sentence());
    BaseTree before = BaseTree.of(workspace, "", place());
    Check decided = inTurn(before.name(), runs.inTurn(before, now.size()));
    return List.of(TimeChecks.followedUp(stored, decided), decided);
  }

  private static Check inTurn(String name, GateRuns.InTurn runs) {
    HashSet<String> answers = new HashSet<>();
    runs.base().forEach(r -> answers.add(r.output().fingerprint()));
    runs.now().forEach(r -> answers.add(r.output().fingerprint()));
    return TimeChecks.inTurn(
        name, sec(runs.base()), sec(runs.again()), sec(runs.now()), answers.size() == 1);
  }

  private static double[] sec(List<Run> runs) {
    return runs.stream().mapToDouble(Run::durationSec).toArray();
  }

  private static String conditions(Baseline baseline, List<Run> now) {
    return "%s rows (generate_data %s), %s of %s with %s and %s of heap; baseline of %s."
        .formatted(
            Quantity.count(baseline.data().rows()),
            baseline.data().options(),
            Quantity.count(now.size(), "run"),
            baseline.variant(),
            Quantity.count(baseline.cores(), "core"),
            baseline.memory(),
            baseline.savedAt());
  }

  /**
   * Stores the version of the workspace as the baseline. Its answer must be that of the naive job.
   *
   * @return where it was stored
   * @throws LabException when a run fails, or runs differ, or the answer is wrong
   */
  public Path save(int rounds, int cores, String memory) {
    if (!RawData.existsIn(workspace.raw())) {
      System.err.println("     Making data: generate_data " + String.join(" ", FIRST_DATA));
      make(FIRST_DATA, cores, memory);
    }
    DataTraits data = DataTraits.of(RawData.open(workspace.raw()));
    GateRuns runs = runs(cores, memory);
    try (ExperimentLock alone = ExperimentLock.ofGate(workspace, runs.id())) {
      AbortedRuns.log(workspace).forEach(System.err::println);
      List<Run> now = runs.tuned(rounds);
      Check ran = AnswerChecks.runs(now, rounds);
      if (ran.failed()) {
        throw LabException.failed("Nothing was stored: " + ran.sentence());
      }
      List<Facts> facts = now.stream().map(runs::facts).distinct().toList();
      for (Facts other : facts.subList(1, facts.size())) {
        FactChecks.of(facts.get(0), other).stream()
            .filter(Check::failed)
            .findFirst()
            .ifPresent(
                check -> {
                  throw LabException.failed(
                      "Nothing was stored: runs of the same program differ, %s"
                          .formatted(check.sentence()));
                });
      }
      Run naive = runs.naive();
      Parity parity = runs.parityOf(naive);
      Baseline baseline = baseline(runs, data, now, facts.get(0));
      if (!parity.identical() || !AnswerChecks.same(baseline, now)) {
        throw LabException.failed(
            "Nothing was stored: "
                + AnswerChecks.otherAnswer(baseline, now, naive, parity).sentence());
      }
      return BaselineFile.save(workspace, baseline);
    }
  }

  private Baseline baseline(GateRuns runs, DataTraits data, List<Run> now, Facts facts) {
    Run first = now.get(0);
    return new Baseline(
        BaselineFile.FORMAT,
        job.model(),
        first.variant(),
        first.settings(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        runs.cores(),
        runs.memory(),
        data,
        new Baseline.Answer(first.output().fingerprint(), first.output().rows()),
        runs.promises(first),
        facts,
        Machine.of(first.environment()),
        now.stream().map(r -> Math.round(r.durationSec() * 1000) / 1000.0).toList());
  }
}
