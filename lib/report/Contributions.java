//SOURCES ../compare/Ladder.java
//SOURCES ../compare/NoiseBand.java
//SOURCES ../compare/Pair.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../compare/Verdict.java
//SOURCES ../compare/Waterfall.java
//SOURCES ../runs/ExperimentRuns.java
package report;

import compare.Ladder;
import compare.NoiseBand;
import compare.Pair;
import compare.SpeedUp;
import compare.Verdict;
import compare.Waterfall;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import runs.ExperimentRuns;

/**
 * What each step contributed, from a ladder experiment.
 *
 * @param experiment its id
 * @param rounds complete ones
 * @param rungSec geometric mean of the times of each rung, the first without any step: their ratios
 *     are those of the waterfall, so that its bars meet
 * @param waterfall the steps in the order they were added
 * @param withoutOne all steps against all but one, a trial for each step that was left out
 * @param onTop all steps and one more against all steps, a trial for each that was tried
 */
record Contributions(
    String experiment,
    int rounds,
    List<Double> rungSec,
    Waterfall waterfall,
    List<Trial> withoutOne,
    List<Trial> onTop) {

  /**
   * Another set of steps, compared with all of them.
   *
   * @param step the one that was left out or added
   * @param sec geometric mean of the times of that set
   * @param speedUp what the step does to the time when it comes last
   * @param worth what that is in a few words; empty where no claim may be made
   */
  record Trial(String step, double sec, SpeedUp speedUp, String worth) {}

  /** From the complete rounds of a ladder whose runs gave the same answer. */
  static Contributions of(ExperimentRuns ladder, NoiseBand band) {
    return new Reader(ladder, band).read();
  }

  /** The order in which the steps were added. */
  String order() {
    return String.join(", ", waterfall.steps().stream().map(Waterfall.Step::name).toList());
  }

  private record Reader(ExperimentRuns ladder, NoiseBand band) {
    Contributions read() {
      List<String> steps = ladder.plan().steps();
      List<List<Double>> rounds =
          ladder.complete().stream()
              .map(r -> IntStream.rangeClosed(0, steps.size()).mapToObj(i -> sec(r, i)).toList())
              .toList();
      List<Trial> without = new ArrayList<>();
      List<Trial> onTop = new ArrayList<>();
      for (String step : steps) {
        arm(without(step))
            .ifPresent(arm -> without.add(trial(step, arm, pairs(arm, steps.size()))));
      }
      Set<String> all = Set.copyOf(steps);
      for (int arm = 0; arm < ladder.plan().arms().size(); arm++) {
        Set<String> set = steps(arm);
        if (set.size() == all.size() + 1 && set.containsAll(all)) {
          set.removeAll(all);
          onTop.add(trial(set.iterator().next(), arm, pairs(steps.size(), arm)));
        }
      }
      return new Contributions(
          ladder.plan().id(),
          rounds.size(),
          IntStream.rangeClosed(0, steps.size()).mapToObj(this::mean).toList(),
          Waterfall.of(new Ladder(steps, rounds), true, band),
          without,
          onTop);
    }

    private Trial trial(String step, int arm, List<Pair> pairs) {
      String worth = Verdict.of(pairs, true, band).worth();
      return new Trial(step, mean(arm), SpeedUp.ofPairs(pairs), worth);
    }

    private Set<String> without(String step) {
      Set<String> others = new LinkedHashSet<>(ladder.plan().steps());
      others.remove(step);
      return others;
    }

    private OptionalInt arm(Set<String> steps) {
      return IntStream.range(0, ladder.plan().arms().size())
          .filter(i -> steps(i).equals(steps))
          .findFirst();
    }

    private Set<String> steps(int arm) {
      return ladder.plan().arms().get(arm).steps();
    }

    private List<Pair> pairs(int before, int after) {
      return ladder.complete().stream().map(r -> new Pair(sec(r, before), sec(r, after))).toList();
    }

    private double mean(int arm) {
      double logs =
          ladder.complete().stream()
              .mapToDouble(r -> Math.log(sec(r, arm)))
              .average()
              .orElseThrow();
      return Math.exp(logs);
    }

    private static double sec(ExperimentRuns.Round round, int arm) {
      return round.runs().get(arm).durationSec();
    }
  }
}
