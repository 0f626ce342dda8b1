//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../compare/TailBudget.java
package tests.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.TailBudget;
import compare.TailBudget.Answer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What few and many runs say about a p95 budget of 10 seconds. */
class TailBudgetTest {
  private static TailBudget of(int runs, int over) {
    double[] sec = new double[runs];
    Arrays.fill(sec, 9);
    Arrays.fill(sec, 0, over, 11);
    return TailBudget.of(sec, 10);
  }

  /** The chances are tails of a binomial distribution with p = 0.05, computed by hand. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.05, NOT_SHOWN",
    "2, 2, 0.0025, BROKEN",
    "3, 1, 0.142625, NOT_SHOWN",
    "3, 2, 0.00725, BROKEN",
    "6, 0, 1, NOT_SHOWN",
    "6, 1, 0.264908, NOT_SHOWN",
    "6, 2, 0.032774, BROKEN",
    "58, 0, 1, NOT_SHOWN",
    "59, 0, 1, KEPT",
    "59, 1, 0.951505, NOT_SHOWN"
  })
  void theAnswer(int runs, int over, double chance, Answer answer) {
    TailBudget found = of(runs, over);
    assertEquals(chance, found.chance(), 1e-6);
    assertEquals(answer, found.answer());
  }

  @Test
  void aTimeAtTheBudgetIsWithinIt() {
    assertEquals(0, TailBudget.of(new double[] {10, 10, 10}, 10).over());
  }

  /** A job whose true p95 is the budget is accused in at most 5 % of the gates. */
  @ParameterizedTest
  @CsvSource({"3", "6", "7", "12", "20", "59", "100"})
  void aJobAtItsBudgetIsRarelyAccused(int runs) {
    RandomGenerator random = new SplittableRandom(20_261_126);
    int gates = 20_000;
    int broken = 0;
    int kept = 0;
    for (int gate = 0; gate < gates; gate++) {
      double[] sec = new double[runs];
      for (int i = 0; i < runs; i++) {
        sec[i] = random.nextDouble();
      }
      Answer answer = TailBudget.of(sec, 0.95).answer();
      broken += answer == Answer.BROKEN ? 1 : 0;
      kept += answer == Answer.KEPT ? 1 : 0;
    }
    assertTrue(broken <= 0.055 * gates, "broken in %d of %d".formatted(broken, gates));
    assertTrue(kept <= 0.055 * gates, "kept in %d of %d".formatted(kept, gates));
  }

  @Test
  void aJobWellBeyondItIsCaughtBySixRuns() {
    RandomGenerator random = new SplittableRandom(3);
    int caught = 0;
    for (int gate = 0; gate < 1000; gate++) {
      double[] sec = random.doubles(6, 9.5, 12).toArray();
      caught += TailBudget.of(sec, 10).answer() == Answer.BROKEN ? 1 : 0;
    }
    assertTrue(caught > 980, caught + " of 1000");
  }
}
