//SOURCES Selection.java
//SOURCES ../compare/Pair.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../runs/Run.java
package report;

import compare.Pair;
import compare.SpeedUp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import runs.Run;

/** The couples of runs that an experiment made side by side. */
final class Pairs {
  /** Two runs of one experiment with the same pair number, both successful. */
  record Couple(Run baseline, Run optimized) {
    Pair durations() {
      return new Pair(baseline.durationSec(), optimized.durationSec());
    }
  }

  private Pairs() {}

  /** Every complete couple among the compared runs, oldest first. */
  static List<Couple> of(Selection selection) {
    Map<List<Object>, Run> baselines = new HashMap<>();
    selection.baseline().runs().stream()
        .filter(Pairs::paired)
        .forEach(r -> baselines.put(key(r), r));
    List<Couple> couples = new ArrayList<>();
    for (Run optimized : selection.optimized().runs()) {
      // Removed, so that a pair number used twice cannot count one run twice.
      Run baseline = paired(optimized) ? baselines.remove(key(optimized)) : null;
      if (baseline != null) {
        couples.add(new Couple(baseline, optimized));
      }
    }
    return List.copyOf(couples);
  }

  /** The ratio over the couples, or of the medians when there is no couple. */
  static SpeedUp speedUp(Selection selection) {
    List<Couple> couples = of(selection);
    return couples.isEmpty()
        ? SpeedUp.ofMedians(
            selection.baseline().durationsSec(), selection.optimized().durationsSec())
        : SpeedUp.ofPairs(couples.stream().map(Couple::durations).toList());
  }

  /** Whether an experiment made both runs side by side. */
  static boolean together(Run one, Run other) {
    return paired(one) && paired(other) && key(one).equals(key(other));
  }

  private static boolean paired(Run run) {
    return !run.experiment().isEmpty() && run.pair().isPresent();
  }

  private static List<Object> key(Run run) {
    return List.of(run.experiment(), run.pair().getAsInt());
  }
}
