//DEPS org.junit.jupiter:junit-jupiter:6.1.3
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import portfolio.TimeStamp;

class TimeStampTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T09:00:00Z, 2026-01-31T09:00:00Z",
    "2026-01-31T09:00:00.250Z, 2026-01-31T09:00:00.250Z",
    "2026-01-31 09:00:00Z, 2026-01-31T09:00:00Z",
    "2026-01-31 09:00:00 UTC, 2026-01-31T09:00:00Z",
    "2026-01-31T10:00:00+01:00, 2026-01-31T09:00:00Z",
    "2026-01-31 10:00:00.000000+01:00, 2026-01-31T09:00:00Z",
    "2026-01-31 10:00:00 +0100, 2026-01-31T09:00:00Z",
    "2026-01-31 10:00:00+01, 2026-01-31T09:00:00Z",
    "2026-01-31T04:00:00-0500, 2026-01-31T09:00:00Z",
    "1769850000, 2026-01-31T09:00:00Z",
    "1769850000000, 2026-01-31T09:00:00Z",
  })
  void timesThatSayTheirZone(String written, Instant meant) {
    assertEquals(
        Optional.of(new TimeStamp(meant, true)), TimeStamp.parse(written, ZoneId.of("Asia/Tokyo")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31 10:00:00, 2026-01-31T09:00:00Z",
    "2026-01-31T10:00, 2026-01-31T09:00:00Z",
    "2026-07-31 11:00:00.5, 2026-07-31T09:00:00.500Z",
    // Clocks went from 02:00 to 03:00 that night.
    "2026-03-29 02:30:00, 2026-03-29T01:30:00Z",
  })
  void timesThatDoNotAreTheReaders(String written, Instant meant) {
    assertEquals(
        Optional.of(new TimeStamp(meant, false)),
        TimeStamp.parse(written, ZoneId.of("Europe/Berlin")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "2026-01-31", "31.01.2026 09:00", "2026-02-30 09:00", "12"})
  void anythingElseIsNoTime(String written) {
    assertEquals(Optional.empty(), TimeStamp.parse(written, ZoneOffset.UTC));
  }
}
