//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/slo/SloText.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import operate.slo.SloText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "0.4, 0.4 s",
    "42, 42 s",
    "119, 119 s",
    "119.6, 2 min",
    "2700, 45 min",
    "8700, 145 min",
    "10769, 179 min",
    "10800, 3 h",
    "77100, 21.4 h",
    "259000, 71.9 h",
    "259200, 3 days",
    "2592000, 30 days",
    "-90, -90 s",
  })
  void aTimeReadsInItsUnit(double seconds, String text) {
    assertEquals(text, SloText.time(Duration.ofMillis(Math.round(1000 * seconds))));
  }
}
