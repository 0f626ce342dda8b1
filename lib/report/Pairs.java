//SOURCES Selection.java
//SOURCES ../compare/Pair.java
//SOURCES ../runs/Run.java
package report;

import compare.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import runs.Run;

/** The couples of runs that an experiment made side by side. */
final class Pairs {
  /** Two runs of one experiment with the same pair number, both successful. */
  record Couple(Run before, Run after) {
    Pair durations() {
      return new Pair(before.durationSec(), after.durationSec());
    }
  }

  private Pairs() {}

  /** Every complete couple among the compared runs, oldest first. */
  static List<Couple> of(Selection selection) {
    Map<List<Object>, Run> waiting = new HashMap<>();
    selection.before().runs().stream().filter(Pairs::paired).forEach(r -> waiting.put(key(r), r));
    List<Couple> couples = new ArrayList<>();
    for (Run after : selection.after().runs()) {
      // Removed, so that a pair number used twice cannot count one run twice.
      Run before = paired(after) ? waiting.remove(key(after)) : null;
      if (before != null) {
        couples.add(new Couple(before, after));
      }
    }
    return List.copyOf(couples);
  }

  /** The durations of every couple. */
  static List<Pair> durations(Selection selection) {
    return of(selection).stream().map(Couple::durations).toList();
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
