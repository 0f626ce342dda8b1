//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../operate/slo/RepairTimes.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.operate.Given.at;
import static tests.operate.Given.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import operate.slo.Attempt;
import operate.slo.Attempt.Outcome;
import operate.slo.History;
import operate.slo.Incident;
import operate.slo.RepairTimes;
import operate.slo.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an incident begins, what belongs to it, and when it ends. */
class HistoryTest {

  /** {@code r2: 45 min by r3, 1 failed} for a repaired incident, {@code r2: open, 1 failed}. */
  private static String described(List<Incident> incidents) {
    return incidents.stream()
        .map(
            i ->
                "%s: %s, %d failed"
                    .formatted(
                        i.first().id(),
                        i.repairTime()
                            .map(t -> t.toMinutes() + " min by " + i.repair().get().id())
                            .orElse("open"),
                        i.failedRuns()))
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Nothing failed, and nothing ran.
        "1:00 1:05 ok; 2:00 2:05 ok                       | ''",
        // From the start of the failure to the end of the success.
        "1:00 1:05 ok; 2:00 2:05 FAILED; 2:40 2:45 ok     | r2: 45 min by r3, 1 failed",
        // Further failures belong to it, however they ended.
        "1:00 1:05 ok; 2:00 2:05 FAILED; 3:00 3:05 ABORTED; 4:00 4:05 ok"
            + " | r2: 125 min by r4, 2 failed",
        // Each success in between ends one.
        "2:00 2:05 FAILED; 3:00 3:05 ok; 4:00 4:05 FAILED; 5:00 5:10 ok"
            + " | r1: 65 min by r2, 1 failed; r3: 70 min by r4, 1 failed",
        // Never repaired.
        "1:00 1:05 ok; 2:00 2:05 FAILED; 3:00 3:05 FAILED | r2: open, 2 failed",
        // Only failures: it began with the first run there ever was.
        "1:00 1:05 FAILED; 2:00 2:05 FAILED               | r1: open, 2 failed",
        // A single success, a single failure.
        "1:00 1:05 ok                                     | ''",
        "1:00 1:05 FAILED                                 | r1: open, 1 failed",
        // Overlapping: r1 began before r2 failed, so its late success is no repair.
        "1:00 2:30 ok; 2:00 2:05 FAILED                   | r2: open, 1 failed",
        "1:00 2:30 ok; 2:00 2:05 FAILED; 3:00 3:05 ok     | r2: 65 min by r3, 1 failed",
        // Overlapping: r2 was over before r1 failed, so it has repaired nothing.
        "1:00 1:30 FAILED; 1:10 1:20 ok                   | r1: open, 1 failed",
        "1:00 1:30 FAILED; 1:10 1:20 ok; 1:25 1:40 ok     | r1: 40 min by r3, 1 failed",
        // Overlapping: r3 repairs r1, and not r4, which began after it.
        "0:00 2:00 FAILED; 1:00 1:01 ok; 1:30 3:30 ok; 2:00 2:01 FAILED"
            + " | r1: 210 min by r3, 1 failed; r4: open, 1 failed",
        // A long failure that is known last is repaired by what ends after it.
        "0:30 5:00 FAILED; 1:00 3:50 FAILED; 2:00 4:00 ok; 4:30 5:10 ok"
            + " | r2: 180 min by r3, 1 failed; r1: 280 min by r4, 1 failed",
        // One of some days makes the table as new; when it fails, the table is as it was.
        "1:00 1:05 FAILED; 1:10 1:12 ok days              | r1: 12 min by r2, 1 failed",
        "1:00 1:05 ok; 1:10 1:12 FAILED days              | ''",
        "1:00 1:05 FAILED; 1:10 1:12 FAILED days; 2:00 2:05 ok | r1: 65 min by r3, 1 failed",
        // Equal starts: the one that ends first is first.
        "1:00 1:05 ok; 1:00 1:10 FAILED                   | r2: open, 1 failed",
        "1:00 1:10 ok; 1:00 1:05 FAILED                   | r2: 10 min by r1, 1 failed",
        // Equal starts and ends: the success repairs the failure beside it.
        "1:00 1:05 ok; 1:00 1:05 FAILED                   | r2: 5 min by r1, 1 failed",
        "1:00 1:00 FAILED; 1:00 1:00 ok                   | r1: 0 min by r2, 1 failed",
      })
  void incidents(String runs, String wanted) {
    assertEquals(wanted, described(history(runs, "23:00").incidents()));
    List<Attempt> reversed = Given.runs(runs);
    Collections.reverse(reversed);
    assertEquals(
        wanted,
        described(History.of(reversed, at("23:00")).incidents()),
        "whatever order the log has");
  }

  @Test
  void withoutAnyRunThereIsNothing() {
    assertEquals(List.of(), history("", "12:00").incidents());
    assertEquals(List.of(), history("", "12:00").renewals());
  }

  @Test
  void whatEndsLaterIsNotKnownYet() {
    String runs = "1:00 1:05 ok; 2:00 2:05 FAILED; 2:40 2:45 ok";
    assertEquals("", described(history(runs, "2:04").incidents()));
    assertEquals("r2: open, 1 failed", described(history(runs, "2:05").incidents()));
    assertEquals("r2: open, 1 failed", described(history(runs, "2:44").incidents()));
    assertEquals("r2: 45 min by r3, 1 failed", described(history(runs, "2:45").incidents()));
  }

  @Test
  void aRunOverSomeDaysRenewsAndIsInNoRate() {
    History history = history("1:00 1:05 ok; 2:00 2:01 ok days", "3:00");
    assertEquals(List.of(at("1:05"), at("2:01")), history.renewals());
    Window window = Window.ofDays(1, at("3:00"));
    assertEquals(List.of("r1"), history.within(window).stream().map(Attempt::id).toList());
  }

  /** The window begins at 12:00 of the day before, in the middle of r2's incident or beside it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Repaired in the window: with its whole time, as its readers waited.
        "1:00 1:05 ok; 2:00 2:05 FAILED; 14:00 14:05 ok   | r2: 725 min by r3, 1 failed",
        // Repaired before it, or at its very begin: not in it.
        "1:00 1:05 ok; 2:00 2:05 FAILED; 11:00 11:05 ok   | ''",
        "1:00 1:05 ok; 2:00 2:05 FAILED; 11:55 12:00 ok   | ''",
        "1:00 1:05 ok; 2:00 2:05 FAILED; 11:55 12:00:01 ok | r2: 600 min by r3, 1 failed",
        // Still open: in every window.
        "1:00 1:05 ok; 2:00 2:05 FAILED                   | r2: open, 1 failed",
      })
  void aWindowThatBeginsInsideAnIncident(String runs, String wanted) {
    Window window = Window.ofDays(1, at("36:00"));
    assertEquals(at("12:00"), window.from());
    assertEquals(wanted, described(history(runs, "36:00").incidents(window)));
  }

  @Test
  void aRunBelongsToTheWindowItEndedIn() {
    Window window = Window.ofDays(1, at("36:00"));
    History history =
        history("11:00 11:59 ok; 11:30 12:00 ok; 11:50 12:01 ok; 35:00 36:00 ok", "36:00");
    assertEquals(List.of("r3", "r4"), history.within(window).stream().map(Attempt::id).toList());
    assertThrows(IllegalArgumentException.class, () -> new Window(at("2:00"), at("2:00")));
  }

  @Test
  void aClockSetBackWhileTheJobRanCostsItsStart() {
    Attempt run = Attempt.logged("r", at("3:00"), at("2:10"), 600, Outcome.SUCCESS, "");
    assertEquals(at("2:00"), run.start());
    assertEquals(at("2:10"), run.end());
    Attempt fine = Attempt.logged("r", at("3:00"), at("3:10"), 590, Outcome.SUCCESS, "");
    assertEquals(at("3:00"), fine.start());
    assertEquals(
        0, Attempt.logged("r", at("3:00"), at("3:10"), -1, Outcome.FAILED, "").durationSec());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Attempt("r", at("3:00"), at("2:10"), 600, Outcome.SUCCESS, ""));
  }

  /** r3 really ran after r2 failed, on a clock that was set back by two hours. */
  @Test
  void aClockSetBackBetweenRunsNeverMakesATimeNegative() {
    History history = history("1:00 1:05 ok; 4:00 4:05 FAILED; 3:00 3:05 ok; 5:00 5:05 ok", "6:00");
    assertEquals("r2: 65 min by r4, 1 failed", described(history.incidents()));
    assertTrue(history.incidents().stream().noneMatch(i -> i.repairTime().get().isNegative()));
  }

  @Test
  void repairTimesAreAMeanAMedianAndALongest() {
    String runs =
        "1:00 1:05 FAILED; 1:20 1:30 ok; 2:00 2:05 FAILED; 2:30 2:45 ok;"
            + "3:00 3:05 FAILED; 4:00 4:45 ok; 5:00 5:05 FAILED";
    RepairTimes times = RepairTimes.of(history(runs, "6:00").incidents(), at("6:00"));
    assertEquals(List.of(30L, 45L, 105L), Given.minutes(times.repaired()));
    assertEquals(Optional.of(Duration.ofMinutes(60)), times.mean(), "(30 + 45 + 105) / 3");
    assertEquals(Optional.of(Duration.ofMinutes(45)), times.median());
    assertEquals(Optional.of(Duration.ofMinutes(105)), times.longest());
    assertEquals(Optional.of(Duration.ofMinutes(60)), times.openFor());
    assertEquals(Optional.of(Duration.ofMinutes(60)), times.meanAtLeast(), "(180 + 60) / 4");
  }

  @Test
  void whereNothingWasRepairedThereIsNoMttr() {
    RepairTimes none = RepairTimes.of(List.of(), at("6:00"));
    assertEquals(Optional.empty(), none.mean());
    assertEquals(Optional.empty(), none.median());
    assertEquals(Optional.empty(), none.longest());
    assertEquals(Optional.empty(), none.meanAtLeast());
    RepairTimes open = RepairTimes.of(history("5:00 5:05 FAILED", "6:00").incidents(), at("6:00"));
    assertEquals(Optional.empty(), open.mean());
    assertEquals(Optional.of(Duration.ofMinutes(60)), open.meanAtLeast());
  }

  @Test
  void aWindowIsDaysOfTwentyFourHours() {
    Window window = Window.ofDays(30, Instant.parse("2026-03-31T12:00:00Z"));
    assertEquals(Instant.parse("2026-03-01T12:00:00Z"), window.from());
    assertEquals(Duration.ofHours(720), window.length());
    assertFalse(window.holds(window.from()));
    assertTrue(window.holds(window.to()));
  }
}
