//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleBaseline.java
//SOURCES ../../gate/AnswerChecks.java
package tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.gate.SampleBaseline.run;

import compare.Parity;
import compare.ParityCheck;
import gate.AnswerChecks;
import gate.Baseline;
import gate.Check;
import java.util.List;
import org.junit.jupiter.api.Test;
import runs.Run;

/** What is said of runs that fail and of answers that are others. */
class AnswerChecksTest {
  private static final Baseline BASELINE = SampleBaseline.of(5.0);

  private static Parity parity(String differing, String detail) {
    boolean same = detail.isEmpty();
    return new Parity(
        "daily_sales",
        "r1",
        "optimized",
        "n1",
        "baseline",
        List.of(
            new ParityCheck("schema", "s", "s", true, ""),
            new ParityCheck("rows", "267", "267", true, ""),
            new ParityCheck("rows only on this side", differing, differing, same, detail)));
  }

  private static Check other(List<Run> runs, String naive, Parity parity) {
    Check check = AnswerChecks.otherAnswer(BASELINE, runs, run(1, naive), parity);
    assertTrue(check.failed());
    return check;
  }

  @Test
  void aWrongAnswerIsShownByItsRows() {
    assertEquals(
        "the answer is wrong: the naive job gives the baseline's. 267 rows compared; rows only on this side: 1, naive 1"
            + " (now [2025-10-01,A,low,7]; naive [2025-10-01,A,low,8])",
        other(
                List.of(run(1, "wrong"), run(2, "wrong")),
                "a1",
                parity("1", "left: [2025-10-01,A,low,7]; right: [2025-10-01,A,low,8]"))
            .sentence());
  }

  @Test
  void aChangedModelIsNoMistakeOfTheTunedJob() {
    assertEquals(
        "the answer is not the baseline's, and the naive job gives the new one, too: the model was"
            + " changed",
        other(List.of(run(1, "new")), "new", parity("0", "")).sentence());
  }

  @Test
  void threeAnswersOfThree() {
    String said =
        other(List.of(run(1, "wrong")), "new", parity("1", "left: [1]; right: [2]")).sentence();
    assertTrue(said.startsWith("the answer is wrong: the naive job gives yet another one."), said);
  }

  @Test
  void runsThatDisagreeAreWrongWhicheverIsRight() {
    List<Run> runs = List.of(run(1, "a1"), run(2, "wrong"), run(3, "a1"));
    assertFalse(AnswerChecks.same(BASELINE, runs));
    assertEquals("3 runs gave 2 answers", other(runs, "a1", parity("0", "")).sentence());
    assertTrue(AnswerChecks.same(BASELINE, List.of(run(1, "a1"), run(2, "a1"))));
  }

  @Test
  void aRunThatFailedSaysWhy() {
    String error = "The output breaks the contract of silver.daily_sales. Look: quality.";
    Check check =
        AnswerChecks.runs(List.of(run(1, "a1"), run(2, "join=broadcast", "", error)), 6);
    assertTrue(check.failed());
    assertEquals("run 2 FAILED", check.now());
    assertEquals("run 2 published nothing. " + error.replaceAll("\\.$", ""), check.sentence());
    assertFalse(AnswerChecks.runs(List.of(run(1, "a1")), 1).failed());
    Check warmUp = AnswerChecks.runs(List.of(run(0, "join=broadcast", "", error)), 6);
    assertEquals("warm-up FAILED", warmUp.now());
  }

  private static Check kept(String... checks) {
    return AnswerChecks.contract(BASELINE, List.of(checks), List.of());
  }

  @Test
  void aPromiseThatNobodyChecksIsNotKept() {
    Check check = AnswerChecks.contract(BASELINE, List.of("columns"), List.of("a text", "rows"));
    assertEquals("the contract's rows is not checked any more", check.sentence());
    assertTrue(check.failed());
  }

  @Test
  void aPromiseThatIsGoneIsMissed() {
    Check check = AnswerChecks.contract(BASELINE, List.of("columns", "values"), List.of());
    assertEquals("the contract does not promise rows any more", check.sentence());
    assertTrue(check.failed());
    assertEquals("same", kept("columns", "rows").word());
    assertEquals("more", kept("columns", "rows", "x").word());
  }

  @Test
  void otherSettingsAreAnotherJob() {
    assertEquals(
        "the job runs as optimized (join=shuffled), the baseline as optimized (join=broadcast)",
        AnswerChecks.settings(BASELINE, run(1, "join=shuffled", "a1", "")).sentence());
    assertFalse(AnswerChecks.settings(BASELINE, run(1, "a1")).failed());
  }
}
