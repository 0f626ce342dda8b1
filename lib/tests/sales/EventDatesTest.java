//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../sales/EventDateOptions.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import project.LabException;
import sales.EventDateOptions;
import sales.EventDates;

class EventDatesTest {
  private static final SortedSet<LocalDate> DAYS =
      IntStream.rangeClosed(1, 5)
          .mapToObj(d -> LocalDate.of(2025, 10, d))
          .collect(Collectors.toCollection(TreeSet::new));

  private static EventDates typed(String options) {
    EventDateOptions mixin = new EventDateOptions();
    new CommandLine(mixin).parseArgs(options.isEmpty() ? new String[0] : options.split(" "));
    return mixin.range();
  }

  private static String days(EventDates dates) {
    return dates.among(DAYS).stream()
        .map(day -> "" + day.getDayOfMonth())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from 2025-10-02 --to 2025-10-04 | 2 3 4     | 2025-10-02..2025-10-04",
        "--from 2025-10-03 --to 2025-10-03 | 3         | 2025-10-03..2025-10-03",
        "--from 2025-10-04                 | 4 5       | 2025-10-04..",
        "--to 2025-10-02                   | 1 2       | ..2025-10-02",
        "--from 2025-10-01 --to 2025-10-05 | 1 2 3 4 5 | 2025-10-01..2025-10-05",
        "''                                | 1 2 3 4 5 | ..",
      })
  void bothEndsAreInside(String options, String days, String text) {
    assertEquals(days, days(typed(options)));
    assertEquals(text, typed(options).toString());
  }

  @Test
  void withoutEndsItIsEveryDay() {
    assertEquals(EventDates.ALL, typed(""));
    assertEquals(true, typed("").isAll());
    assertEquals(false, typed("--to 2025-10-05").isAll());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from 2025-09-30                 | --from 2025-09-30",
        "--to 2025-10-06                   | --to 2025-10-06",
        "--from 2025-10-02 --to 2026-10-03 | --to 2026-10-03",
        "--from 2024-01-01 --to 2024-01-02 | --from 2024-01-01",
      })
  void anEndOutsideTheDataIsNamedWithTheDaysThereAre(String options, String found) {
    LabException e = assertThrows(LabException.class, () -> days(typed(options)));
    assertEquals(
        found + " is outside the data, which have 2025-10-01 to 2025-10-05", e.getMessage());
    assertEquals(LabException.USAGE, e.exitCode());
  }

  @Test
  void aRangeThatEndsBeforeItBeginsIsRefused() {
    LabException e =
        assertThrows(LabException.class, () -> typed("--from 2025-10-03 --to 2025-10-02"));
    assertEquals(
        "--from 2025-10-03 is after --to 2025-10-02, wanted the first day and the last one",
        e.getMessage());
    assertEquals(LabException.USAGE, e.exitCode());
  }
}
