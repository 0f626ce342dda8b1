//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../sales/DescribedDays.java
//SOURCES ../spark/LocalSession.java
//SOURCES ../../operate/runbook/Runbook.java
//SOURCES ../../runs/PublishedOutputs.java
//SOURCES ../../runs/Reprocessing.java
//SOURCES ../../sales/Inspection.java
//SOURCES ../../sales/KeySkew.java
//SOURCES ../../sales/SmallFiles.java
//SOURCES ../../spark/Failures.java
//SOURCES ../../spark/OutputCoverage.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import operate.runbook.KnownFailure;
import operate.runbook.Runbook;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import project.LabException;
import project.Workspace;
import runs.PublishedOutputs;
import runs.Reprocessing;
import sales.DailySales;
import sales.EventDates;
import sales.InspectOptions;
import sales.Inspection;
import sales.KeyCount;
import sales.KeySkew;
import sales.RawData;
import sales.SmallFiles;
import spark.Failures;
import spark.InputTotals;
import spark.OutputCoverage;
import tests.Command;
import tests.sales.DescribedDays;
import tests.spark.LocalSession;

/**
 * What the runbook quotes is what the lab says: every sentence is made here by the code that says
 * it, and finds its failure; and nothing is quoted that no sentence matches.
 */
@Tag("spark")
class RunbookSymptomsTest {
  private static final Path ROOT = Command.checkout();
  private static final Runbook RUNBOOK = Runbook.of("daily_sales", new Workspace(ROOT, true));
  private static final String DATA =
      "file:///lab/data/.raw/v1795382488961-77-1/transactions/x.parquet";

  private static final String DESCRIPTION = DescribedDays.of(2) + DescribedDays.each(2);

  /** Sentences that other tests hold to the code that says them: CliTest, AbortedRunsTest. */
  private static final Map<String, List<String>> SAID_ELSEWHERE =
      Map.of(
          "disk_full",
          List.of(
              "optimized failed on ops/x (No space left on device). Make sure that it can be read"
                  + " and written and the disk has space, then run it again."),
          "process_killed",
          List.of(
              "Run r1 (daily_sales/optimized) was killed before it ended: counted as ABORTED.",
              "process 4711 was killed; the previous output is unchanged"));

  @TempDir Path temp;

  private static String explained(String thrown) {
    return Failures.explain(new RuntimeException(thrown), "Run: jbang generate_data").getMessage();
  }

  private static String refused(Executable failing) {
    return assertThrows(LabException.class, failing).getMessage();
  }

  /** Every sentence, by the failure it belongs to. */
  private Map<String, List<String>> sentences() throws IOException {
    Map<String, List<String>> all = new LinkedHashMap<>();
    SAID_ELSEWHERE.forEach((id, said) -> all.put(id, new ArrayList<>(said)));
    ofFailures()
        .forEach((id, said) -> all.computeIfAbsent(id, i -> new ArrayList<>()).addAll(said));
    all.get("input_corrupted").addAll(ofRawData());
    all.put("late_data", ofOutputs());
    all.get("input_corrupted").add(ofCoverage(9, "50"));
    all.get("schema_drift").add(ofCoverage(10, "51"));
    all.get("schema_drift").add(ofCoverageOfDays());
    all.get("schema_drift").add(ofInspection());
    all.put("hot_key_doubled", ofHotKeys());
    KeyCount usual = new KeyCount(0L, 20_110, true);
    all.put(
        "skew",
        List.of(
            new KeySkew(100_000, 1_000, 80, 100).sentence(usual, 1),
            Files.readString(ROOT.resolve("ops/sample/report.md"))));
    all.put("small_files", List.of(new SmallFiles(1_680, 41_523_118, 14).sentence()));
    return all;
  }

  /** From half as much again as usual on. */
  private static List<String> ofHotKeys() {
    KeySkew skew = new KeySkew(100_000, 1_000, 60, 100);
    return IntStream.rangeClosed(3, 9)
        .mapToObj(tenth -> skew.sentence(new KeyCount(0L, 10_000 * tenth + 110, true), 1))
        .toList();
  }

