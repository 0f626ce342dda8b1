//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../project/LabProperties.java
package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import project.LabProperties;

class LabPropertiesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private static Properties properties(String... keysAndValues) {
    Properties p = new Properties();
    p.setProperty("rate.eur_per_hour", "2.50");
    p.setProperty("rate.date", "2026-11-01");
    p.setProperty("schedule.runs_per_day", "24");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      p.setProperty(keysAndValues[i], keysAndValues[i + 1]);
    }
    return p;
  }

  @Test
  void theFileOfTheLabIsRight() {
    LabProperties lab = LabProperties.load();
    assertTrue(lab.lowestRate() <= lab.rateEurPerHour());
    assertTrue(lab.rateEurPerHour() <= lab.highestRate());
  }

  @Test
  void aRateMayBeKnownOrARange() {
    assertEquals(new LabProperties(2.5, 2.5, 2.5, DAY, 24), LabProperties.of(properties()));
    assertEquals(
        new LabProperties(2.5, 0, 3, DAY, 24),
        LabProperties.of(
            properties("rate.eur_per_hour.low", "0", "rate.eur_per_hour.high", " 3.00 ")));
    assertEquals(
        new LabProperties(2.5, 2.5, 4, DAY, 24),
        LabProperties.of(properties("rate.eur_per_hour.high", "4")));
  }

  @ParameterizedTest
  @CsvSource({
    "rate.eur_per_hour, cheap, 'EUR per hour, from 0'",
    "rate.eur_per_hour, -1, 'EUR per hour, from 0'",
    "rate.eur_per_hour, NaN, 'EUR per hour, from 0'",
    "rate.eur_per_hour, Infinity, 'EUR per hour, from 0'",
    "rate.eur_per_hour.low, -0.5, 'EUR per hour, from 0 to 2.5, the rate.eur_per_hour'",
    "rate.eur_per_hour.low, 2.60, 'EUR per hour, from 0 to 2.5, the rate.eur_per_hour'",
    "rate.eur_per_hour.high, 2.40, 'EUR per hour, from 2.5, the rate.eur_per_hour'",
    "rate.eur_per_hour.high, '', 'EUR per hour, from 2.5, the rate.eur_per_hour'",
    "rate.date, yesterday, 'a day, as 2026-11-01'",
    "schedule.runs_per_day, -1, a whole number from 0",
    "schedule.runs_per_day, 1.5, a whole number from 0",
  })
  void aWrongValueIsNamedWithItsKey(String key, String value, String wanted) {
    LabException e =
        assertThrows(LabException.class, () -> LabProperties.of(properties(key, value)));
    assertEquals(
        "conf/lab.properties: %s is '%s', wanted %s".formatted(key, value, wanted), e.getMessage());
    assertEquals(LabException.FAILED, e.exitCode());
  }

  @Test
  void aMissingRateIsNamed() {
    Properties p = properties();
    p.remove("rate.eur_per_hour");
    assertEquals(
        "conf/lab.properties: rate.eur_per_hour is missing, wanted EUR per hour, from 0",
        assertThrows(LabException.class, () -> LabProperties.of(p)).getMessage());
  }
}
