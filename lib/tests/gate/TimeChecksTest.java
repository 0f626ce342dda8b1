//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleBaseline.java
//SOURCES ../../gate/TimeChecks.java
package tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gate.Baseline;
import gate.Check;
import gate.Check.Outcome;
import gate.Machine;
import gate.TimeChecks;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What times decide, and how often they accuse a program that was not changed: by simulation with a
 * fixed seed, 4,000 gates each, so that a rate of 5 % has a standard error of 0.34 points.
 */
class TimeChecksTest {
  private static final int ROUNDS = 6;
  private static final int GATES = 4000;
  private static final Machine HERE = SampleBaseline.MACHINE;

  private static Check stored(double[] before, double... now) {
    Baseline baseline = SampleBaseline.of(Arrays.stream(before).boxed().toArray(Double[]::new));
    return TimeChecks.stored(baseline, HERE, now);
  }

  @Test
  void aBudgetTakesTwoOfSixRunsToBreak() {
    Check one = TimeChecks.budget(new double[] {9, 9, 9, 9, 9, 13}, 12, "ops/slo.yaml");
    assertEquals(Outcome.OPEN, one.outcome());
    assertEquals("not broken", one.word());
    assertEquals("1 of 6 runs above it; p95 12.00 s", one.now());
    Check two = TimeChecks.budget(new double[] {9, 9, 9, 9, 13, 13}, 12, "ops/slo.yaml");
    assertTrue(two.failed());
    assertEquals(
        "the p95 is above its budget of 12.00 s: 2 of 6 runs took longer, which has a chance of"
            + " 3.3 % where it is not",
        two.sentence());
    double[] many = new double[59];
    Arrays.fill(many, 9);
    assertEquals("kept", TimeChecks.budget(many, 12, "--p95").word());
  }

  @Test
  void storedTimesOfAnotherMachineAreNotCompared() {
    Baseline baseline = SampleBaseline.of(5.0, 5.1, 5.0, 5.1, 5.0, 5.1);
    Machine there = new Machine("deadbeef", 2, 2, 2048, "3.5.9", "17.0.15", "-Xmx2g");
    Check check = TimeChecks.stored(baseline, there, new double[] {50, 51, 50, 51, 50, 51});
    assertEquals(Outcome.OPEN, check.outcome());
    assertTrue(check.sentence().contains("(another machine)"), check.sentence());
    assertTrue(check.sentence().endsWith(" gate --against"), check.sentence());
    assertFalse(TimeChecks.isSuspicion(check));
  }

  @Test
  void storedTimesRaiseASuspicionAndNoMore() {
    double[] before = {5.0, 5.1, 5.0, 5.1, 5.0, 5.1};
    Check slower = stored(before, 7, 7.1, 7, 7.1, 7, 7.1);
    assertTrue(TimeChecks.isSuspicion(slower));
    assertEquals(Outcome.OPEN, slower.outcome());
    assertTrue(slower.sentence().startsWith("1.40x the time (95 % interval"), slower.sentence());
    assertEquals("not slower", stored(before, 5.1, 5.1, 5, 5, 5.1, 5).word());
    assertEquals("faster?", stored(before, 3, 3.1, 3, 3.1, 3, 3.1).word());
    Check few = stored(before, 7, 7);
    assertEquals("not compared", few.word());
    assertEquals("the times are not compared: 6 and 2 runs, 6 each are needed", few.sentence());
  }

  @Test
  void runsInTurnDecide() {
    double[] base = {5.0, 5.1, 5.0, 5.1, 5.0, 5.1};
    double[] again = {5.1, 5.0, 5.1, 5.0, 5.1, 5.0};
    double[] slow = {7.0, 7.1, 7.0, 7.1, 7.0, 7.1};
    Check slower = TimeChecks.inTurn("main", base, again, slow, true);
    assertTrue(slower.failed());
    assertTrue(slower.sentence().startsWith("slower than main: 1.40x slower (95 %"), slower.sentence());
    assertEquals("not slower", TimeChecks.inTurn("main", base, again, base, true).word());
    assertEquals("faster", TimeChecks.inTurn("main", slow, slow, base, true).word());
    assertEquals(Outcome.OPEN, TimeChecks.inTurn("main", base, again, slow, false).outcome());
    double[] few = {5};
    assertEquals(Outcome.OPEN, TimeChecks.inTurn("main", few, few, few, true).outcome());
  }

  /** A version that differs from itself as much as the change does from it accuses nobody. */
  @Test
  void theNoiseOfTheVersionBeforeIsGranted() {
    double[] base = {5, 5, 5, 5, 5, 5};
    double[] now = {5.5, 5.5, 5.5, 5.5, 5.5, 5.5};
    assertTrue(TimeChecks.inTurn("main", base, base, now, true).failed());
    double[] again = {5.5, 5.6, 5.5, 5.6, 5.5, 5.6};
    assertFalse(TimeChecks.inTurn("main", base, again, now, true).failed());
  }

