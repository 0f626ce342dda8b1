//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ScenarioData.java
//SOURCES ../../sales/DailySales.java
//SOURCES ../../sales/SteppedDailySales.java
//SOURCES ../../spark/OutputCoverage.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import project.FileTree;
import project.LabException;
import sales.DailySales;
import sales.DatasetSpec;
import sales.DatasetWriter;
import sales.RawData;
import sales.SteppedDailySales;
import sales.Steps;
import sales.Transactions;
import spark.OutputCoverage;
import tests.spark.LocalSession;

/** Producers that rename a column, in the files of one day of three. */
@Tag("spark")
class SchemaDriftTest {
  private static final DatasetSpec SPEC =
      new DatasetSpec(3_000, 50, 3, 2, 0.2, 0, 42, LocalDate.of(2025, 10, 1));
  private static final Map<String, String> SETTINGS = Map.of("spark.sql.shuffle.partitions", "4");

  private RawData data;

  @BeforeEach
  void write() {
    Path folder = ScenarioData.folder();
    data = DatasetWriter.write(LocalSession.open(), SPEC, folder.resolve("raw"));
  }

  private void rename(String column) throws IOException {
    Path day = data.transactions().toRealPath().resolve("day=2025-10-02");
    Path aside = ScenarioData.folder().resolve("renamed");
    Dataset<Row> rows =
        LocalSession.open().read().schema(Transactions.SCHEMA).parquet(day.toString());
    rows.withColumnRenamed(column, column + "_new").coalesce(1).write().parquet(aside.toString());
    FileTree.delete(day);
    FileTree.link(aside, day);
  }

  private Path run(String steps) {
    SparkSession spark = LocalSession.with(SETTINGS);
    Path output = ScenarioData.folder();
    new SteppedDailySales(Steps.parse(steps), data.transactions(), data.customers())
        .run(spark, output);
    return output;
  }

  private void check(Path output) {
    OutputCoverage.check(LocalSession.open(), DailySales.TABLE, output, data.totals());
  }

  /** With a given schema Spark reads nulls; every transaction is there, and its amount is not. */
  @Test
  void renamedAmountsAreMissedThoughNoRowIs() throws IOException {
    check(run("pruning,output"));
    rename("amount");
    Path output = run("pruning,output");
    Row found =
        LocalSession.open()
            .read()
            .parquet(output.toString())
            .where("event_date = date'2025-10-02'")
            .selectExpr("sum(tx_count)", "sum(revenue)")
            .first();
    assertEquals(1_000, found.getLong(0));
    assertTrue(found.isNullAt(1), found.toString());
    String said = assertThrows(LabException.class, () -> check(output)).getMessage();
    assertTrue(said.startsWith("The output's revenue adds up to "), said);
  }
}
