//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            "generate_data", "--rows", "100k", "--customers", "1000", "--days", "2",
            "--files-per-day", "7", "--cores", "2");
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

    Command.Result replaced = twoCores.generate("--seed", "7", "--overwrite");
    assertNotEquals(fingerprint(first), fingerprint(replaced));
    assertNotEquals(before, LabFolder.contents(raw));
  }
}
