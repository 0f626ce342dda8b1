//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

@Tag("cli")
class GenerateDataTest {
  private static final Pattern FINGERPRINT = Pattern.compile("fingerprint +([0-9a-f]{16}) ");

  @TempDir static Path temp;
  static LabFolder oneCore;
  static LabFolder twoCores;
  static Command.Result first;
  static Command.Result second;

  @BeforeAll
  static void generateTwice() throws Exception {
    oneCore = new LabFolder(Files.createDirectory(temp.resolve("1")));
    twoCores = new LabFolder(Files.createDirectory(temp.resolve("2")));
    first = oneCore.generate("--cores", "1");
    second =
        twoCores.run(
            "generate_data",
            "--rows",
            "100k",
            "--customers",
            "1000",
            "--days",
            "2",
            "--files-per-day",
            "7",
            "--cores",
            "2");
  }

  static String fingerprint(Command.Result result) {
    assertEquals(0, result.exitCode(), result.err());
    Matcher found = FINGERPRINT.matcher(result.out());
    assertTrue(found.find(), result.out());
    return found.group(1);
  }

  @Test
  void theSameRowsWithOneCoreAndTwoAndInOtherFiles() {
    assertEquals(fingerprint(first), fingerprint(second));
    assertTrue(first.out().contains("100,000 rows in 10 files"), first.out());
    assertTrue(second.out().contains("100,000 rows in 14 files"), second.out());
  }

  @Test
  void theSameOptionsAgainKeepWhatIsThere() throws Exception {
    Map<String, Long> before = LabFolder.contents(oneCore.path().resolve("data/raw"));
    Path version = oneCore.path().resolve("data/raw").toRealPath();
    Command.Result again = oneCore.generate();
    assertTrue(again.out().startsWith("Kept, made with the same options."), again.out());
    assertEquals(fingerprint(first), fingerprint(again));
    assertEquals(before, LabFolder.contents(oneCore.path().resolve("data/raw")));
    assertEquals(version, oneCore.path().resolve("data/raw").toRealPath());
  }

  @Test
  void otherOptionsReplaceItOnlyWhenAsked() throws Exception {
    Path raw = twoCores.path().resolve("data/raw");
    Map<String, Long> before = LabFolder.contents(raw);
    Command.Result refused = twoCores.generate("--seed", "7");
    LabFolder.assertRefused(1, "error: data/raw is already there and was made with other", refused);
    assertEquals(before, LabFolder.contents(raw));
    assertTrue(refused.err().contains(" --seed 7 --overwrite\n"), refused.err());

    Command.Result replaced = twoCores.generate("--seed", "7", "--overwrite");
    assertNotEquals(fingerprint(first), fingerprint(replaced));
    assertNotEquals(before, LabFolder.contents(raw));
  }

  @Test
  void whatCannotBeReadIsNotSaidToBeSomethingElse() throws Exception {
    LabFolder lab = LabFolder.withData(Files.createDirectory(temp.resolve("3")));
    Path description = lab.path().resolve("data/raw/dataset.properties");
    Files.write(description, new byte[] {(byte) 0xff, 0, '=', (byte) 0xfe});
    Command.Result unreadable = lab.generate();
    LabFolder.assertRefused(
        1,
        "error: %s cannot be read (no rows). To replace it: ".formatted(description),
        unreadable);
    assertTrue(unreadable.err().contains("generate_data --rows 100k --customers 1k"));

    Files.delete(description);
    LabFolder.assertRefused(
        1, "error: data/raw is already there, without the dataset.properties ", lab.generate());
  }

  @Test
  void daysWithFewerRowsThanFilesGetFewerFiles() throws Exception {
    LabFolder lab = new LabFolder(Files.createDirectory(temp.resolve("4")));
    Command.Result few =
        lab.run("generate_data", "--rows", "26", "--days", "2", "--files-per-day", "10");
    assertEquals(0, few.exitCode(), few.err());
    assertTrue(
        few.out().contains("26 rows in 14 files (20 asked for, too few rows a day), "), few.out());
  }

  /** As in {@code generate_data | tee log}. */
  @Test
  void theProgressBarIsThereWhereStandardErrorIsATerminal() throws Exception {
    LabFolder lab = new LabFolder(Files.createDirectory(temp.resolve("5")));
    Path out = lab.path().resolve("out");
    Command command = lab.command("generate_data", "--rows", "100k", "--files-per-day", "1");
    Command.Result shown = command.onATerminal("</dev/null >" + out).run();
    assumeTrue(Files.exists(out), "no program makes a terminal here: " + shown.err());
    assertEquals(0, shown.exitCode(), shown.out());
    assertTrue(shown.out().matches("(?s).*rows +\\d+% \\[.*"), shown.out());
    assertTrue(Files.readString(out).startsWith("data/raw\n"), Files.readString(out));
  }

  /** From a folder below the root of a checkout, a path that is printed can be pasted. */
  @Test
  void pathsArePrintedAsTheReaderWouldTypeThem() throws Exception {
    Path root = Files.createDirectory(temp.resolve("6"));
    Files.createDirectories(root.resolve("conf"));
    Files.createDirectories(root.resolve("lib/sales"));
    Files.createFile(root.resolve("conf/spark_local.conf"));
    Files.createFile(root.resolve("jbang-catalog.json"));
    LabFolder below = new LabFolder(root.resolve("lib/sales"));
    Command.Result made = below.generate();
    assertTrue(made.out().startsWith("../../data/raw\n"), made.out() + made.err());
    assertTrue(Files.exists(below.path().resolve(made.out().lines().findFirst().get())));
  }
}
