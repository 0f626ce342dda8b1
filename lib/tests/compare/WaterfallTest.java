//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/Waterfall.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.Ladder;
import compare.NoiseBand;
import compare.SpeedUp;
import compare.Verdict;
import compare.Waterfall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaterfallTest {
  private static final NoiseBand DEFAULT = NoiseBand.of(List.of());

  /** Rounds of a machine that gets slower by a tenth from round to round. */
  private static Ladder ladder(int rounds, List<String> steps, double... rungsSec) {
    List<List<Double>> times = new ArrayList<>();
    for (int r = 0; r < rounds; r++) {
      double slower = 1 + 0.1 * r;
      times.add(Arrays.stream(rungsSec).map(sec -> sec * slower).boxed().toList());
    }
    return new Ladder(steps, times);
  }

  private static double share(Waterfall waterfall, int step) {
    return waterfall.steps().get(step).share().orElseThrow();
  }

  /** ln 2 of ln 16, ln 4 of ln 16, ln 2 of ln 16; the drift between rounds cancels. */
  @Test
  void sharesAreLogarithms() {
    Waterfall waterfall =
        Waterfall.of(ladder(6, List.of("a", "b", "c"), 16, 8, 2, 1), true, DEFAULT);
    assertEquals(0.25, share(waterfall, 0), 1e-12);
    assertEquals(0.50, share(waterfall, 1), 1e-12);
    assertEquals(0.25, share(waterfall, 2), 1e-12);
    assertEquals(16, waterfall.speedUp().ratio(), 1e-9);
    assertEquals(4, waterfall.steps().get(1).speedUp().ratio(), 1e-9);
    assertEquals("4.00x faster", waterfall.steps().get(1).verdict().finding());
  }

  @Test
  void theSharesCloseWhateverTheNoise() {
    Random random = new Random(1);
    List<List<Double>> rounds = new ArrayList<>();
    for (int r = 0; r < 7; r++) {
      List<Double> round = new ArrayList<>();
      for (double sec : new double[] {20, 15, 16, 4, 3.9}) {
        round.add(sec * Math.exp(0.1 * random.nextGaussian()));
      }
      rounds.add(round);
    }
    Waterfall waterfall =
        Waterfall.of(new Ladder(List.of("a", "b", "c", "d"), rounds), true, DEFAULT);
    double sum = 0;
    double product = 1;
    for (int i = 0; i < 4; i++) {
      sum += share(waterfall, i);
      product *= waterfall.steps().get(i).speedUp().ratio();
      assertEquals(SpeedUp.OfPairs.class, waterfall.steps().get(i).speedUp().getClass());
    }
    assertEquals(1, sum, 1e-12);
    assertEquals(waterfall.speedUp().ratio(), product, 1e-9);
  }

  @Test
  void aStepThatSlowsDownHasANegativeShare() {
    Waterfall waterfall =
        Waterfall.of(ladder(6, List.of("broadcast", "salting"), 8, 1, 2), true, DEFAULT);
    assertEquals(1.5, share(waterfall, 0), 1e-12);
    assertEquals(-0.5, share(waterfall, 1), 1e-12);
    assertEquals(Verdict.Slower.class, waterfall.steps().get(1).verdict().getClass());
  }

  @Test
  void ofATotalThatIsSlowerTheSharesArePartsOfTheLoss() {
    Waterfall waterfall = Waterfall.of(ladder(6, List.of("a", "b"), 1, 2, 8), true, DEFAULT);
    assertEquals(Verdict.Slower.class, waterfall.total().getClass());
    assertEquals(1.0 / 3, share(waterfall, 0), 1e-12);
  }

  /** Twice faster and twice slower: ln S = 0, and a share would be a division by nothing. */
  @Test
  void aTotalThatShowsNoDifferenceHasNoShares() {
    Waterfall waterfall = Waterfall.of(ladder(6, List.of("a", "b"), 4, 2, 4), true, DEFAULT);
    assertEquals(Verdict.NoPracticalDifference.class, waterfall.total().getClass());
    assertTrue(waterfall.steps().stream().allMatch(s -> s.share().isEmpty()));
    assertEquals(Verdict.Faster.class, waterfall.steps().get(0).verdict().getClass());
    assertEquals(Verdict.Slower.class, waterfall.steps().get(1).verdict().getClass());
  }

  @Test
  void fewRoundsOrDifferentAnswersHaveNoSharesEither() {
    Ladder few = ladder(5, List.of("a"), 4, 2);
    assertEquals(new Verdict.NotEnoughRuns(5, 6), Waterfall.of(few, true, DEFAULT).total());
    assertTrue(Waterfall.of(few, true, DEFAULT).steps().get(0).share().isEmpty());
    Waterfall different = Waterfall.of(ladder(6, List.of("a"), 4, 2), false, DEFAULT);
    assertEquals(new Verdict.DifferentAnswer(), different.total());
    assertEquals(new Verdict.DifferentAnswer(), different.steps().get(0).verdict());
    assertTrue(different.steps().get(0).share().isEmpty());
  }

  @Test
  void aLadderWithAMissingRungIsRefused() {
    List<String> steps = List.of("a", "b");
    assertThrows(
        IllegalArgumentException.class, () -> new Ladder(steps, List.of(List.of(3.0, 2.0))));
    assertThrows(IllegalArgumentException.class, () -> new Ladder(steps, List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new Ladder(List.of(), List.of(List.of(3.0))));
  }
}
