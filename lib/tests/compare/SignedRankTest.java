//DEPS org.apache.commons:commons-statistics-inference:1.2
//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../compare/SignedRank.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.Estimate;
import compare.SignedRank;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedRankTest {
  /** McCornack 1965, Extended Tables of the Wilcoxon Statistic, JASA 60: 5 %, two-sided. */
  @ParameterizedTest
  @CsvSource({
    "6, 0", "7, 2", "8, 3", "9, 5", "10, 8", "11, 10", "12, 13", "13, 17", "14, 21", "15, 25",
    "16, 29", "17, 34", "18, 40", "19, 46", "20, 52", "21, 58", "22, 65", "23, 73", "24, 81",
    "25, 89", "30, 137", "40, 264", "50, 434", "60, 648"
  })
  void criticalValuesAreThoseOfTheTables(int n, int critical) {
    assertEquals(OptionalInt.of(critical), SignedRank.criticalValue(n));
  }

  /** Beyond 50 the normal approximation takes over; of the exact values it misses some by one. */
  @ParameterizedTest
  @CsvSource({"80, 1211", "100, 1955"})
  void beyond50TheValueIsTheTabledOneOrSafelyOneBelow(int n, int critical) {
    int approximate = SignedRank.criticalValue(n).orElseThrow();
    assertTrue(approximate == critical || approximate == critical - 1, "" + approximate);
  }

  /** Hollander & Wolfe 1999, examples 3.3 and 3.4: depression scores before - after. */
  @Test
  void asInHollanderAndWolfe() {
    double[] before = Given.values("1.83 0.50 1.62 2.48 1.68 1.88 1.55 3.06 1.30");
    double[] after = Given.values("0.878 0.647 0.598 2.05 1.06 1.29 1.06 3.14 1.29");
    double[] differences = IntStream.range(0, 9).mapToDouble(i -> before[i] - after[i]).toArray();
    Estimate estimate = SignedRank.of(differences);
    assertEquals(0.46, estimate.value(), 1e-12);
    assertEquals(0.010, estimate.interval().low(), 1e-12);
    assertEquals(0.786, estimate.interval().high(), 1e-12);
    assertEquals(0.961, estimate.coverage(), 5e-4);
  }

  /** Every pattern of signs, counted one by one. */
  @Test
  void theCoverageIsThatOfAllPatternsOfSigns() {
    for (int n = 6; n <= 14; n++) {
      int critical = SignedRank.criticalValue(n).orElseThrow();
      int patterns = 1 << n;
      int atMost = 0;
      int atMostNext = 0;
      for (int pattern = 0; pattern < patterns; pattern++) {
        int sum = 0;
        for (int rank = 1; rank <= n; rank++) {
          sum += (pattern >> (rank - 1) & 1) * rank;
        }
        atMost += sum <= critical ? 1 : 0;
        atMostNext += sum <= critical + 1 ? 1 : 0;
      }
      double[] differences = IntStream.rangeClosed(1, n).mapToDouble(i -> i * i).toArray();
      double coverage = SignedRank.of(differences).coverage();
      assertEquals(1 - 2.0 * atMost / patterns, coverage, 1e-15);
      assertTrue(coverage >= 0.95 && 1 - 2.0 * atMostNext / patterns < 0.95, "n = " + n);
    }
  }

  /** The interval holds exactly the hypotheses that the exact test does not reject. */
  @Test
  void theIntervalIsTheTestTurnedAround() {
    Random random = new Random(11);
    WilcoxonSignedRankTest exact = WilcoxonSignedRankTest.withDefaults().with(PValueMethod.EXACT);
    int inside = 0;
    int outside = 0;
    for (int i = 0; i < 500; i++) {
      double[] differences = random.doubles(6 + i % 20, -1, 2).toArray();
      Estimate estimate = SignedRank.of(differences);
      double hypothesis = random.nextDouble() * 2 - 0.5;
      boolean accepted = exact.withMu(hypothesis).test(differences).getPValue() > 0.05;
      assertEquals(accepted, estimate.interval().contains(hypothesis));
      inside += accepted ? 1 : 0;
      outside += accepted ? 0 : 1;
    }
    assertTrue(inside > 50 && outside > 50, inside + " inside, " + outside + " outside");
  }

  @Test
  void theApproximationContinuesTheExactIntervals() {
    double[] fifty = IntStream.rangeClosed(1, 50).mapToDouble(i -> i).toArray();
    double[] next = Arrays.copyOf(fifty, 51);
    next[50] = 51;
    // Exactly 0.95103, by the null distribution; the approximation errs on the safe side.
    assertEquals(0.95044, SignedRank.of(next).coverage(), 1e-5);
    assertEquals(
        SignedRank.of(fifty).interval().low() + 0.5, SignedRank.of(next).interval().low(), 0.5);
  }

  @Test
  void oneWildValueHardlyMovesTheEstimate() {
    Estimate calm = SignedRank.of(Given.values("1.0 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8"));
    Estimate wild = SignedRank.of(Given.values("1.0 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1000"));
    assertEquals(calm.value(), wild.value(), 0.06);
  }

  @Test
  void belowSixThereIsNoInterval() {
    assertEquals(OptionalInt.empty(), SignedRank.criticalValue(5));
    assertThrows(IllegalArgumentException.class, () -> SignedRank.of(new double[5]));
  }
}
