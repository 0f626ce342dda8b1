//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../template/TierPromise.java
package tests.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import operate.registry.Schedule;
import operate.slo.RunShare;
import operate.slo.Slo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import template.TierPromise;

/** What a new model promises can be told some day. */
class TierPromiseTest {

  /** 99 % takes 299 good runs, 95 % 59, 90 % 29; a year of weeks shows 94 %, one of months 76 %. */
  @ParameterizedTest
  @CsvSource({
    "T1, hourly,         99, 30",
    "T1, daily,          99, 299",
    "T1, weekly,         94, 343",
    "T2, daily,          95, 59",
    "T2, every 6 hours,  95, 30",
    "T3, daily,          90, 30",
    "T3, weekly,         90, 203",
    "T3, monthly,        76, 341",
    "T2, on demand,      95, 30",
  })
  void theWindowHoldsTheRunsThatItTakes(
      TierPromise tier, String schedule, int percent, int windowDays) {
    Slo slo = tier.of("m", schedule);
    assertEquals(percent / 100.0, slo.successRate().getAsDouble());
    assertEquals(windowDays, slo.windowDays());
    Schedule.of(schedule)
        .ifPresent(
            s -> {
              double planned = s.runsPerDay() * windowDays;
              assertFalse(new RunShare(1, 1, percent / 100.0, planned).windowTooSmall());
            });
  }
}