  /** One wild A/A pair of six: twice the time must not be called not slower. */
  @Test
  void whatTheNoiseHidesIsNotCalledUnchanged() {
    double[] base = {5, 5, 5, 5, 5, 5};
    double[] again = {5, 5, 5, 5, 5, 14};
    Check hidden =
        TimeChecks.inTurn("main", base, again, new double[] {8, 9, 10, 11, 12, 13}, true);
    assertEquals(Outcome.OPEN, hidden.outcome());
    assertTrue(
        hidden.word().matches("cannot tell: the machine is too noisy \\(band [0-9.]+ %\\)"),
        hidden.word());
    assertTrue(
        hidden.sentence().startsWith("whether it is slower than main cannot be told: 0.48x (95 %"),
        hidden.sentence());
    Check wide = TimeChecks.inTurn("main", base, again, new double[] {3, 8, 3, 8, 3, 8}, true);
    assertEquals(hidden.word(), wide.word());
    Check close =
        TimeChecks.inTurn("main", base, base, new double[] {4.7, 5.4, 4.7, 5.4, 4.8, 5.3}, true);
    assertEquals("no difference shown", close.word());
    assertEquals(Outcome.PASSED, close.outcome());
  }

  @Test
  void storedTimesThatScatterTellNothing() {
    double[] before = {5.0, 5.1, 5.0, 5.1, 5.0, 5.1};
    Check wide = stored(before, 3, 9, 3, 9, 3, 9);
    assertEquals("cannot tell: the times scatter too much", wide.word());
    assertEquals(Outcome.OPEN, wide.outcome());
    assertFalse(TimeChecks.isSuspicion(wide));
    assertEquals("no difference shown", stored(before, 4.7, 5.4, 4.7, 5.4, 4.8, 5.3).word());
  }

  @Test
  void aSuspicionStandsUntilRunsInTurnTell() {
    Check suspicion = stored(new double[] {5, 5.1, 5, 5.1, 5, 5.1}, 7, 7.1, 7, 7.1, 7, 7.1);
    double[] base = {7, 7.1, 7, 7.1, 7, 7.1};
    Check told = TimeChecks.inTurn("main", base, base, base, true);
    Check open = TimeChecks.inTurn("main", base, base, base, false);
    assertEquals(Outcome.PASSED, TimeChecks.followedUp(suspicion, told).outcome());
    assertEquals("slower?", TimeChecks.followedUp(suspicion, told).word());
    assertEquals(suspicion, TimeChecks.followedUp(suspicion, open));
  }

  /** What a machine does to the logarithm of the time of each run, one after the other. */
  private interface Noise {
    double[] logs(int runs, RandomGenerator random);
  }

  private static Noise independent(double deviation) {
    return (runs, random) -> random.ints(runs).mapToDouble(i -> deviation * random.nextGaussian()).toArray();
  }

  private static final Noise DRIFTING =
      (runs, random) -> {
        double[] logs = new double[runs];
        double level = 0;
        for (int i = 0; i < runs; i++) {
          level += 0.03 * random.nextGaussian();
          logs[i] = level + 0.02 * random.nextGaussian();
        }
        return logs;
      };

  private static double[] sec(double[] logs) {
    return Arrays.stream(logs).map(x -> 5 * Math.exp(x)).toArray();
  }

  private static double[] sec(double[] logs, double level) {
    return Arrays.stream(logs).map(x -> 5 * Math.exp(x + level)).toArray();
  }

  /** As the runs of the gate follow each other: base, again, now; now, again, base. */
  private static Check inTurn(Noise noise, double slowdown, RandomGenerator random) {
    double[] all = sec(noise.logs(3 * ROUNDS, random));
    double[][] arms = new double[3][ROUNDS];
    for (int i = 0; i < all.length; i++) {
      int round = i / 3;
      int arm = round % 2 == 0 ? i % 3 : 2 - i % 3;
      arms[arm][round] = all[i] * (arm == 2 ? slowdown : 1);
    }
    return TimeChecks.inTurn("before", arms[0], arms[1], arms[2], true);
  }

  private static double accused(Noise noise, double slowdown) {
    RandomGenerator random = new SplittableRandom(20_261_126);
    int failed = 0;
    for (int gate = 0; gate < GATES; gate++) {
      failed += inTurn(noise, slowdown, random).failed() ? 1 : 0;
    }
    return (double) failed / GATES;
  }

  @Test
  void anUnchangedProgramIsAccusedInLessThanFivePercent() {
    for (Noise noise : new Noise[] {independent(0.02), independent(0.1), independent(0.5), DRIFTING}) {
      double rate = accused(noise, 1);
      assertTrue(rate <= 0.05, "accused in " + rate);
    }
  }

  @Test
  void aProgramThatTakesHalfAsLongAgainIsFound() {
    assertTrue(accused(independent(0.05), 1.5) > 0.99);
    assertTrue(accused(DRIFTING, 1.5) > 0.95);
  }

  /**
   * Why stored times only raise a suspicion: where the machine is 10 % faster or slower from one day
   * to the next, they would accuse an unchanged program in more than a quarter of the gates.
   */
  @Test
  void aSuspicionAloneWouldAccuseTheInnocent() {
    RandomGenerator random = new SplittableRandom(1);
    Noise noise = independent(0.02);
    int sameDay = 0;
    int anotherDay = 0;
    int failed = 0;
    for (int gate = 0; gate < GATES; gate++) {
      double[] before = sec(noise.logs(ROUNDS, random));
      double[] now = noise.logs(ROUNDS, random);
      sameDay += TimeChecks.isSuspicion(stored(before, sec(now))) ? 1 : 0;
      Check other = stored(before, sec(now, 0.1 * random.nextGaussian()));
      if (TimeChecks.isSuspicion(other)) {
        anotherDay++;
        failed += inTurn(noise, 1, random).failed() ? 1 : 0;
      }
    }
    assertTrue(sameDay <= 0.05 * GATES, "same day: " + sameDay);
    assertTrue(anotherDay > 0.25 * GATES, "another day: " + anotherDay);
    assertTrue(failed <= 0.02 * GATES, "failed: " + failed);
  }
}
