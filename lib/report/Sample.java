//SOURCES Side.java
//SOURCES ../compare/Quantile.java
//SOURCES ../compare/SuccessRate.java
//SOURCES ../compare/Tail.java
//SOURCES ../runs/Run.java
package report;

import compare.Quantile;
import compare.SuccessRate;
import compare.Tail;
import java.util.List;
import java.util.function.ToDoubleFunction;
import runs.Run;

/**
 * The runs of one variant that are compared.
 *
 * @param side the variant
 * @param runs successful ones over the same data and settings, oldest first; may be empty
 * @param failures failed and aborted ones under the same conditions, as far as those are known
 */
public record Sample(Side side, List<Run> runs, List<Run> failures) {

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

  /** How many of the runs under these conditions succeeded; at least one run or failure. */
  public SuccessRate successRate() {
    return new SuccessRate(runs.size(), runs.size() + failures.size());
  }

  private double[] values(ToDoubleFunction<Run> value) {
    return runs.stream().mapToDouble(value).toArray();
  }
}
