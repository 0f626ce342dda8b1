//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../project/Quantity.java
package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.Quantity;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.6, 1",
    "602.4, 602",
    "999.4, 999",
    "999.6, 1.0 k",
    "84230, 84.2 k",
    "99949, 99.9 k",
    "99951, 100 k",
    "999499, 999 k",
    "999500, 1.00 M",
    "1153000, 1.15 M",
  })
  void aRateReadsWellAtEverySize(double perSecond, String wanted) {
    assertEquals(wanted, Quantity.rate(perSecond));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | file | 0 files", "1 | run | 1 run", "2000000 | row | 2,000,000 rows"})
  void oneIsNoPlural(long count, String noun, String wanted) {
    assertEquals(wanted, Quantity.count(count, noun));
  }
}
