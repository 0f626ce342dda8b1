//DEPS org.apache.commons:commons-statistics-inference:1.2
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../compare/PairedT.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import compare.Estimate;
import compare.PairedT;
import java.util.Random;
import org.apache.commons.statistics.inference.TTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedTTest {
  /**
   * What R prints for t.test on data that come with it or its packages: sleep (group 1 - group 2),
   * HistData's ZeaMays (Darwin's crossed - self-fertilized plants, inches), stackloss.
   */
  @ParameterizedTest
  @CsvSource({
    "-1.2 -2.4 -1.3 -1.3 0 -1 -1.8 -0.8 -4.6 -1.4, -1.58, -2.4598858, -0.7001142",
    "6.125 -8.375 1 2 0.75 2.875 3.5 5.125 1.75 3.625 7 3 9.375 7.5 -6,"
        + " 2.616667, 0.003899165, 5.229434169",
    "42 37 37 28 18 18 19 20 15 14 14 13 11 12 8 7 8 8 9 15 15, 17.52381, 12.89374, 22.15388",
  })
  void asInR(String differences, double mean, double low, double high) {
    Estimate estimate = PairedT.of(Given.values(differences));
    assertEquals(mean, estimate.value(), 5e-6);
    assertEquals(low, estimate.interval().low(), 5e-6);
    assertEquals(high, estimate.interval().high(), 5e-6);
    assertEquals(0.95, estimate.coverage());
  }

  /** The ends are the hypotheses that a t test just rejects at 5 %. */
  @Test
  void theEndsAreWhereTheTestTurns() {
    Random random = new Random(7);
    for (int n = 2; n <= 12; n++) {
      double[] differences = random.doubles(n, -1, 3).toArray();
      Estimate estimate = PairedT.of(differences);
      for (double end : new double[] {estimate.interval().low(), estimate.interval().high()}) {
        double p = TTest.withDefaults().withMu(end).test(differences).getPValue();
        assertEquals(0.05, p, 1e-9);
      }
    }
  }

  @Test
  void oneDifferenceHasNoInterval() {
    assertThrows(IllegalArgumentException.class, () -> PairedT.of(new double[] {1}));
  }
}
