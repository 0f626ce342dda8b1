//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../sales/GenerateOptions.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import project.LabException;
import project.Launcher;
import sales.DatasetSpec;
import sales.GenerateOptions;

class DatasetSpecTest {
  static DatasetSpec spec(
      long rows, long customers, int days, int filesPerDay, double hotShare, double dirtRate) {
    return new DatasetSpec(
        rows, customers, days, filesPerDay, hotShare, dirtRate, 42, LocalDate.of(2025, 10, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "0,  100, 1, 1, 0.2, 0.1, --rows 0",
    "-5, 100, 1, 1, 0.2, 0.1, --rows -5",
    "9,  1,   1, 1, 0.2, 0.1, --customers 1",
    "9,  100, 0, 1, 0.2, 0.1, --days 0",
    "9,  100, 1, 0, 0.2, 0.1, --files-per-day 0",
    "9,  100, 1, 1, 1,   0.1, --hot-share 1.0",
    "9,  100, 1, 1, -.1, 0.1, --hot-share -0.1",
    "9,  100, 1, 1, NaN, 0.1, --hot-share NaN",
    "9,  100, 1, 1, 0.2, 0.5, --dirt 0.5",
    "9,  100, 10, 1, 0.2, 0.1, --rows 9 is fewer than one row for each of 10 days",
  })
  void whatIsOutOfRangeIsNamed(
      long rows, long customers, int days, int files, double hot, double dirt, String found) {
    LabException e =
        assertThrows(LabException.class, () -> spec(rows, customers, days, files, hot, dirt));
    assertTrue(e.getMessage().startsWith(found), e.getMessage());
    assertEquals(LabException.USAGE, e.exitCode());
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 1, 1, 0, 0", "9, 2, 9, 1000, 0.99, 0.49"})
  void theEdgesAreInRange(long rows, long customers, int days, int files, double hot, double dirt) {
    assertDoesNotThrow(() -> spec(rows, customers, days, files, hot, dirt));
  }

  @Test
  void theCommandNamesWhatIsNotTheDefault() {
    assertEquals(Launcher.command("generate_data --overwrite"), DatasetSpec.DEFAULT.command());
    assertEquals(
        Launcher.command(
            "generate_data --rows 1234 --customers 1k --days 3 --files-per-day 7 --hot-share 0.5"
                + " --dirt 0.0 --seed -1 --first-day 2024-02-29 --overwrite"),
        new DatasetSpec(1_234, 1_000, 3, 7, 0.5, 0, -1, LocalDate.of(2024, 2, 29)).command());
  }

  /** What a message tells the reader to type has to mean the same data. */
  @Test
  void theCommandIsReadAsTheSameSpec() {
    DatasetSpec spec = new DatasetSpec(1_234, 9, 3, 7, 0.5, 0.25, -1, LocalDate.of(2024, 2, 29));
    String[] words = spec.command().replaceFirst(".* generate_data ", "").split(" ");
    GenerateOptions options = new GenerateOptions();
    new CommandLine(options).parseArgs(words);
    assertEquals(spec, options.spec());
  }

  @Test
  void whatArrivedLateIsPartOfTheCommand() {
    DatasetSpec spec =
        spec(40, 9, 4, 1, 0.2, 0.1)
            .withLate(Map.of(LocalDate.of(2025, 10, 4), 7L, LocalDate.of(2025, 10, 2), 2_000L));
    assertEquals(2_047, spec.allRows());
    String options = "--late 2025-10-02=2k --late 2025-10-04=7";
    assertTrue(spec.command().endsWith(options + " --overwrite"), spec.command());
    String[] words = spec.command().replaceFirst(".* generate_data ", "").split(" ");
    GenerateOptions typed = new GenerateOptions();
    new CommandLine(typed).parseArgs(words);
    assertEquals(spec.late(), typed.spec().late());
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-30, 5, --late 2025-09-30 is not a day of the data (wanted 2025-10-01 to 2025-10-04)",
    "2025-10-05, 5, --late 2025-10-05 is not a day of the data (wanted 2025-10-01 to 2025-10-04)",
    "2025-10-04, 0, --late 2025-10-04: 0 is out of range (wanted at least 1)",
  })
  void whatCannotArriveLateIsNamed(LocalDate day, long count, String found) {
    DatasetSpec spec = spec(40, 9, 4, 1, 0.2, 0.1);
    LabException e = assertThrows(LabException.class, () -> spec.withLate(Map.of(day, count)));
    assertEquals(found, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-10-02", "2025-10-02=0", "yesterday=5", "5"})
  void aLateDayThatCannotBeReadIsRefused(String text) {
    assertThrows(
        ParameterException.class,
        () -> new CommandLine(new GenerateOptions()).parseArgs("--late=" + text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2025-02-30", "01.10.2025", "2025-10", ""})
  void whatIsNoDayIsNamedWithTheFormThatIsWanted(String day) {
    ParameterException e =
        assertThrows(
            ParameterException.class,
            () -> new CommandLine(new GenerateOptions()).parseArgs("--first-day=" + day));
    String wanted = "'%s' is not a day (wanted YYYY-MM-DD, as 2025-10-01)".formatted(day);
    assertTrue(e.getMessage().endsWith(wanted), e.getMessage());
  }

  @Test
  void theHotCustomerIsTheFirst() {
    assertEquals(0, DatasetSpec.HOT_CUSTOMER);
  }
}
