//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/slo/RunShare.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import operate.slo.RunShare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error budget in runs, and when a share of good runs is kept, missed, or neither. */
class RunShareTest {

  /** By hand: (1 - goal) x the larger of planned and actual runs, less the bad ones. */
  @ParameterizedTest
  @CsvSource({
    // good, runs, goal, planned, budget, left
    "18, 23, 0.99, 720, 7.2, 2.2",
    "23, 23, 0.99, 720, 7.2, 7.2",
    "712, 720, 0.99, 720, 7.2, -0.8",
    "990, 1000, 0.99, 720, 10, 0",
    "3, 4, 0.95, 0, 0.2, -0.8",
    "29, 30, 0.99, 30, 0.3, -0.7",
  })
  void theErrorBudgetInRuns(
      int good, int runs, double goal, double planned, double budget, double left) {
    RunShare share = new RunShare(good, runs, goal, planned);
    assertEquals(budget, share.budget(), 1e-9);
    assertEquals(left, share.budgetLeft(), 1e-9);
    assertEquals(left < -1e-6, share.overspent());
  }

  /** R: qbeta(0.05, good, bad + 1) and qbeta(0.95, good + 1, bad). */
  @ParameterizedTest
  @CsvSource({
    "18, 23, 0.596101, 0.910191",
    "3, 4, 0.248605, 0.987259",
    "6, 6, 0.606962, 1",
    "713, 720, 0.981817, 0.995428",
  })
  void theBoundsAreClopperAndPearsons(int good, int runs, double atLeast, double atMost) {
    RunShare share = new RunShare(good, runs, 0.99, 720);
    assertEquals(atLeast, share.atLeast(), 1e-6);
    assertEquals(atMost, share.atMost(), 1e-6);
  }

  @ParameterizedTest
  @CsvSource({
    // good, runs, goal, planned, missed, kept
    // Few runs: neither, with none and with one of them bad.
    "1, 1, 0.99, 720, false, false",
    "0, 1, 0.99, 720, false, false",
    "298, 298, 0.99, 720, false, false",
    "3, 4, 0.99, 720, false, false",
    // 0.99^299 is the first below 0.05.
    "299, 299, 0.99, 720, false, true",
    "472, 473, 0.99, 720, false, true",
    "471, 472, 0.99, 720, false, false",
    // Two bad ones of 35 rule 99 % out, of 36 they do not (R: 0.98975 and 0.99004).
    "33, 35, 0.99, 720, true, false",
    "34, 36, 0.99, 720, false, false",
    "2, 4, 0.99, 720, true, false",
    // A complete window inside its budget is kept, one beyond it is missed.
    "717, 720, 0.99, 720, false, true",
    "713, 720, 0.99, 720, false, true",
    "712, 720, 0.99, 720, true, false",
    // Seven missing ones might have been bad: too many beside seven that were.
    "706, 713, 0.99, 720, false, false",
    "706, 706, 0.99, 720, false, true",
    // A daily job: its 30 runs keep no 99 %, and a single bad one is more than 0.3.
    "30, 30, 0.99, 30, false, false",
    "29, 30, 0.99, 30, true, false",
    "30, 30, 0.9, 30, false, true",
    // On demand there is no plan: only the runs themselves.
    "59, 59, 0.95, 0, false, true",
    "58, 58, 0.95, 0, false, false",
    "0, 3, 0.5, 0, true, false",
  })
  void keptMissedOrNeither(
      int good, int runs, double goal, double planned, boolean missed, boolean kept) {
    RunShare share = new RunShare(good, runs, goal, planned);
    assertEquals(missed, share.missed(), "missed");
    assertEquals(kept, share.kept(), "kept");
  }

  @ParameterizedTest
  @CsvSource({"0.99, 0, 299", "0.99, 1, 473", "0.95, 0, 59", "0.9, 0, 29", "0.999, 0, 2995"})
  void whatItTakesToShowAGoal(double goal, int bad, int runs) {
    assertEquals(runs, RunShare.needed(goal, bad));
  }

  @ParameterizedTest
  @CsvSource({
    // good, runs, goal, planned, more
    "6, 6, 0.99, 720, 293",
    "3, 4, 0.99, 720, 469",
    // Five bad ones take 1,049 good runs to live down, and 718 = 720 + 5 - 7.2 to survive.
    "95, 100, 0.99, 720, 618",
    "6, 6, 0.99, 0, 293",
  })
  void howManyMoreItTakes(int good, int runs, double goal, double planned, int more) {
    RunShare share = new RunShare(good, runs, goal, planned);
    assertEquals(more, share.more());
    assertEquals(true, new RunShare(good + more, runs + more, goal, planned).kept());
    assertEquals(false, new RunShare(good + more - 1, runs + more - 1, goal, planned).kept());
  }

  @Test
  void aWindowCanBeTooSmallForItsGoal() {
    assertEquals(true, new RunShare(30, 30, 0.99, 30).windowTooSmall());
    assertEquals(false, new RunShare(30, 30, 0.9, 30).windowTooSmall());
    assertEquals(false, new RunShare(30, 30, 0.99, 0).windowTooSmall());
  }

  @Test
  void whatIsNoShareIsRefused() {
    for (double goal : new double[] {0, 1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> new RunShare(1, 1, goal, 0));
    }
    assertThrows(IllegalArgumentException.class, () -> new RunShare(0, 0, 0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new RunShare(2, 1, 0.5, 0));
    assertThrows(IllegalArgumentException.class, () -> new RunShare(1, 1, 0.5, -1));
  }
}
