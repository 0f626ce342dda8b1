//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import runs.Run;
import runs.Status;
import spark.RunEvidence;
import tests.Command;
import tests.QuickStart;

/** Data that are missing, cut, changed, or cannot be written: one sentence, exit code 1. */
@Tag("cli")
class DamagedDataTest {
  @TempDir Path temp;

  @BeforeAll
  static void build() {
    QuickStart.build("generate_data", "baseline", "optimized");
  }

  static Path someFile(LabFolder lab) throws IOException {
    Path day = lab.path().resolve("data/raw/transactions/day=2025-10-02");
    try (Stream<Path> files = Files.list(day)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  Properties description() throws IOException {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(temp.resolve("data/raw/dataset.properties"))) {
      properties.load(in);
    }
    return properties;
  }

  /** The command that a sentence ends in. */
  static String command(Command.Result refused) {
    String sentence = refused.err().lines().reduce((a, b) -> b).orElse("");
    return sentence.replaceFirst(".*(?: Run| Look at the data): ", "");
  }

  /** Types a command as a reader does; it has to succeed. */
  void run(String command) {
    Command.Result result = Command.of("bash", "-c", command).in(temp).run();
    assertEquals(0, result.exitCode(), command + "\n" + result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline", "optimized"})
  void noDataYet(String alias) {
    Command.Result result = new LabFolder(temp).run(alias);
    LabFolder.assertRefused(1, "error: No data in " + temp.resolve("data/raw") + " yet. ", result);
    assertTrue(result.err().strip().endsWith(" generate_data"), result.err());
    assertFalse(Files.exists(temp.resolve("data")));
  }

  @Test
  void aFileThatWasCutIsNoticedBeforeTheJobStartsAndTheCommandNamedMakesItAgain()
      throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Properties before = description();
    Path file = someFile(lab);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(Files.size(file) / 2);
    }
    Command.Result result = lab.run("baseline");
    LabFolder.assertRefused(
        1, "error: %s/data/raw/transactions changed since ".formatted(temp), result);
    assertEquals(List.of(), lab.runs());

    run(command(result));
    for (String key : List.of("fingerprint", "rows", "files", "customers", "seed")) {
      assertEquals(before.getProperty(key), description().getProperty(key), key);
    }
    assertEquals(0, lab.run("optimized").exitCode());
  }

  /** Same size, so that only reading it shows. */
  @Test
  void aFileWithItsEndOverwrittenFailsTheRunAndLeavesThePreviousOutput() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    assertEquals(0, lab.run("optimized").exitCode());
    Map<String, Long> previous = LabFolder.contents(lab.output("optimized"));
    Path file = someFile(lab);
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
    Files.write(file, bytes);
    // A lineage that cannot be written, too, does not hide what is wrong.
    Path lineage = temp.resolve("ops/model_lineage.csv");
    Files.delete(lineage);
    Files.createDirectory(lineage);

    Command.Result result = lab.run("optimized");
    Files.delete(lineage);
    LabFolder.assertRefused(1, "error: ", result);
    assertTrue(result.err().contains(file.getFileName().toString()), result.err());
    assertFalse(result.err().contains("/."), "a hidden folder: " + result.err());
    Run run = lab.runs().get(1);
    assertEquals(Status.FAILED, run.status());
    assertTrue(result.err().strip().endsWith(run.error()), run.error());
    assertEquals("", run.output().fingerprint());
    assertTrue(run.totals().failedTasks() > 0, run.totals().toString());
    RunEvidence evidence = lab.evidence(run);
    assertEquals(run.totals().failedTasks(), evidence.totals().failedTasks());
    assertTrue(evidence.plans().get(0).failed(), evidence.plans().toString());
    assertEquals(previous, LabFolder.contents(lab.output("optimized")));
    assertEquals(List.of(), lab.versions("optimized", "staging"));
    assertMadeAgain(lab, result);
  }

  /** What the sentences name, one after the other, makes the same data again. */
  private void assertMadeAgain(LabFolder lab, Command.Result refused) throws IOException {
    Properties before = description();
    String next = command(refused);
    if (next.endsWith(" inspect")) {
      Command.Result inspected = lab.run("inspect");
      assertEquals(1, inspected.exitCode(), inspected.out());
      next = command(inspected);
    }
    run(next);
    assertEquals(before, description());
    assertEquals(0, lab.run("optimized").exitCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "garbage                       | no rows",
        "rows=many                     | rows=many",
        "rows=5\\uXY                   | Malformed \\uxxxx encoding.",
        "rows=-5;customers=9;days=1;files_per_day=1;hot_share=0;dirt_rate=0;seed=1;"
            + "first_day=2025-10-01   | --rows -5 is out of range (wanted at least 1)",
      })
  void aDescriptionThatCannotBeRead(String content, String why) throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Path file = temp.resolve("data/raw/dataset.properties");
    Files.writeString(file, content.replace(";", "\n"));
    LabFolder.assertRefused(
        1,
        "error: %s cannot be read (%s). What the data were made with is unknown, so choose the rows."
            .formatted(file, why),
        lab.run("baseline"));
  }

  @Test
  void theCommandForADescriptionThatCannotBeReadWorks() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Files.writeString(temp.resolve("data/raw/dataset.properties"), "garbage");
    String command = command(lab.run("baseline"));
    assertTrue(command.contains(" --rows 2M"), command);
    run(command.replace(" --rows 2M", " --rows 2k")); // Fewer will do here.
    assertEquals("2000", description().getProperty("rows"));
  }

  /** The options can still be read, so the sentence names them. */
  @Test
  void aDescriptionThatLacksTheFingerprint() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Path file = temp.resolve("data/raw/dataset.properties");
    String whole = Files.readString(file);
    Files.writeString(file, whole.replaceAll("(?m)^fingerprint=.*\n", ""));
    Command.Result result = lab.run("baseline");
    LabFolder.assertRefused(
        1, "error: %s cannot be read (no fingerprint). Run: ".formatted(file), result);
    run(command(result));
    assertEquals(whole, Files.readString(file));
  }

  @Test
  void aFileWhereTheDataFolderShouldBe() throws IOException {
    Files.writeString(temp.resolve("data"), "mine");
    LabFolder lab = new LabFolder(temp);
    LabFolder.assertRefused(1, "error: Cannot write " + temp.resolve("data"), lab.generate());
    assertEquals("mine", Files.readString(temp.resolve("data")));
    LabFolder.assertRefused(1, "error: No data in ", lab.run("baseline"));
  }

  @Test
  void aFileWhereTheOutputsShouldBe() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Files.writeString(temp.resolve("data/silver"), "mine");
    Command.Result result = lab.run("baseline");
    LabFolder.assertRefused(1, "error: Cannot write " + temp.resolve("data/silver"), result);
    assertEquals(List.of(Status.FAILED), lab.runs().stream().map(Run::status).toList());
  }

  @Test
  void aSettingThatSparkRefuses() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Command.Result result = lab.run("baseline", "--conf", "spark.sql.shuffle.partitions=many");
    LabFolder.assertRefused(1, "error: ", result);
    assertTrue(result.err().contains("spark.sql.shuffle.partitions"), result.err());
  }

  @Test
  void aMasterThatIsNone() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Command.Result result = lab.run("baseline", "--master", "nowhere");
    LabFolder.assertRefused(1, "error: 'nowhere' is not a Spark master", result);
  }
}
