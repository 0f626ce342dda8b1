//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../compare/SpeedUp.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.Estimate;
import compare.Interval;
import compare.Pair;
import compare.SpeedUp;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedUpTest {
  private static SpeedUp.OfPairs of(double... ratios) {
    return (SpeedUp.OfPairs) SpeedUp.ofPairs(Given.ratios(ratios));
  }

  @Test
  void theRatioIsAGeometricMean() {
    assertEquals(
        new SpeedUp.OfFewPairs(4, 2), SpeedUp.ofPairs(List.of(new Pair(8, 1), new Pair(2, 1))));
  }

  @Test
  void anIntervalNeedsSixPairs() {
    double[] five = {2, 2, 2, 2, 2};
    assertEquals(SpeedUp.OfFewPairs.class, SpeedUp.ofPairs(Given.ratios(five)).getClass());
    Interval six = of(2, 2, 2, 2, 2, 2).interval();
    assertEquals(2, six.low(), 1e-12);
    assertEquals(2, six.high(), 1e-12);
  }

  /** Log ratios 0.1 to 0.6: R's exp(t.test(1:6 / 10)$conf.int). */
  @Test
  void theIntervalIsStudentsT() {
    SpeedUp.OfPairs speedUp =
        of(DoubleStream.of(1, 2, 3, 4, 5, 6).map(d -> Math.exp(d / 10)).toArray());
    assertEquals(Math.exp(0.35), speedUp.ratio(), 1e-12);
    assertEquals(0.1536690, Math.log(speedUp.interval().low()), 1e-6);
    assertEquals(0.5463310, Math.log(speedUp.interval().high()), 1e-6);
  }

  /** Of six pairs the signed-rank interval is the smallest to the largest ratio, 1 - 2/64. */
  @Test
  void theRobustTwinIsMadeOfTheSamePairs() {
    SpeedUp.OfPairs speedUp = of(2, 3, 4, 5, 6, 7);
    assertEquals(2, speedUp.signedRank().interval().low(), 1e-12);
    assertEquals(7, speedUp.signedRank().interval().high(), 1e-12);
    assertEquals(0.96875, speedUp.signedRank().coverage());
    assertTrue(speedUp.signedRank().interval().contains(speedUp.signedRank().value()));
  }

  @Test
  void fasterAndSlowerAreMirrored() {
    double[] ratios = {2, 3, 4, 5, 6, 7};
    SpeedUp.OfPairs there = of(ratios);
    SpeedUp.OfPairs back = of(Arrays.stream(ratios).map(r -> 1 / r).toArray());
    assertEquals(1 / there.ratio(), back.ratio(), 1e-12);
    assertEquals(1 / there.interval().low(), back.interval().high(), 1e-12);
    assertEquals(1 / there.signedRank().value(), back.signedRank().value(), 1e-12);
  }

  @Test
  void theTwinsAgreeOnOrdinaryPairs() {
    assertFalse(of(2.0, 2.1, 1.9, 2.05, 1.95, 2.2).disagree());
    assertFalse(of(1.0, 1.1, 0.9, 1.05, 0.95, 1.02).disagree());
  }

  @Test
  void theTwinsDisagreeWhenOnlyOneOfThemExcludesOne() {
    SpeedUp.OfPairs onePairTurned = of(2, 2, 2, 2, 2, 0.99);
    assertTrue(onePairTurned.interval().low() > 1);
    assertTrue(onePairTurned.signedRank().interval().low() < 1);
    assertTrue(onePairTurned.disagree());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 1.9, 2.1, 2.2, 1.5, 2.5, true",
    "2, 1.5, 2.5, 2.2, 2.1, 2.5, true",
    "2, 1.5, 2.5, 2.2, 1.6, 2.5, false",
    "1.2, 0.9, 1.6, 1.3, 1.1, 1.5, true",
    "1.3, 1.1, 1.5, 1.2, 0.9, 1.6, true",
    "1.1, 0.9, 1.6, 1.2, 0.8, 1.5, false",
  })
  void theTwinsDisagree(
      double t,
      double low,
      double high,
      double r,
      double robustLow,
      double robustHigh,
      boolean expected) {
    Estimate student = new Estimate(t, new Interval(low, high), 0.95);
    Estimate robust = new Estimate(r, new Interval(robustLow, robustHigh), 0.969);
    assertEquals(expected, new SpeedUp.OfPairs(6, student, robust).disagree());
  }

  @Test
  void theTwinsDisagreeWhenAnEstimateIsOutsideTheOtherInterval() {
    double[] ratios = new double[20];
    Arrays.setAll(ratios, i -> 1.5 + 0.001 * i);
    ratios[19] = 400;
    ratios[18] = 300;
    SpeedUp.OfPairs speedUp = of(ratios);
    assertTrue(speedUp.interval().low() > 1 && speedUp.signedRank().interval().low() > 1);
    assertTrue(speedUp.disagree());
  }

  @Test
  void timesOfZeroHaveNoRatio() {
    assertThrows(IllegalArgumentException.class, () -> new Pair(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Pair(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Pair(Double.POSITIVE_INFINITY, 1));
    assertThrows(IllegalArgumentException.class, () -> SpeedUp.ofPairs(List.of()));
  }
}
