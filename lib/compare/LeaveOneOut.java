//SOURCES Verdict.java
package compare;

import java.util.List;

/**
 * What a step is worth on top of all the others: the full set of steps against the set without it.
 * Unlike a share of a {@link Waterfall} it does not depend on an order, and it says which steps
 * could be left out.
 *
 * @param step its name
 * @param verdict on the full set, compared with the set without the step
 */
public record LeaveOneOut(String step, Verdict verdict) {

  /**
   * Compares runs without {@code step} with runs of the full set.
   *
   * @param pairs the time without the step first, the time of the full set second
   * @param sameAnswer whether the outputs of both were compared and are equal
   * @param band what counts as noise here
   */
  public static LeaveOneOut of(String step, List<Pair> pairs, boolean sameAnswer, NoiseBand band) {
    return new LeaveOneOut(step, Verdict.of(pairs, sameAnswer, band));
  }

  /**
   * What the step is worth in as few words as it takes: {@code contributes}, {@code costs}, {@code
   * contributes nothing measurable here}; empty where no claim may be made.
   */
  public String finding() {
    if (verdict instanceof Verdict.Faster) {
      return "contributes";
    }
    if (verdict instanceof Verdict.Slower) {
      return "costs";
    }
    boolean measured =
        verdict instanceof Verdict.NoDifferenceShown
            || verdict instanceof Verdict.NoPracticalDifference;
    return measured ? "contributes nothing measurable here" : "";
  }

  /**
   * {@code broadcast contributes: all steps are 2.10x faster (…) than all but this one};
   * "contributes nothing measurable here" wherever the interval holds 1 or is not beyond the noise
   * band.
   */
  public String sentence() {
    String start = (step + " " + finding()).strip();
    return verdict instanceof Verdict.Faster || verdict instanceof Verdict.Slower
        ? "%s: all steps are %s than all but this one".formatted(start, verdict.sentence())
        : "%s: %s".formatted(start, verdict.sentence());
  }
}
