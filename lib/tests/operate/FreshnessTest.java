//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Given.java
//SOURCES ../../operate/slo/Freshness.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.operate.Given.at;
import static tests.operate.Given.history;

import java.time.Duration;
import java.util.OptionalDouble;
import operate.slo.Freshness;
import operate.slo.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How old the data were, over a day that ends at 24:00, with 60 minutes allowed. */
class FreshnessTest {

  private static Freshness freshness(String runs) {
    return Freshness.of(
        history(runs, "24:00"), Window.ofDays(1, at("24:00")), Duration.ofMinutes(60));
  }

  /** Age now, minutes observed, minutes late, number of late stretches. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A single success: fresh for an hour, late from then on.
        "20:00 20:05 ok                                   | 235 |  235 | 175 | 1",
        "23:20 23:30 ok                                   |  30 |   30 |   0 | 0",
        // Exactly an hour is not too old.
        "22:50 23:00 ok                                   |  60 |   60 |   0 | 0",
        "22:50 22:59 ok                                   |  61 |   61 |   1 | 1",
        // Failures are no news; they only make the wait longer.
        "20:00 20:05 ok; 21:00 21:05 FAILED; 22:00 22:05 ok; 23:00 23:05 ok"
            + "                                           |  55 |  235 |  60 | 1",
        // A success before the window tells how old the data were at its begin.
        "-1:00 -0:30 ok; 23:30 23:40 ok                   |  20 | 1440 | 1390 | 1",
        // Nothing in the window at all: all of it is late.
        "-9:00 -8:00 ok                                   | 1920 | 1440 | 1440 | 1",
        // What failed before the first success is not observed.
        "1:00 1:05 FAILED; 23:00 23:10 ok                 |  50 |   50 |   0 | 0",
        // Overlapping runs: the table is as new as the last end.
        "20:00 23:00 ok; 21:00 21:30 ok                   |  60 |  150 |  30 | 1",
        // Equal ends.
        "22:00 23:30 ok; 23:00 23:30 ok                   |  30 |   30 |   0 | 0",
      })
  void ageAndLateTime(String runs, int age, int observed, int late, int times) {
    Freshness freshness = freshness(runs);
    assertEquals(Duration.ofMinutes(age), freshness.age().orElseThrow());
    assertEquals(Duration.ofMinutes(observed), freshness.observed());
    assertEquals(Duration.ofMinutes(late), freshness.lateTime());
    assertEquals(times, freshness.late().size());
    assertEquals(1 - late / (double) observed, freshness.share().getAsDouble(), 1e-12);
    assertEquals((observed - late) / 1440.0, freshness.shareAtLeast(), 1e-12);
  }

  @Test
  void withoutASuccessThereIsNoAge() {
    for (String runs : new String[] {"", "1:00 1:05 FAILED; 2:00 2:05 ABORTED"}) {
      Freshness freshness = freshness(runs);
      assertEquals(true, freshness.age().isEmpty());
      assertEquals(OptionalDouble.empty(), freshness.share());
      assertEquals(0, freshness.shareAtLeast());
    }
  }

  @Test
  void aSuccessOfThisMomentIsNotObservedYet() {
    Freshness freshness = freshness("23:00 24:00 ok");
    assertEquals(Duration.ZERO, freshness.age().orElseThrow());
    assertEquals(OptionalDouble.empty(), freshness.share());
  }

  @Test
  void theLongestStretchIsNamed() {
    Freshness freshness = freshness("10:00 10:00 ok; 12:00 12:00 ok; 20:00 20:00 ok");
    assertEquals(3, freshness.late().size());
    assertEquals(Duration.ofHours(7), freshness.longest().orElseThrow());
    assertEquals(at("13:00"), freshness.late().get(1).from());
    assertEquals(at("20:00"), freshness.late().get(1).to());
  }
}
