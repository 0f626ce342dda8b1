//SOURCES Ladder.java
//SOURCES Verdict.java
package compare;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What each step of a {@link Ladder} contributed, in the order the steps were added: another order
 * gives other shares wherever steps help or hinder each other.
 *
 * @param total verdict on all steps together
 * @param speedUp of all steps together; no claim unless {@link #total} is one
 * @param steps in the order they were added
 */
public record Waterfall(Verdict total, SpeedUp speedUp, List<Step> steps) {
  /**
   * One step.
   *
   * @param name as in the ladder
   * @param speedUp over the rung before it; no claim unless {@link #verdict} is one
   * @param verdict on this step alone
   * @param share ln(speed-up of the step) / ln(total speed-up), 1 being all of the change. The
   *     shares of all steps add up to 1. Below 0 the step worked against the total, and others are
   *     above what they would be without it. Empty where the total is neither faster nor slower:
   *     parts of a change that is not shown would be parts of noise
   */
  public record Step(String name, SpeedUp speedUp, Verdict verdict, OptionalDouble share) {}

  /**
   * The contributions of the steps of {@code ladder}.
   *
   * @param sameAnswer whether the outputs of all rungs were compared and are equal
   * @param band what counts as noise here
   */
  public static Waterfall of(Ladder ladder, boolean sameAnswer, NoiseBand band) {
    SpeedUp total = SpeedUp.ofPairs(ladder.total());
    Verdict verdict = Verdict.of(ladder.total(), sameAnswer, band);
    List<Step> steps =
        IntStream.range(0, ladder.steps().size())
            .mapToObj(
                i -> {
                  SpeedUp step = SpeedUp.ofPairs(ladder.step(i));
                  return new Step(
                      ladder.steps().get(i),
                      step,
                      Verdict.of(ladder.step(i), sameAnswer, band),
                      verdict.isClaim()
                          ? OptionalDouble.of(Math.log(step.ratio()) / Math.log(total.ratio()))
                          : OptionalDouble.empty());
                })
            .toList();
    return new Waterfall(verdict, total, steps);
  }
}
