package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import project.LabException;
import project.Launcher;
import project.Workspace;
import sales.GenerateOptions;
import sales.Generation;
import sales.InspectOptions;
import sales.Inspection;
import spark.SessionSpec;
import spark.Sessions;

/** What inspect finds, against plain SQL over the same files. */
@Tag("spark")
class InspectTest {
  @TempDir Path folder;

  private void generate(String... options) {
    GenerateOptions parsed = new GenerateOptions();
    new CommandLine(parsed).parseArgs(options);
    Generation.run(parsed, workspace());
  }

  private Workspace workspace() {
    return Workspace.at(folder);
  }

  private Inspection inspect(String... options) {
    InspectOptions parsed = new InspectOptions();
    new CommandLine(parsed).parseArgs(options);
    return Inspection.of(parsed, workspace());
  }

  private Path someFile() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data/raw/transactions").toRealPath())) {
      Path real = files.filter(f -> f.toString().endsWith(".parquet")).sorted().findFirst().get();
      Path day = folder.resolve("data/raw/transactions").resolve(real.getParent().getFileName());
      return day.resolve(real.getFileName());
    }
  }

  private String failure() {
    LabException thrown = assertThrows(LabException.class, this::inspect);
    assertEquals(LabException.FAILED, thrown.exitCode());
    assertEquals(1, thrown.getMessage().lines().count(), thrown.getMessage());
    return thrown.getMessage();
  }

  private static void assertHas(String part, String text) {
    assertTrue(text.contains(part), "wanted: " + part + "\nin:\n" + text);
  }

  /** One row of numbers over the views t and c. */
  private Row sql(String query) {
    try (SparkSession spark = Sessions.open(SessionSpec.local("oracle", "local[2]"))) {
      for (Map.Entry<String, String> view :
          Map.of("t", "data/raw/transactions", "c", "data/raw/customers").entrySet()) {
        spark
            .read()
            .parquet(folder.resolve(view.getValue()).toString())
            .createOrReplaceTempView(view.getKey());
      }
      return spark.sql(query).first();
    }
  }

  @Test
  void skewedDirtySmallFiles() throws IOException {
    generate("--rows=30k", "--customers=500", "--days=3", "--files-per-day=40", "--dirt=0.02");
    Inspection inspection = inspect("--top=600");
    String text = inspection.text();
    Row oracle =
        sql(
            "select count_if(customer_id = 0), count_if(amount is null),"
                + " count_if(customer_id not in (select customer_id from c)) from t");
    assertHas("customer_id 0 has %,d of 30,000 rows".formatted(oracle.getLong(0)), text);
    assertTrue(
        text.lines().anyMatch(l -> l.matches(" +amount .* %,d +.*%%".formatted(oracle.getLong(1)))),
        text);
    assertHas("%,d transactions (".formatted(oracle.getLong(2)), text);
    assertHas("Warning, small files: 120 of ", text);
    assertHas("day=2025-10-02     40  10,000", text);
    assertHas(
        Launcher.command(
            "generate_data --rows 30k --customers 500 --days 3 --files-per-day 1 --dirt 0.02"
                + " --overwrite\n"),
        text);
    String typed = text.replace(folder + "/", "");
    assertTrue(
        typed.lines().allMatch(l -> l.length() <= 100 || l.contains(Launcher.command(""))), text);

    assertEquals(
        "Wrote %1$s/top_keys.csv and %1$s/top_keys.md".formatted(folder.resolve("ops/diagnostics")),
        inspection.topKeys().write(workspace()));
    List<String> csv = Files.readAllLines(folder.resolve("ops/diagnostics/top_keys.csv"));
    assertEquals(601, csv.size());
    assertTrue(csv.get(1).startsWith("1,0," + oracle.getLong(0) + ",0."), csv.get(1));
    assertTrue(csv.get(1).matches(".*,true,true,[0-9a-f]{16}"), csv.get(1));
    assertFalse(String.join("\n", csv.subList(2, 601)).contains(",true,true,"), "one hot key");
    String markdown = Files.readString(folder.resolve("ops/diagnostics/top_keys.md"));
    assertHas("Warning, hot key: customer_id 0", markdown);
    assertHas("| rank | customer_id |", markdown);
  }

  @Test
  void evenKeysInFewFilesAreNoFinding() {
    generate("--rows=30k", "--customers=20", "--days=3", "--files-per-day=2", "--hot-share=0");
    Inspection inspection = inspect("--top=1000");
    assertHas("No hot key: the largest, customer_id ", inspection.text());
    assertHas("No small-file problem: 6 files of ", inspection.text());
    assertFalse(inspection.text().contains("Warning"), inspection.text());
    assertFalse(inspection.text().contains("--join"), inspection.text());
  }

  @Test
  void withoutDirtThereAreNoOrphans() {
    generate("--rows=1k", "--customers=20", "--days=1", "--files-per-day=1", "--dirt=0");
    assertHas("None: every customer_id of the transactions is in customers.", inspect().text());
  }

  @Test
  void whatIsWrongWithAFileIsSaidWithItsName() throws IOException {
    generate("--rows=5k", "--customers=20", "--days=2", "--files-per-day=2");
    String remake =
        "Run: "
            + Launcher.command(
                "generate_data --rows 5k --customers 20 --days 2 --files-per-day 2 --overwrite");
    Path file = someFile();
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertHas(file + " is damaged: not a complete Parquet file. " + remake, failure());

    Files.write(file, new byte[0]);
    assertHas(file + " is damaged: not a complete Parquet file. " + remake, failure());

    Path customers;
    try (Stream<Path> files = Files.list(folder.resolve("data/raw/customers"))) {
      customers = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().get();
    }
    Files.copy(customers, file, StandardCopyOption.REPLACE_EXISTING);
    String columns = failure();
    assertHas(file + " has no column amount, event_ts, id (found: customer_id, ", columns);
    assertHas("). " + remake, columns);

    Files.delete(file);
    String changed = failure();
    assertHas("transactions changed since it was generated: found 3 files", changed);
    assertHas(remake, changed);

    Files.write(file, whole);
    Files.delete(customers);
    assertHas("Found no Parquet file in " + customers.getParent() + ". " + remake, failure());
  }

  @Test
  void withoutDataItSaysHowToMakeThem() {
    assertHas("No data in " + folder.resolve("data/raw") + " yet. Run: ", failure());
  }
}
