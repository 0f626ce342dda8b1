//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../operate/slo/SloCheck.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.operate.Given.at;
import static tests.operate.Given.slo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.slo.Freshness;
import operate.slo.History;
import operate.slo.RepairTimes;
import operate.slo.RunPlan;
import operate.slo.RunShare;
import operate.slo.Slo;
import operate.slo.SloCheck;
import operate.slo.Window;
import org.junit.jupiter.api.Test;

/**
 * The day of runs in c10_day.csv, which notebook C10 reckons with a pencil: hourly, five minutes
 * each, until 21:30.
 *
 * <pre>
 * incident  from   until  minutes  failed runs
 * 1          3:00   3:45       45            1
 * 2          9:00  11:05      125            2
 * 3         20:00   open     (90)            2
 *
 * data older than 60 minutes  from   until  minutes
 *                              3:05   3:45       40
 *                              9:05  11:05      120
 *                             20:05  21:30       85, of 1285 since 0:05
 * </pre>
 */
class DayOfC10Test {

  /** The day of notebook C10, whose numbers it reckons with a pencil. */
  @Test
  void theDayOfC10() {
    History day = History.of(Given.dayOfC10(), at("21:30"));
    assertEquals(23, day.attempts().size());
    Window window = Window.ofDays(1, at("21:30"));
    RepairTimes repairs = RepairTimes.of(day.incidents(window), at("21:30"));
    assertEquals(List.of(45L, 125L), Given.minutes(repairs.repaired()), "3:00-3:45, 9:00-11:05");
    assertEquals(Optional.of(Duration.ofMinutes(85)), repairs.mean(), "(45 + 125) / 2");
    assertEquals(Optional.of(Duration.ofMinutes(90)), repairs.openFor(), "since 20:00");
    Freshness freshness = Freshness.of(day, window, Duration.ofMinutes(60));
    assertEquals(Optional.of(Duration.ofMinutes(145)), freshness.age(), "since 19:05");
    assertEquals(
        List.of(40L, 120L, 85L),
        Given.minutes(freshness.late().stream().map(l -> l.length()).toList()));
    assertEquals(1 - 245 / 1285.0, freshness.share().getAsDouble(), 1e-12, "0:05 to 21:30");
    RunShare month = new RunShare(18, 23, 0.99, 720);
    assertEquals(7.2, month.budget(), 1e-9);
    assertEquals(2.2, month.budgetLeft(), 1e-9, "three failed, one was killed, one failed again");
  }

  @Test
  void theDayOfC10AsPeopleReadIt() {
    Slo slo =
        slo(
            """
            freshness: {max_age_minutes: 60, time_percent: 99}
                success_rate_percent: 99
                mttr_below_minutes: 60
                p95_max_sec: 310
            """);
    SloCheck check =
        SloCheck.of(
            slo,
            History.of(Given.dayOfC10(), at("21:30")),
            new RunPlan(OptionalDouble.of(24), "the plan"));
    assertEquals(
        List.of(
            "60 min, 99 % of the time | 81 % of 21.4 h | 2 % | BROKEN | none, 3.9 h over | do it",
            "99 % of the runs | 78 %, 18 of 23 runs | 60 % | BROKEN | 2.2 of 7.2 runs, too few at"
                + " this rate | repair what failed: run 2026-11-02T21:00:00Z",
            "below 60 min | 85 min, mean of 2, 1 open | 87 min | BROKEN |  | repair it: do it",
            "at most 310 s | 300 s, 18 of 18 runs within | 85 % within | cannot tell yet"
                + " | 36 of 36 runs | 41 more good runs"),
        check.objectives().stream().map(Given::row).toList());
    assertEquals(
        List.of(
            "fresh for 81 % of 21.4 h: older than 60 min 3 times, for 4.1 h in all, the longest"
                + " time for 120 min; now 145 min old, which is too old",
            "18 of 23 runs succeeded, 78 %: of all runs at most 91 % succeed, with 95 %"
                + " confidence, not 99 %; the budget that is left is for 720 runs in 30 days (24 runs"
                + " a day: the plan), and at this rate it does not last",
            "2 incidents repaired: 85 min on average, median 85 min, longest 125 min; one is open"
                + " for 90 min",
            "p95 300 s (the slowest of 18 reaches the true p95 with 60 % probability; a bound needs"
                + " 59 runs), 18 of 18 runs took at most 310 s: of all runs at least 85 % take at"
                + " most 310 s, with 95 % confidence; 41 more good runs would tell"),
        check.objectives().stream().map(o -> o.verdict().sentence()).toList());
    assertEquals(List.of("freshness", "success rate", "MTTR"), check.broken());
    assertEquals(3, check.incidents().size());
    assertEquals(Optional.of(Duration.ofMinutes(145)), check.age());
  }
}
