//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/registry/Schedule.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import operate.registry.Schedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "hourly, PT1H, 24",
    "' Daily ', P1D, 1",
    "daily at 06:00, P1D, 1",
    "nightly, P1D, 1",
    "weekly, P7D, 0.142857142857",
    "monthly, P31D, 0.032258064516",
    "every hour, PT1H, 24",
    "every 15 minutes, PT15M, 96",
    "every 1 hour, PT1H, 24",
    "Every 6 Hours, PT6H, 4",
    "every 2 days, P2D, 0.5",
    "every 2 weeks, P14D, 0.071428571429",
  })
  void wordsMeanAPeriod(String words, Duration period, double runsPerDay) {
    assertTrue(Schedule.isKnown(words));
    Schedule schedule = Schedule.of(words).orElseThrow();
    assertEquals(period, schedule.period());
    assertEquals(runsPerDay, schedule.runsPerDay(), 1e-9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on demand", "On-Demand", "on_demand"})
  void onDemandIsKnownAndHasNoPeriod(String words) {
    assertTrue(Schedule.isKnown(words));
    assertEquals(Optional.empty(), Schedule.of(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "sometimes", "0 * * * *", "every 0 hours", "every now and then", "daily or so",
        "every 99999 days",
      })
  void otherWordsAreUnknown(String words) {
    assertFalse(Schedule.isKnown(words));
    assertEquals(Optional.empty(), Schedule.of(words));
  }
}
