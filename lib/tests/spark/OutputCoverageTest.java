//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LocalSession.java
//SOURCES ../../sales/DailySales.java
//SOURCES ../../spark/OutputCoverage.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import sales.DailySales;
import spark.OutputCoverage;

@Tag("spark")
class OutputCoverageTest {
  private static final SparkSession SPARK = LocalSession.open();
  @TempDir Path temp;

  @Test
  void anOutputThatCountsEveryRowOncePasses() {
    assertDoesNotThrow(() -> check("values (3L), (4L) as t(tx_count)", 7));
  }

  @Test
  void rowsCountedTwiceOrNotAtAllAreRefusedWithBothNumbers() {
    for (long input : new long[] {6, 8}) {
      LabException e =
          assertThrows(LabException.class, () -> check("values (3L), (4L) as t(tx_count)", input));
      assertTrue(e.getMessage().contains("counts 7 transactions"), e.getMessage());
      assertTrue(e.getMessage().contains("input has " + input), e.getMessage());
    }
  }

  @Test
  void anEmptyOutputCountsNothing() {
    assertThrows(LabException.class, () -> check("range(0)", 1));
  }

  private void check(String rows, long input) {
    Path folder = temp.resolve("out" + System.nanoTime());
    String select = rows.startsWith("range") ? "select id as tx_count from " : "select * from ";
    SPARK.sql(select + rows).write().parquet(folder.toString());
    OutputCoverage.check(SPARK, DailySales.TABLE, folder, input);
  }
}
