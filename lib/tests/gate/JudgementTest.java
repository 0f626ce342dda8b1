//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../gate/Judgement.java
package tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gate.Check;
import gate.Check.Outcome;
import gate.Judgement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the gate says it, on a console and in a forge. */
class JudgementTest {
  private static final Check SAME = new Check("stages", "5", "5", Outcome.PASSED, "same", "");
  private static final Check OPEN =
      new Check("time", "5 s", "6 s", Outcome.OPEN, "not compared", "another machine");
  private static final Check FAILED =
      new Check("joins", "B", "S|M", Outcome.FAILED, "FAILED", "B became S|M");

  private static Judgement of(Check... checks) {
    return new Judgement("daily_sales", List.of(checks), "2 rows.");
  }

  @Test
  void whatIsOpenPassesAndIsSaid() {
    Judgement judgement = of(SAME, OPEN);
    assertTrue(judgement.passed());
    assertEquals(
        """
        check   baseline  now  verdict
        stages  5         5    same
        time    5 s       6 s  not compared

        2 rows.
        note: another machine
        gate passed: daily_sales, 1 of 2 checks did not get worse; time: not compared.""",
        judgement.text());
    assertTrue(judgement.markdown().contains(judgement.sentence()), judgement.markdown());
    assertEquals("gate passed: daily_sales, 1 check, none got worse.", of(SAME).sentence());
  }

  @Test
  void whatFailedIsInTheLastSentence() {
    Judgement judgement = of(SAME, FAILED, OPEN);
    assertFalse(judgement.passed());
    String last = judgement.text().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(
        last.startsWith("gate FAILED: daily_sales, 1 of 3 checks: B became S|M. If that is meant: "),
        last);
  }

  @Test
  void noOtherBaselineIsProposedForAWrongAnswer() {
    Check wrong = new Check("answer", "a", "b", Outcome.WRONG, "FAILED", "the answer is wrong");
    String last = of(wrong, FAILED).sentence();
    assertEquals(
        "gate FAILED: daily_sales, 2 of 2 checks: the answer is wrong; B became S|M.", last);
  }

  @Test
  void markdownForASummary() {
    String text = of(SAME, FAILED, OPEN).markdown();
    assertTrue(text.startsWith("## Gate of daily_sales: FAILED\n\ngate FAILED: "), text);
    assertTrue(text.contains("\n| joins | B | S\\|M | FAILED |\n"), text);
    assertTrue(text.endsWith("\n2 rows.\n\n- note: another machine\n\n"), text);
  }
}