  private static Map<String, List<String>> ofFailures() {
    return Map.of(
        "input_corrupted",
        List.of(
            explained(DATA + " is not a Parquet file. Expected magic number"),
            explained("Encountered error while reading file " + DATA + ". Details:"),
            explained("File " + DATA + " does not exist"),
            explained("Path does not exist: file:data/raw/customers")),
        "schema_drift",
        List.of(
            explained(
                "Parquet column cannot be converted in file "
                    + DATA
                    + ". Column: [amount], Expected: decimal(8,2), Found: DOUBLE"),
            explained(
                "A column, variable, or function parameter with name `segment` cannot be resolved."
                    + " Did you mean one of the following? [`customer_id`]")),
        "disk_full",
        List.of(explained("java.io.IOException: No space left on device")),
        "out_of_memory",
        List.of(
            explained("Not enough memory to build and broadcast the table to all worker nodes."),
            explained("java.lang.OutOfMemoryError: Java heap space"),
            explained("System memory 314572800 must be at least 471859200."),
            explained("Job 3 cancelled because SparkContext was shut down")));
  }

  private RawData data() throws IOException {
    Path raw = Files.createDirectories(temp.resolve("data/raw"));
    Files.writeString(raw.resolve("dataset.properties"), DESCRIPTION);
    return RawData.describe(raw);
  }

  private List<String> ofRawData() throws IOException {
    Path raw = data().folder();
    return List.of(refused(() -> RawData.open(raw)));
  }

  private List<String> ofOutputs() throws IOException {
    RawData raw = data();
    Workspace workspace = new Workspace(temp, false);
    Path target = Files.createDirectories(temp.resolve("data/silver/daily_sales/optimized"));
    Files.writeString(
        target.resolve("_run.properties"),
        """
        run_id=r1
        variant=optimized
        data_fingerprint=then
        customers_fingerprint=c
        day.2025-10-01=older
        day.2025-10-02=b
        """);
    EventDates second =
        new EventDates(Optional.of(LocalDate.parse("2025-10-02")), Optional.empty());
    List<String> said = new ArrayList<>(PublishedOutputs.of(DailySales.TABLE, raw, workspace));
    said.add(refused(() -> Reprocessing.of(second, raw, target, workspace, "optimized")));
    return said;
  }

  private Path output() {
    Path output = temp.resolve("output");
    LocalSession.open()
        .sql(
            "select date'2025-10-01' as event_date, 10L as tx_count, cast(50 as decimal(18,2)) as"
                + " revenue")
        .write()
        .mode("overwrite")
        .parquet(output.toString());
    return output;
  }

  private String ofCoverage(long rows, String sum) {
    InputTotals input = new InputTotals(rows, Optional.of(new BigDecimal(sum)));
    Path output = output();
    return refused(
        () -> OutputCoverage.check(LocalSession.open(), DailySales.TABLE, output, input));
  }

  private String ofCoverageOfDays() {
    TreeMap<LocalDate, InputTotals> input = new TreeMap<>();
    input.put(
        LocalDate.parse("2025-10-01"), new InputTotals(10, Optional.of(new BigDecimal("49"))));
    Path output = output();
    String advice = OutputCoverage.lookAtTheInput();
    return refused(
        () ->
            OutputCoverage.checkDays(
                LocalSession.open(), DailySales.TABLE, output, "event_date", input, advice));
  }

  private String ofInspection() throws IOException {
    SparkSession spark = LocalSession.open();
    Path day = data().transactions().resolve("day=2025-10-01");
    spark
        .sql("select 1L as id, 2L as customer_id, 3L as amount_eur, current_timestamp as event_ts")
        .write()
        .parquet(day.toString());
    InspectOptions options = new InspectOptions();
    new CommandLine(options).parseArgs();
    return refused(() -> Inspection.of(options, new Workspace(temp, false)));
  }

  @Test
  void everySentenceFindsItsFailureAndEveryQuoteItsSentence() throws IOException {
    Map<String, List<String>> sentences = sentences();
    sentences.forEach(
        (id, said) ->
            said.forEach(s -> assertTrue(RUNBOOK.failure(id).explains(s), id + ": " + s)));
    sentences.forEach(
        (id, said) ->
            assertEquals(id, RUNBOOK.explaining(said.get(0)).map(KnownFailure::id).orElse("none")));
    for (KnownFailure failure : RUNBOOK.failures()) {
      List<String> said = sentences.get(failure.id());
      for (String quote : failure.symptoms()) {
        KnownFailure alone =
            new KnownFailure("x", "x", 1, "never", List.of(quote), failure.commands());
        assertTrue(said.stream().anyMatch(alone::explains), failure.id() + ": " + quote);
      }
    }
  }
}
