//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/contract/Limit.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import operate.contract.Limit;
import operate.contract.Limit.Operator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {
  /** Found just below, at, between, at and just above the two values 10 and 20; 1 is allowed. */
  @ParameterizedTest
  @CsvSource({
    "MUST_BE,                     10,        01000, 00111",
    "MUST_NOT_BE,                 not 10,    10111, 00000",
    "MUST_BE_GREATER_THAN,        > 10,      00111, 00000",
    "MUST_BE_GREATER_OR_EQUAL_TO, >= 10,     01111, 00000",
    "MUST_BE_LESS_THAN,           < 10,      10000, 01111",
    "MUST_BE_LESS_OR_EQUAL_TO,    <= 10,     11000, 00111",
    "MUST_BE_BETWEEN,             > 10 and < 20,   00100, 00011",
    "MUST_NOT_BE_BETWEEN,         <= 10 or >= 20,  11011, 00000",
  })
  void operators(Operator operator, String text, String allowed, String exceeded) {
    double[] found = {9, 10, 15, 20, 21};
    Limit limit = operator.isInterval() ? new Limit(operator, 10, 20) : Limit.of(operator, 10);
    assertEquals(text, limit.text());
    for (int i = 0; i < found.length; i++) {
      assertEquals(allowed.charAt(i) == '1', limit.allows(found[i]), operator + " " + found[i]);
      assertEquals(
          exceeded.charAt(i) == '1', limit.isExceededBy(found[i]), operator + " " + found[i]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0.2 | <= 0.2", "1000000 | <= 1,000,000", "-3 | <= -3"})
  void numbersReadWell(double value, String text) {
    assertEquals(text, Limit.of(Operator.MUST_BE_LESS_OR_EQUAL_TO, value).text());
  }
}
