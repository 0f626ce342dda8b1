//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/SpeedUp.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.SpeedUp;
import compare.SpeedUp.Pair;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpeedUpTest {
  @Test
  void theRatioIsAGeometricMean() {
    SpeedUp speedUp = SpeedUp.ofPairs(List.of(new Pair(8, 1), new Pair(2, 1)));
    assertEquals(4, speedUp.ratio(), 1e-12);
    assertEquals(2, speedUp.pairs());
    assertEquals(SpeedUp.Basis.PAIRS, speedUp.basis());
  }

  @Test
  void anIntervalNeedsSixPairs() {
    Pair twice = new Pair(2, 1);
    assertTrue(SpeedUp.ofPairs(Collections.nCopies(5, twice)).interval().isEmpty());
    SpeedUp.Interval six = SpeedUp.ofPairs(Collections.nCopies(6, twice)).interval().orElseThrow();
    assertEquals(2, six.low(), 1e-12);
    assertEquals(2, six.high(), 1e-12);
  }

  /** Log ratios 0.1 to 0.6: R's exp(t.test(1:6 / 10)$conf.int). */
  @Test
  void theIntervalIsStudentsT() {
    List<Pair> pairs =
        IntStream.rangeClosed(1, 6).mapToObj(i -> new Pair(Math.exp(i / 10.0), 1)).toList();
    SpeedUp speedUp = SpeedUp.ofPairs(pairs);
    assertEquals(Math.exp(0.35), speedUp.ratio(), 1e-12);
    SpeedUp.Interval interval = speedUp.interval().orElseThrow();
    assertEquals(0.1536690, Math.log(interval.low()), 1e-6);
    assertEquals(0.5463310, Math.log(interval.high()), 1e-6);
  }

  @Test
  void withoutPairsItIsTheRatioOfTheMedians() {
    SpeedUp speedUp = SpeedUp.ofMedians(new double[] {9, 10, 50}, new double[] {2, 3});
    assertEquals(4, speedUp.ratio(), 1e-12);
    assertEquals(SpeedUp.Basis.MEDIANS, speedUp.basis());
    assertTrue(speedUp.interval().isEmpty());
  }

  @Test
  void timesOfZeroHaveNoRatio() {
    assertThrows(IllegalArgumentException.class, () -> new Pair(1, 0));
    assertThrows(IllegalArgumentException.class, () -> SpeedUp.ofPairs(List.of()));
  }
}
