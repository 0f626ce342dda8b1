//SOURCES Cost.java
//SOURCES Numbers.java
//SOURCES ../compare/BreakEven.java
//SOURCES ../compare/Interval.java
//SOURCES ../compare/NoiseBand.java
//SOURCES ../compare/Pair.java
//SOURCES ../compare/Quantile.java
//SOURCES ../compare/Saving.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../compare/Verdict.java
//SOURCES ../project/Launcher.java
//SOURCES ../runs/ExperimentRuns.java
package report;

import compare.BreakEven;
import compare.Interval;
import compare.NoiseBand;
import compare.Pair;
import compare.Quantile;
import compare.Saving;
import compare.SpeedUp;
import compare.Verdict;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import project.Launcher;
import runs.Arm;
import runs.ExperimentRuns;
import runs.Run;
import runs.Status;

/**
 * What compacting the input cost, once, against what every read of the compacted copy saves.
 *
 * @param experiment whose complete rounds, at least one, gave the same answer in every arm
 * @param band what counts as noise here
 * @param log all runs there are; those of the job that compacts are looked for in it
 */
record Compaction(ExperimentRuns experiment, NoiseBand band, List<Run> log) {
  private static final String STEP = "compacted";
  private static final String JOB = "compact_transactions";

  /**
   * Two arms that differ in the compacted input and in nothing else, by their place in the plan.
   */
  private record Arms(int without, int with) {}

  /** Whether some arms read the compacted copy and others do not. */
  boolean tried() {
    return arms().stream().map(a -> a.steps().contains(STEP)).distinct().count() == 2;
  }

  /** Whether two arms differ in nothing else. */
  boolean alone() {
    return compared().isPresent();
  }

  /** After how many reads it pays back, or why that is not known; only for one that was tried. */
  String sentence(Cost cost) {
    return compared().map(arms -> sentence(arms, cost)).orElseGet(this::notAlone);
  }

  private String notAlone() {
    return ("When compacting pays back is not known: %s and %s differ in more than that. Run: %s")
        .formatted(
            arms().get(0).label(),
            arms().get(1).label(),
            Launcher.command("experiment --a all --b all,compacted"));
  }

  private String sentence(Arms arms, Cost cost) {
    List<Run> made = made();
    if (made.isEmpty()) {
      return ("When compacting pays back is not known: no run of %s over these data on this machine"
              + " succeeded. Run: %s")
          .formatted(JOB, Launcher.command("compact"));
    }
    DoubleSummaryStatistics sec = made.stream().mapToDouble(Run::durationSec).summaryStatistics();
    Interval spent = new Interval(sec.getMin(), sec.getMax());
    String once =
        "Compacting cost %s, %s (%s)"
            .formatted(
                Numbers.seconds(spent), Numbers.eur(cost.of(spent)), Numbers.runs(made.size()));
    if (SpeedUp.ofPairs(pairs(arms)) instanceof SpeedUp.OfPairs measured) {
      return once + ". " + payback(arms, spent, measured);
    }
    int pairs = experiment.complete().size();
    return "%s. To say when that pays back needs %d pairs of %s and %s, %s made."
        .formatted(
            once,
            SpeedUp.PAIRS_FOR_AN_INTERVAL,
            label(arms.without()),
            label(arms.with()),
            pairs == 1 ? "1 was" : pairs + " were");
  }

  private String payback(Arms arms, Interval spent, SpeedUp.OfPairs measured) {
    Verdict verdict = Verdict.of(pairs(arms), true, band);
    double before = Quantile.of(times(arms.without()), 0.5);
    Interval saved = Saving.secondsPerRun(before, measured.interval());
    // What may be noise may be nothing.
    Interval sure =
        verdict.isClaim() ? saved : new Interval(Math.min(0, saved.low()), saved.high());
    return ("A run that reads the compacted copy saves %s (95 %% interval of %s against %s, %s%s):"
            + " compacting %s.")
        .formatted(
            Numbers.seconds(saved),
            label(arms.with()),
            label(arms.without()),
            Numbers.pairs(measured.pairs()),
            verdict.isClaim() ? "" : ", " + verdict.finding(),
            BreakEven.of(spent, sure).sentence());
  }

  /** The successful runs that compacted these data on this machine, as the log has them. */
  private List<Run> made() {
    Run read = experiment.complete().get(0).runs().get(0);
    return log.stream()
        .filter(r -> r.jobName().equals(JOB) && r.status() == Status.SUCCESS && r.durationSec() > 0)
        .filter(r -> r.data().fingerprint().equals(read.data().fingerprint()))
        .filter(r -> r.environment().host().equals(read.environment().host()))
        .filter(r -> r.environment().cores() == read.environment().cores())
        .toList();
  }

  /** Of several such couples that with the most steps: nearest to the job as it should be. */
  private Optional<Arms> compared() {
    return IntStream.range(0, arms().size())
        .boxed()
        .filter(with -> arms().get(with).steps().contains(STEP))
        .sorted(Comparator.comparing(with -> -arms().get(with).steps().size()))
        .flatMap(with -> without(arms().get(with)).stream().map(w -> new Arms(w, with)))
        .findFirst();
  }

  private Optional<Integer> without(Arm with) {
    Set<String> others = with.steps();
    others.remove(STEP);
    return arms().stream()
        .filter(a -> a.steps().equals(others) && a.settings().equals(with.settings()))
        .findFirst()
        .map(arms()::indexOf);
  }

  private List<Arm> arms() {
    return experiment.plan().arms();
  }

  private String label(int arm) {
    return arms().get(arm).label();
  }

  private List<Pair> pairs(Arms arms) {
    return experiment.complete().stream()
        .map(
            r ->
                new Pair(
                    r.runs().get(arms.without()).durationSec(),
                    r.runs().get(arms.with()).durationSec()))
        .toList();
  }

  private double[] times(int arm) {
    return experiment.complete().stream()
        .mapToDouble(r -> r.runs().get(arm).durationSec())
        .toArray();
  }
}
