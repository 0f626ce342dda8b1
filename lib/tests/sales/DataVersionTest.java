//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../sales/DataVersion.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sales.DataVersion;

class DataVersionTest {
  private static final DataVersion OLDER = version("older", "c", "1=a 2=b 3=c");

  /** Days of October 2025 and their fingerprints. */
  private static DataVersion version(String all, String customers, String days) {
    TreeMap<LocalDate, String> byDay = new TreeMap<>();
    for (String day : days.split(" ")) {
      String[] parts = day.split("=");
      byDay.put(LocalDate.of(2025, 10, Integer.parseInt(parts[0])), parts[1]);
    }
    return new DataVersion(all, customers, byDay);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "older | c | 1=a 2=b 3=c     | []",
        "newer | c | 1=a 2=b 3=x     | [2025-10-03]",
        "newer | c | 1=x 2=b 3=x     | [2025-10-01, 2025-10-03]",
        "newer | c | 1=a 2=b         | [2025-10-03]",
        "newer | c | 1=a 2=b 3=c 4=d | [2025-10-04]",
        "newer | x | 1=a 2=b 3=c     | [2025-10-01, 2025-10-02, 2025-10-03]",
        "newer | x | 2=b 3=c 4=d     | [2025-10-01, 2025-10-02, 2025-10-03, 2025-10-04]",
      })
  void whichDaysChanged(String all, String customers, String days, String changed) {
    assertEquals(changed, version(all, customers, days).changedSince(OLDER).toString());
  }

  @Test
  void itComesBackFromProperties() {
    Map<String, Object> written = new HashMap<>();
    OLDER.put(written);
    assertEquals(5, written.size());
    Properties read = new Properties();
    written.forEach((key, value) -> read.setProperty(key, value.toString()));
    assertEquals(OLDER, DataVersion.in(read));
    assertTrue(OLDER.knowsDays());
  }

  /** As an earlier version of the lab left it. */
  @Test
  void withoutDaysOnlyTheWholeIsKnown() {
    Properties old = new Properties();
    old.setProperty("run_id", "r1");
    old.setProperty("data_fingerprint", "older");
    DataVersion version = DataVersion.in(old);
    assertFalse(version.knowsDays());
    assertEquals("older", version.all());
    Map<String, Object> written = new HashMap<>();
    version.put(written);
    assertEquals(Map.of("data_fingerprint", "older"), written);
  }
}
