//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../Command.java
//SOURCES ../spark/LocalSession.java
//SOURCES ../../operate/runbook/Runbook.java
//SOURCES ../../sales/CompactedTransactions.java
//SOURCES ../../sales/DatasetWriter.java
//SOURCES ../../sales/SteppedDailySales.java
//SOURCES ../../spark/RowFingerprint.java
package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import operate.runbook.Runbook;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.LabException;
import project.Workspace;
import sales.CompactedTransactions;
import sales.DailySales;
import sales.DatasetSpec;
import sales.DatasetWriter;
import sales.FolderSize;
import sales.RawData;
import sales.Step;
import sales.SteppedDailySales;
import sales.Steps;
import spark.RowFingerprint;
import tests.Command;
import tests.spark.LocalSession;

/** Any mixture of steps gives the naive job's answer. */
@Tag("spark")
class SteppedDailySalesTest {
  @TempDir static Path temp;
  static RawData raw;
  static Path compacted;
  static RowFingerprint naive;

  @BeforeAll
  static void generateAndRunTheNaiveJob() throws IOException {
    SparkSession spark = LocalSession.open();
    DatasetSpec spec =
        new DatasetSpec(20_000, 500, 3, 4, 0.3, 0.01, 7, LocalDate.parse("2025-10-01"));
    raw = DatasetWriter.write(spark, spec, temp.resolve("raw"));
    compacted = Files.createDirectory(temp.resolve("compacted"));
    CompactedTransactions.write(spark, raw, compacted);
    naive = RowFingerprint.of(run("none"));
    assertEquals(20_000, run("none").agg(functions.sum("tx_count")).first().getLong(0));
  }

  private static Dataset<Row> run(String typed) throws IOException {
    Steps steps = Steps.parse(typed);
    Map<String, String> settings = new HashMap<>(steps.settings());
    // 200 tasks a shuffle take time and prove nothing here.
    settings.put("spark.sql.shuffle.partitions", steps.has(Step.PARTITIONS) ? "3" : "8");
    SparkSession spark = LocalSession.with(settings);
    Path output = Files.createTempDirectory(temp, "output");
    Path transactions = steps.has(Step.COMPACTED) ? compacted : raw.transactions();
    new SteppedDailySales(steps, transactions, raw.customers()).run(spark, output);
    assertFalse(Files.exists(output.resolve("_checkpoint")), "the copy was left in the output");
    return LocalSession.open()
        .read()
        .parquet(output.toString())
        .select(
            Arrays.stream(DailySales.TABLE.schema().fieldNames())
                .map(functions::col)
                .toArray(org.apache.spark.sql.Column[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "native",
        "pruning",
        "broadcast",
        "aqe",
        "aqe,skewjoin",
        "partitions",
        "output",
        "compacted",
        "salting",
        "cache",
        "checkpoint",
        "codes",
        "broadcast,salting",
        "all",
        "all,compacted",
        "all,codes",
        "all,-broadcast,salting",
        "all,cache,checkpoint,codes"
      })
  void theAnswerIsThatOfTheNaiveJob(String steps) throws IOException {
    assertEquals(naive, RowFingerprint.of(run(steps)));
  }

  @Test
  void compactingKeepsEveryRowInFewerFiles() throws IOException {
    FolderSize before = FolderSize.of(raw.transactions());
    FolderSize after = FolderSize.of(compacted);
    assertEquals(12, before.files());
    assertEquals(6, after.files());
    assertEquals(
        0,
        LocalSession.open()
            .read()
            .parquet(raw.transactions().toString())
            .exceptAll(LocalSession.open().read().parquet(compacted.toString()))
            .count());
  }

  @Test
  void aCopyOfOtherRowsIsRefused() throws IOException {
    RawData damaged = copyOfRaw("fewer");
    Files.delete(oneFileOf(damaged, "day=2025-10-01"));
    assertRefused(damaged, "where the source has 20,000");
  }

  /** The job takes the date from the folder: the right rows in the wrong one give wrong sums. */
  @Test
  void aCopyWithRowsInTheFolderOfAnotherDayIsRefused() throws IOException {
    RawData damaged = copyOfRaw("moved");
    Path file = oneFileOf(damaged, "day=2025-10-01");
    Files.move(file, damaged.transactions().resolve("day=2025-10-02").resolve("moved.parquet"));
    assertRefused(damaged, "lie in the folder of another day");
  }

  private static void assertRefused(RawData damaged, String reason) throws IOException {
    Path target = Files.createTempDirectory(temp, "refused");
    LabException e =
        assertThrows(
            LabException.class,
            () -> CompactedTransactions.write(LocalSession.open(), damaged, target));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    Runbook runbook =
        Runbook.of("compact_transactions", new Workspace(Command.checkout(), true));
    assertTrue(runbook.failure("copy_differs").explains(e.getMessage()), e.getMessage());
  }

  private static Path oneFileOf(RawData data, String day) throws IOException {
    try (var files = Files.list(data.transactions().resolve(day))) {
      return files
          .filter(f -> f.toString().endsWith(".parquet"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static RawData copyOfRaw(String name) throws IOException {
    Path from = raw.folder().toRealPath();
    Path to = temp.resolve(name);
    try (var files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return new RawData(
        to,
        raw.spec(),
        raw.generator(),
        raw.fingerprint(),
        raw.amountSum(),
        raw.hashSum(),
        raw.files(),
        raw.bytes(),
        raw.customersFingerprint(),
        raw.days());
  }
}
