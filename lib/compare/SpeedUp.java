//SOURCES Estimate.java
//SOURCES Pair.java
//SOURCES PairedT.java
//SOURCES RatioText.java
//SOURCES SignedRank.java
//SOURCES ../project/Quantity.java
package compare;

import java.util.Arrays;
import java.util.List;
import project.Quantity;

/**
 * How many times faster the optimized job is: baseline time / optimized time, above 1 is faster. It
 * is a measurement, not a claim: what may be claimed is a {@link Verdict}.
 */
public sealed interface SpeedUp {
  /** The first number of pairs at which a sign test of the pairs can reach 95 %. */
  int PAIRS_FOR_AN_INTERVAL = 6;

  /** The point estimate. */
  double ratio();

  /**
   * From pairs of runs that followed each other, too few for an interval.
   *
   * @param ratio geometric mean of the ratios of the pairs
   * @param pairs from 1 to 5
   */
  record OfFewPairs(double ratio, int pairs) implements SpeedUp {}

  /**
   * From pairs of runs that followed each other: drift of the machine cancels.
   *
   * @param pairs at least 6
   * @param student geometric mean of the ratios with Student's t interval of the log ratios
   * @param signedRank its robust twin: the Hodges-Lehmann estimate with the signed-rank interval
   */
  record OfPairs(int pairs, Estimate student, Estimate signedRank) implements SpeedUp {
    /** From at least 6 pairs. */
    static OfPairs of(List<Pair> pairs) {
      double[] logs = logs(pairs);
      return new OfPairs(
          logs.length, PairedT.of(logs).map(Math::exp), SignedRank.of(logs).map(Math::exp));
    }

    @Override
    public double ratio() {
      return student.value();
    }

    /** The 95 % interval of {@link #ratio()}. */
    public Interval interval() {
      return student.interval();
    }

    /**
     * Whether the robust twin tells another story: one interval holds 1 and the other does not, or
     * an estimate lies outside the other one's interval. Then a report prints both.
     */
    public boolean disagree() {
      return student.interval().contains(1) != signedRank.interval().contains(1)
          || !student.interval().contains(signedRank.value())
          || !signedRank.interval().contains(student.value());
    }

    /**
     * {@code 95 % interval 2.02-2.28, 6 pairs}; with both estimates where they disagree.
     *
     * @param inverted whether the ends are to be those of optimized time / baseline time
     */
    String support(boolean inverted) {
      String pairsAndInterval =
          "%s, %s"
              .formatted(
                  RatioText.interval(side(student, inverted)), Quantity.count(pairs, "pair"));
      if (!disagree()) {
        return pairsAndInterval;
      }
      Estimate robust = side(signedRank, inverted);
      return "%s; the signed-rank estimate disagrees: %s, %s"
          .formatted(pairsAndInterval, RatioText.times(robust.value()), RatioText.interval(robust));
    }

    private static Estimate side(Estimate ratio, boolean inverted) {
      Interval i = ratio.interval();
      return inverted
          ? new Estimate(
              1 / ratio.value(), new Interval(1 / i.high(), 1 / i.low()), ratio.coverage())
          : ratio;
    }
  }

  /**
   * The ratio over pairs of runs.
   *
   * @param pairs at least one
   */
  static SpeedUp ofPairs(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("a paired ratio needs at least one pair");
    }
    int n = pairs.size();
    return n < PAIRS_FOR_AN_INTERVAL
        ? new OfFewPairs(Math.exp(Arrays.stream(logs(pairs)).average().orElseThrow()), n)
        : OfPairs.of(pairs);
  }

  private static double[] logs(List<Pair> pairs) {
    return pairs.stream().mapToDouble(Pair::logRatio).toArray();
  }
}
