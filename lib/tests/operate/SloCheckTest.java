//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../operate/slo/SloCheck.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.operate.Given.at;
import static tests.operate.Given.history;
import static tests.operate.Given.hourly;
import static tests.operate.Given.row;
import static tests.operate.Given.slo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.slo.Attempt;
import operate.slo.History;
import operate.slo.ObjectiveCheck;
import operate.slo.RunPlan;
import operate.slo.Slo;
import operate.slo.SloCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about each objective, on histories that were reckoned by hand. */
class SloCheckTest {
  private static final RunPlan HOURLY = new RunPlan(OptionalDouble.of(24), "the plan");
  private static final RunPlan ON_DEMAND = new RunPlan(OptionalDouble.empty(), "the plan");

  private static Slo freshness(int window) {
    return slo("freshness: {max_age_minutes: 60, time_percent: 99}").over(window);
  }

  private static ObjectiveCheck check(Slo slo, History history, RunPlan plan) {
    return SloCheck.of(slo, history, plan).objectives().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''                 ; no run has succeeded, so there are no data that could be fresh",
        "9:00 9:05 FAILED   ; no run has succeeded, so there are no data that could be fresh",
      })
  void freshnessOfNoData(String runs, String sentence) {
    ObjectiveCheck o = check(freshness(1), history(runs, "10:00"), HOURLY);
    assertEquals("60 min, 99 % of the time |  |  | cannot tell yet |  | do it", row(o));
    assertEquals(sentence, o.verdict().sentence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // Everything is known and fresh; the first success lies before the window.
        "25; 100 % of 24 h | 100 % | met | 14 min of 14 min | ''",
        // A day and a bit of hourly runs, and 24 minutes late: 98.3 %, 14.4 allowed.
        "24; 100 % of 23 h | 96 % | cannot tell yet | 14 min of 14 min"
            + " | 46 min more of fresh data",
        "1; 100 % of 50 min | 3 % | cannot tell yet | 30 s of 30 s | 22.9 h more of fresh data",
      })
  void freshness(int runs, String row) {
    History history =
        History.of(hourly(runs, 0, "48:00").attempts(), at(runs == 1 ? "48:50" : "48:00"));
    ObjectiveCheck o = check(freshness(1), history, HOURLY);
    assertEquals("60 min, 99 % of the time | " + row.replace("''", ""), row(o));
  }

  @Test
  void aLateRunBreaksFreshnessThoughTheDataAreFreshNow() {
    ObjectiveCheck o =
        check(freshness(1), history("1:00 1:00 ok; 2:30 2:30 ok; 3:00 3:00 ok", "3:10"), HOURLY);
    assertEquals(
        "60 min, 99 % of the time | 77 % of 130 min | 7 % | BROKEN | none, 29 min over"
            + " | see why it was late",
        row(o));
  }

  @Test
  void aShareNeverReadsAsTheGoalItMisses() {
    // 14.5 of 1,440 minutes late: 98.993 %.
    History history = history("-2:00 -1:00 ok; 0:00 0:00 ok; 1:14:30 1:14:30 ok", "2:14:30");
    List<Attempt> hours = new ArrayList<>(history.attempts());
    for (int h = 2; h <= 23; h++) {
      hours.addAll(Given.runs("%d:14 %d:14:30 ok".formatted(h, h)));
    }
    ObjectiveCheck o = check(freshness(1), History.of(hours, at("24:00")), HOURLY);
    assertEquals("98.99 % of 24 h", o.measured());
    assertEquals("BROKEN", o.verdict().word());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // runs; failed; row
        "299; 0; 100 %, 299 of 299 runs | 99.003 % | met | 7.2 of 7.2 runs | ''",
        "298; 0; 100 %, 298 of 298 runs | 98.999 % | cannot tell yet | 7.2 of 7.2 runs"
            + " | 1 more good run",
        "720; 3; 99.6 %, 717 of 720 runs | 98.9 % | met | 4.2 of 7.2 runs | ''",
        "720; 8; 98.9 %, 712 of 720 runs | 98 % | BROKEN | none, 0.8 over"
            + " | repair what failed: run h7",
        "4; 1; 75 %, 3 of 4 runs | 25 % | cannot tell yet | 6.2 of 7.2 runs"
            + " | 469 more good runs",
        "1; 1; 0 %, 0 of 1 run | 0 % | cannot tell yet | 6.2 of 7.2 runs" + " | 472 more good runs",
        "3; 3; 0 %, 0 of 3 runs | 0 % | BROKEN | 4.2 of 7.2 runs, too few at this rate"
            + " | repair what failed: run h2",
      })
  void successRate(int runs, int failed, String row) {
    ObjectiveCheck o =
        check(slo("success_rate_percent: 99"), hourly(runs, failed, "48:00"), HOURLY);
    assertEquals("99 % of the runs | " + row.replace("''", ""), row(o));
  }

  @Test
  void theSentencesOfTheSuccessRate() {
    Slo slo = slo("success_rate_percent: 99");
    assertEquals(
        "712 of 720 runs succeeded, 98.9 %: 8 did not, and of 720 runs in 30 days a goal of 99 %"
            + " allows 7.2",
        check(slo, hourly(720, 8, "48:00"), HOURLY).verdict().sentence());
    assertEquals(
        "299 of 299 runs succeeded, 100 %: of all runs at least 99.003 % succeed, with 95 %"
            + " confidence",
        check(slo, hourly(299, 0, "48:00"), HOURLY).verdict().sentence());
    assertEquals(
        "6 of 6 runs succeeded, 100 %: of all runs at least 61 % succeed, with 95 % confidence;"
            + " 293 more good runs would tell",
        check(slo, hourly(6, 0, "48:00"), ON_DEMAND).verdict().sentence());
    assertEquals(
        "6 of 6 runs succeeded, 100 %: of all runs at least 61 % succeed, with 95 % confidence;"
            + " 30 runs in 30 days (1 run a day: the plan) show 90 % at best, and 99 % takes 299"
            + " runs",
        check(slo, hourly(6, 0, "48:00"), new RunPlan(OptionalDouble.of(1), "the plan"))
            .verdict()
            .sentence());
    assertEquals(
        "no run ended in the last 30 days",
        check(slo, history("", "1:00"), HOURLY).verdict().sentence());
  }

  @Test
  void aRunOutsideTheWindowDoesNotCount() {
    ObjectiveCheck o =
        check(slo("success_rate_percent: 99").over(1), hourly(30, 3, "48:00"), HOURLY);
    assertEquals("100 %, 24 of 24 runs", o.measured());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        // What nobody repaired has no time, and what never failed neither.
        "1:00 1:05 ok/ | | cannot tell yet | | none: nothing failed yet",
        "1:00 1:05 FAILED, 1:30 1:40 ok/ 40 min, mean of 1 | | met | | ",
        "1:00 1:05 FAILED, 1:50 2:00 ok/ 60 min, mean of 1 | | BROKEN | | shorten the longest",
        // One is open for less than the goal, for as long as the goal, and beside others.
        "9:30 9:35 FAILED/ 1 open | 30 min | cannot tell yet | | repair it within 30 min: do it",
        "9:00 9:05 FAILED/ 1 open | 60 min | BROKEN | | repair it: do it",
        "1:00 1:05 FAILED, 1:30 1:40 ok, 9:30 9:35 FAILED/ 40 min, mean of 1, 1 open | 35 min"
            + " | cannot tell yet | | repair it within 50 min: do it",
        "1:00 1:05 FAILED, 1:30 1:40 ok, 8:30 8:35 FAILED/ 40 min, mean of 1, 1 open | 65 min"
            + " | BROKEN | | repair it: do it",
        // Its mean cannot be judged by how soon the open one will be repaired.
        "1:00 1:05 FAILED, 2:30 2:40 ok, 9:59 9:59 FAILED/ 100 min, mean of 1, 1 open | 51 min"
            + " | BROKEN | | repair it: do it",
      })
  void mttr(String line) {
    String[] parts = line.split("/ ?", 2);
    ObjectiveCheck o =
        check(slo("mttr_below_minutes: 60"), history(parts[0].replace(",", ";"), "10:00"), HOURLY);
    String row = row(o).replaceAll(" +", " ").strip();
    assertEquals(("below 60 min | " + parts[1]).replaceAll(" +", " ").strip(), row);
  }

  @Test
  void theMeanIsNeverWrittenAsTheGoalItKeeps() {
    ObjectiveCheck o =
        check(
            slo("mttr_below_minutes: 60"),
            history("1:00 1:05 FAILED; 1:50 1:59:50 ok", "3:00"),
            HOURLY);
    assertEquals("59.8 min, mean of 1", o.measured());
    assertEquals("met", o.verdict().word());
  }

  @Test
  void p95() {
    Slo slo = slo("p95_max_sec: 300");
    assertEquals(
        "at most 300 s | 300 s, 59 of 59 runs within | 95.05 % within | met | 36 of 36 runs | ",
        row(check(slo, hourly(59, 0, "48:00"), HOURLY)));
    assertEquals(
        "p95 300 s (at most 300 s with 95 % confidence), 59 of 59 runs took at most 300 s: of all"
            + " runs at least 95.05 % take at most 300 s, with 95 % confidence",
        check(slo, hourly(59, 0, "48:00"), HOURLY).verdict().sentence());
    ObjectiveCheck slow = check(slo("p95_max_sec: 299"), hourly(5, 2, "48:00"), HOURLY);
    assertEquals(
        "at most 299 s | 300 s, 0 of 3 runs within | 0 % within | BROKEN | 33 of 36 runs,"
            + " too few at this rate | see what slowed run h2",
        row(slow));
    assertEquals(
        "p95 300 s (the slowest of 3 reaches the true p95 with 14 % probability; a bound needs 59"
            + " runs), 0 of 3 runs took at most 299 s: of all runs at most 63 % take at most 299 s,"
            + " with 95 % confidence, not 95 %; the budget that is left is for 720 runs in 30 days (24"
            + " runs a day: the plan), and at this rate it does not last",
        slow.verdict().sentence());
    ObjectiveCheck none = check(slo, hourly(2, 2, "48:00"), HOURLY);
    assertEquals("at most 300 s |  |  | cannot tell yet |  | do it", row(none));
    assertEquals("none of 2 runs succeeded in the last 30 days", none.verdict().sentence());
  }

  @Test
  void aGoalThatNoScheduleReachesIsNamed() {
    History history = hourly(3, 0, "48:00");
    assertEquals(
        Optional.of(
            "24 runs a day (the plan) cannot keep the data at most 60 min old: between two"
                + " successes they age by 60 min, and longer where a run takes longer than the one"
                + " before; run it more often, or allow more"),
        SloCheck.of(freshness(1), history, HOURLY).unreachable());
    RunPlan halfHourly = new RunPlan(OptionalDouble.of(48), "the plan");
    assertEquals(Optional.empty(), SloCheck.of(freshness(1), history, halfHourly).unreachable());
    assertEquals(Optional.empty(), SloCheck.of(freshness(1), history, ON_DEMAND).unreachable());
    assertEquals(
        Optional.empty(),
        SloCheck.of(slo("success_rate_percent: 99"), history, HOURLY).unreachable());
  }
}
