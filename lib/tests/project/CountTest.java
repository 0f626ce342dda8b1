package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import project.Count;
import project.LabException;

class CountTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 1",
    "20M, 20000000, 20M",
    "20m, 20000000, 20M",
    "500k, 500000, 500k",
    "500K, 500000, 500k",
    "1.5M, 1500000, 1500k",
    "2_000_000, 2000000, 2M",
    "0.5k, 500, 500",
    "1.0, 1, 1",
    "3B, 3000000000, 3000M",
    "1234, 1234, 1234",
    "' 7 ', 7, 7",
    "9223372036854775807, 9223372036854775807, 9223372036854775807",
  })
  void isReadAsPeopleWriteIt(String text, long value, String shortest) {
    assertEquals(value, Count.parse(text).value());
    assertEquals(shortest, Count.parse(text).toString());
    assertEquals(value, Count.parse(shortest).value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "0", "0M", "-5", "+5", "abc", "1.5", "0.0001k", "1e6", "20MB", "M", "_1", "1,000",
        "9223372036854775808", "99999999999B"
      })
  void anythingElseIsAUsageError(String text) {
    LabException e = assertThrows(LabException.class, () -> Count.parse(text));
    assertEquals(LabException.USAGE, e.exitCode());
    assertEquals(
        "'%s' is not a count (wanted a whole number from 1, as 20M or 500k)".formatted(text),
        e.getMessage());
  }

  @Test
  void aCountIsAtLeastOne() {
    assertThrows(LabException.class, () -> new Count(0));
  }
}
