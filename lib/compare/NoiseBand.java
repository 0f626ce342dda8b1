//SOURCES SpeedUp.java
package compare;

import java.util.List;

/**
 * The ratios around 1 that this machine produces without any difference: from 1 / factor to factor,
 * so that faster and slower are treated alike. A claim needs an interval that lies beyond it.
 *
 * <p>It is measured by an A/A run: the baseline against itself, made exactly as the experiment is.
 * The band reaches as far as that run's interval does in its farther direction, since a difference
 * the A/A run could not rule out may just as well be noise the next time; and never less than 2 %.
 */
public sealed interface NoiseBand {
  /**
   * Two jobs closer than this take the same time for every practical purpose, on any machine: the
   * least a band can be.
   */
  double PRACTICALLY_EQUAL = 1.02;

  /** How far the band reaches, as a ratio of times; at least {@link #PRACTICALLY_EQUAL}. */
  double factor();

  /** What the band is and where it comes from: {@code 2 %, uncalibrated (no A/A run)}. */
  String text();

  /** How far it reaches, in words: {@code 4.1 %}. */
  default String size() {
    return RatioText.beyondOne(factor());
  }

  /** What an A/A run is itself judged by: a band measured by it would always hold it. */
  record Default() implements NoiseBand {
    @Override
    public double factor() {
      return PRACTICALLY_EQUAL;
    }

    @Override
    public String text() {
      return size() + ", the default";
    }
  }

  /**
   * As the default: nothing is known about this machine's noise.
   *
   * @param pairs of an A/A run that had too few of them, from 0 to 5
   */
  record Uncalibrated(int pairs) implements NoiseBand {
    @Override
    public double factor() {
      return PRACTICALLY_EQUAL;
    }

    @Override
    public String text() {
      String reason =
          pairs == 0
              ? "no A/A run"
              : "%d of %d A/A pairs".formatted(pairs, SpeedUp.PAIRS_FOR_AN_INTERVAL);
      return "%s, uncalibrated (%s)".formatted(size(), reason);
    }
  }

  /**
   * Measured.
   *
   * @param aa the A/A run: its ratio should be 1, and is published
   */
  record Calibrated(SpeedUp.OfPairs aa) implements NoiseBand {
    @Override
    public double factor() {
      double farther = Math.max(aa.interval().high(), 1 / aa.interval().low());
      return Math.max(PRACTICALLY_EQUAL, farther);
    }

    /**
     * Whether the A/A run found a difference where there is none: bad luck in one of twenty such
     * runs, else a sign that the order or the machine favours one side.
     */
    public boolean biased() {
      return !aa.interval().contains(1);
    }

    /** What the A/A run gave: {@code 0.98x (95 % interval 0.97-1.00, 6 pairs)}. */
    public String measured() {
      return "%s (%s)%s"
          .formatted(
              RatioText.times(aa.ratio()),
              aa.support(false),
              biased() ? ", which should hold 1.00 and does not" : "");
    }

    @Override
    public String text() {
      return "%s, from an A/A run: %s".formatted(size(), measured());
    }
  }

  /**
   * The band that an A/A run gives.
   *
   * @param pairs of the baseline against itself; with none or fewer than 6 the band stays the
   *     default
   */
  static NoiseBand of(List<Pair> pairs) {
    return pairs.size() >= SpeedUp.PAIRS_FOR_AN_INTERVAL
        ? new Calibrated(SpeedUp.OfPairs.of(pairs))
        : new Uncalibrated(pairs.size());
  }
}
