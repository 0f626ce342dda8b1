//SOURCES NoiseBand.java
//SOURCES RatioText.java
//SOURCES WelchT.java
package compare;

import java.util.Arrays;

/**
 * How two sets of runs compare that did not alternate, as runs of today with runs that were stored.
 * The machine may have been faster or slower then, which no interval made of these times knows: so
 * this can raise a suspicion, and never is a {@link Verdict}.
 *
 * @param ratio time now / time then, above 1 is slower
 */
public record TimesApart(Estimate ratio) {

  /**
   * Compares them on the scale of ratios.
   *
   * @param nowSec at least 2 times above 0
   * @param thenSec the same
   */
  public static TimesApart of(double[] nowSec, double[] thenSec) {
    return new TimesApart(WelchT.of(logs(nowSec), logs(thenSec)).map(Math::exp));
  }

  private static double[] logs(double[] sec) {
    return Arrays.stream(sec).map(Math::log).toArray();
  }

  /** Whether now looks slower: the whole interval lies beyond 2 %. */
  public boolean looksSlower() {
    return ratio.interval().low() > NoiseBand.PRACTICALLY_EQUAL;
  }

  /** Whether now looks faster. */
  public boolean looksFaster() {
    return ratio.interval().high() < 1 / NoiseBand.PRACTICALLY_EQUAL;
  }

  /** {@code 1.41x the time (95 % interval 1.20-1.66)}. */
  public String text() {
    return "%s the time (%s)".formatted(RatioText.times(ratio.value()), RatioText.interval(ratio));
  }
}
