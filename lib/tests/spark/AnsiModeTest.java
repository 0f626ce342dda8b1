//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LocalSession.java
//SOURCES ../../operate/contract/QualitySnapshot.java
//SOURCES ../../sales/DailySales.java
//SOURCES ../../spark/OutputCoverage.java
//SOURCES ../../spark/OutputParity.java
//SOURCES ../../spark/RowFingerprint.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.ParityCheck;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import operate.contract.QualitySnapshot;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sales.DailySales;
import spark.InputTotals;
import spark.OutputCoverage;
import spark.OutputParity;
import spark.RowFingerprint;

/** What proves a run proves the same with {@code --conf spark.sql.ansi.enabled=true}. */
@Tag("spark")
class AnsiModeTest {
  /** A thousand rows of daily_sales, with nulls, whose hashes overflow a long many times. */
  private static final String OUTPUT =
      "select date_add(date'2025-10-01', cast(id % 14 as int)) as event_date,"
          + " if(id = 0, null, concat('s', id)) as segment, 'mid' as bucket, id as tx_count,"
          + " cast(if(id % 5 = 0, null, id * 1.25) as decimal(18,2)) as revenue from range(1000)";

  @TempDir Path temp;

  private static SparkSession session(boolean ansi) {
    return LocalSession.with(Map.of("spark.sql.ansi.enabled", Boolean.toString(ansi)));
  }

  private static Dataset<Row> output(boolean ansi) {
    return session(ansi).sql(OUTPUT);
  }

  @Test
  void thisSessionReallyFailsOnOverflow() {
    String sum = "select sum(xxhash64(id)) from range(1000)";
    assertThrows(Exception.class, () -> session(true).sql(sum).first());
    assertDoesNotThrow(() -> session(false).sql(sum).first());
  }

  @Test
  void theFingerprintIsTheSame() {
    assertEquals(RowFingerprint.of(output(false)), RowFingerprint.of(output(true)));
  }

  @Test
  void theQualitySnapshotIsTheSame() {
    assertEquals(
        QualitySnapshot.of(DailySales.TABLE, output(false)),
        QualitySnapshot.of(DailySales.TABLE, output(true)));
  }

  @Test
  void parityHoldsAndCoverageIsChecked() {
    for (ParityCheck check : OutputParity.checks(DailySales.TABLE, output(true), output(true))) {
      assertTrue(check.equal(), check.toString());
    }
    output(true).write().parquet(temp.resolve("output").toString());
    InputTotals input = new InputTotals(999 * 1_000 / 2, Optional.of(new BigDecimal("500000")));
    assertDoesNotThrow(
        () -> OutputCoverage.check(session(true), DailySales.TABLE, temp.resolve("output"), input));
  }
}
