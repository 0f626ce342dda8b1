//SOURCES Side.java
//SOURCES ../compare/Outlier.java
//SOURCES ../compare/Quantile.java
//SOURCES ../compare/SuccessRate.java
//SOURCES ../compare/Tail.java
//SOURCES ../runs/Run.java
package report;

import compare.Outlier;
import compare.Quantile;
import compare.SuccessRate;
import compare.Tail;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import runs.Run;

/**
 * The runs of one variant that are compared.
 *
 * @param side its role in the comparison
 * @param name the variant, as in the run log
 * @param runs successful ones over the same data and settings, oldest first; may be empty
 * @param failures failed and aborted ones under the same conditions, as far as those are known
 */
public record Sample(Side side, String name, List<Run> runs, List<Run> failures) {

  /** Whether there is nothing to compare. */
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** The durations in seconds, oldest run first. */
  public double[] durationsSec() {
    return values(Run::durationSec);
  }

  /** The median over the runs of any number of a run; at least one run. */
  public double median(ToDoubleFunction<Run> value) {
    return Quantile.of(values(value), 0.5);
  }

  /** The p95 of the durations in seconds; at least one run. */
  public Tail tail() {
    return Tail.of(durationsSec());
  }

  /** The run in the middle: the one with the median duration, or the faster of the two there. */
  Run medianRun() {
    List<Run> sorted = runs.stream().sorted(Comparator.comparingDouble(Run::durationSec)).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }

  /** The runs far from the median; they count like all others. */
  List<Run> outliers() {
    return isEmpty()
        ? List.of()
        : Outlier.among(durationsSec()).stream().map(o -> runs.get(o.index())).toList();
  }

  /** How many of the runs under these conditions succeeded; at least one run or failure. */
  public SuccessRate successRate() {
    return new SuccessRate(runs.size(), runs.size() + failures.size());
  }

  private double[] values(ToDoubleFunction<Run> value) {
    return runs.stream().mapToDouble(value).toArray();
  }
}
