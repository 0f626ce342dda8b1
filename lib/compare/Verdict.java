//SOURCES NoiseBand.java
//SOURCES SpeedUp.java
//SOURCES ../project/Quantity.java
package compare;

import java.util.List;
import project.Quantity;

/**
 * What may be said about the speed of two jobs. Every answer can say itself in one sentence without
 * a full stop; below 6 pairs, or where the answers of the jobs differ, none of them is about speed.
 *
 * <p>Faster and slower need an interval wholly beyond the noise band. That is stricter than an
 * interval without 1, which two equal jobs produce in 5 % of the experiments.
 */
public sealed interface Verdict {

  /** The answer in as few words as it takes: {@code 2.15x faster}, {@code no difference shown}. */
  String finding();

  /** What it rests on: {@code 95 % interval 2.02-2.28, 6 pairs}. */
  String basis();

  /** The answer as a sentence: {@code 2.15x faster (95 % interval 2.02-2.28, 6 pairs)}. */
  default String sentence() {
    return finding() + ": " + basis();
  }

  /** Whether it claims a difference in speed. */
  default boolean isClaim() {
    return this instanceof Faster || this instanceof Slower;
  }

  /**
   * What a step is worth whose times were compared, those without it first: {@code contributes},
   * {@code costs}, {@code contributes nothing measurable here} where the interval covers 1, {@code
   * within the noise here} where it does not and equal jobs could be as far apart on this machine;
   * empty where no claim may be made.
   */
  default String worth() {
    if (this instanceof Faster) {
      return "contributes";
    }
    if (this instanceof Slower) {
      return "costs";
    }
    if (this instanceof NoDifferenceShown shown && !shown.speedUp.interval().contains(1)) {
      return "within the noise here";
    }
    boolean measured = this instanceof NoDifferenceShown || this instanceof NoPracticalDifference;
    return measured ? "contributes nothing measurable here" : "";
  }

  /** The outputs are not the same: a wrong fast job is wrong, so its speed does not matter. */
  record DifferentAnswer() implements Verdict {
    @Override
    public String finding() {
      return "the outputs differ";
    }

    @Override
    public String basis() {
      return "there is no speed verdict on a different answer";
    }
  }

  /**
   * Too few pairs for any interval.
   *
   * @param have complete pairs, fewer than {@code need}
   * @param need the fewest that allow a verdict
   */
  record NotEnoughRuns(int have, int need) implements Verdict {
    @Override
    public String finding() {
      return "not enough runs";
    }

    @Override
    public String basis() {
      return "%s, %d needed".formatted(Quantity.count(have, "pair"), need);
    }
  }

  /** The whole interval lies above the noise band. */
  record Faster(SpeedUp.OfPairs speedUp) implements Verdict {
    @Override
    public String finding() {
      return RatioText.times(speedUp.ratio()) + " faster";
    }

    @Override
    public String basis() {
      return speedUp.support(false);
    }

    @Override
    public String sentence() {
      return "%s (%s)".formatted(finding(), basis());
    }
  }

  /** The whole interval lies below the noise band. */
  record Slower(SpeedUp.OfPairs speedUp) implements Verdict {
    @Override
    public String finding() {
      return RatioText.times(1 / speedUp.ratio()) + " slower";
    }

    @Override
    public String basis() {
      return speedUp.support(true);
    }

    @Override
    public String sentence() {
      return "%s (%s)".formatted(finding(), basis());
    }
  }

  /** The whole interval lies within 2 %: the jobs are shown to take the same time. */
  record NoPracticalDifference(SpeedUp.OfPairs speedUp) implements Verdict {
    @Override
    public String finding() {
      return "no practical difference";
    }

    @Override
    public String basis() {
      return "%s (%s) is within %s"
          .formatted(
              RatioText.times(speedUp.ratio()),
              speedUp.support(false),
              RatioText.beyondOne(NoiseBand.PRACTICALLY_EQUAL));
    }
  }

  /** The interval is not wholly beyond the noise band: this may be noise; more runs may tell. */
  record NoDifferenceShown(SpeedUp.OfPairs speedUp, NoiseBand band) implements Verdict {
    @Override
    public String finding() {
      return "no difference shown";
    }

    @Override
    public String basis() {
      return "%s (%s) is not beyond the noise band of %s"
          .formatted(RatioText.times(speedUp.ratio()), speedUp.support(false), band.text());
    }
  }

  /**
   * The verdict on an experiment.
   *
   * @param pairs complete pairs, in any order; may be empty
   * @param sameAnswer whether the outputs were compared and are equal
   * @param band what counts as noise here
   */
  static Verdict of(List<Pair> pairs, boolean sameAnswer, NoiseBand band) {
    if (!sameAnswer) {
      return new DifferentAnswer();
    }
    int need = SpeedUp.PAIRS_FOR_AN_INTERVAL;
    if (pairs.size() < need) {
      return new NotEnoughRuns(pairs.size(), need);
    }
    SpeedUp.OfPairs speedUp = SpeedUp.OfPairs.of(pairs);
    Interval interval = speedUp.interval();
    if (interval.low() > band.factor()) {
      return new Faster(speedUp);
    }
    if (interval.high() < 1 / band.factor()) {
      return new Slower(speedUp);
    }
    double same = NoiseBand.PRACTICALLY_EQUAL;
    // The band may be wider on a noisy machine; what counts as equal in practice is not.
    return interval.low() >= 1 / same && interval.high() <= same
        ? new NoPracticalDifference(speedUp)
        : new NoDifferenceShown(speedUp, band);
  }
}
