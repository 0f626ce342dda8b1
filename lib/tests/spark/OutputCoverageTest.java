//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LocalSession.java
//SOURCES ../../sales/DailySales.java
//SOURCES ../../spark/OutputCoverage.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import sales.DailySales;
import spark.InputTotals;
import spark.OutputCoverage;

@Tag("spark")
class OutputCoverageTest {
  private static final SparkSession SPARK = LocalSession.open();

  /** Two days; of the second one no amount is known. */
  private static final String OUTPUT =
      "select to_date(d) as event_date, n as tx_count, cast(r as decimal(18,2)) as revenue from"
          + " values ('2025-10-01', 3L, 10.5), ('2025-10-01', 4L, 1.25), ('2025-10-02', 2L, null)"
          + " as t(d, n, r)";

  private static final LocalDate FIRST = LocalDate.parse("2025-10-01");
  private static final LocalDate SECOND = LocalDate.parse("2025-10-02");

  @TempDir Path temp;

  private static InputTotals totals(long rows, String sum) {
    return new InputTotals(rows, Optional.of(new BigDecimal(sum)));
  }

  private Path written(String select) {
    Path folder = temp.resolve("out" + System.nanoTime());
    SPARK.sql(select).write().parquet(folder.toString());
    return folder;
  }

  private void check(String select, InputTotals input) {
    OutputCoverage.check(SPARK, DailySales.TABLE, written(select), input);
  }

  private void checkDays(TreeMap<LocalDate, InputTotals> input) {
    OutputCoverage.checkDays(
        SPARK, DailySales.TABLE, written(OUTPUT), "event_date", input, "Try that");
  }

  private String failure(InputTotals input) {
    return assertThrows(LabException.class, () -> check(OUTPUT, input)).getMessage();
  }

  @Test
  void anOutputThatCountsEveryRowAndAmountOncePasses() {
    assertDoesNotThrow(() -> check(OUTPUT, totals(9, "11.75")));
    assertDoesNotThrow(() -> check(OUTPUT, InputTotals.ofRows(9)));
  }

  @ParameterizedTest
  @CsvSource({"8", "10"})
  void rowsCountedTwiceOrNotAtAllAreRefusedWithBothNumbers(long input) {
    String said = failure(totals(input, "11.75"));
    assertTrue(
        said.startsWith(
            "The output counts 9 transactions where the input has %d, so it is not published. Look"
                    .formatted(input)
                + " for damaged or changed files: "),
        said);
  }

  /** As when a file lacks the column: Spark reads nulls. */
  @Test
  void amountsThatAreMissingAreRefusedThoughEveryRowIsThere() {
    String said = failure(totals(9, "1234.5"));
    assertTrue(
        said.startsWith(
            "The output's revenue adds up to 11.75 where the input has 1,234.50, so it is not"
                + " published. Look for damaged or changed files: "),
        said);
  }

  @Test
  void anEmptyOutputCountsNothing() {
    String none = OUTPUT + " where n > 99";
    assertThrows(LabException.class, () -> check(none, totals(1, "0")));
    assertDoesNotThrow(() -> check(none, totals(0, "0")));
  }

  @Test
  void daysAreLookedAtOneByOne() {
    TreeMap<LocalDate, InputTotals> input = new TreeMap<>();
    input.put(FIRST, totals(7, "11.75"));
    assertDoesNotThrow(() -> checkDays(input));
    input.put(SECOND, totals(2, "0.00"));
    assertDoesNotThrow(() -> checkDays(input));

    // The sum over both days would be right.
    input.put(FIRST, totals(6, "11.75"));
    input.put(SECOND, totals(3, "0.00"));
    assertEquals(
        "The output counts 7 transactions of 2025-10-01 where the input has 6, so it is not"
            + " published. Try that",
        assertThrows(LabException.class, () -> checkDays(input)).getMessage());
  }

  @Test
  void aDayThatTheOutputLacksHasNoRows() {
    TreeMap<LocalDate, InputTotals> input = new TreeMap<>();
    input.put(LocalDate.parse("2025-10-03"), totals(5, "1.00"));
    assertEquals(
        "The output counts 0 transactions of 2025-10-03 where the input has 5, so it is not"
            + " published. Try that",
        assertThrows(LabException.class, () -> checkDays(input)).getMessage());
  }
}
