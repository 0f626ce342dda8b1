//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Command;
import tests.QuickStart;

/** Wrong usage: one sentence, exit code 2, and nothing created. */
@Tag("cli")
class BadOptionsTest {
  /** What is typed, and what the answer has to name. */
  private static final Map<String, String> WRONG =
      Map.ofEntries(
          Map.entry("generate_data --rows 0", "'0' is not a count"),
          Map.entry("generate_data --rows -5", "-5"),
          Map.entry("generate_data --rows abc", "'abc' is not a count"),
          Map.entry("generate_data --hot-share 2", "--hot-share 2.0 is out of range"),
          Map.entry("generate_data --cores -1", "--cores -1 is out of range"),
          Map.entry(
              "generate_data --first-day tomorrow",
              "'tomorrow' is not a day (wanted YYYY-MM-DD, as 2025-10-01). See: "),
          Map.entry(
              "generate_data --days 0", "--days 0 is out of range (wanted at least 1). See: "),
          Map.entry("generate_data --rows 5", "fewer than one row for each of 14 days"),
          Map.entry("baseline --rate -1", "--rate -1.0 is out of range"),
          Map.entry("baseline --memory lots", "--memory 'lots' is not a heap size"),
          Map.entry("baseline --cores -1", "--cores -1 is out of range"),
          Map.entry("baseline --cores 2 --master local[2]", "exclude each other"),
          Map.entry("baseline --conf nonsense", "nonsense"),
          Map.entry("baseline --join salted", "'--join'"),
          Map.entry("optimized --join hash", "'hash'"),
          Map.entry("optimized --from tomorrow", "'tomorrow' is not a day (wanted YYYY-MM-DD, as"),
          Map.entry("optimized --from 2025-10-03 --to 2025-10-02", "is after --to 2025-10-02"),
          Map.entry("optimized extra", "'extra'"));

  @TempDir Path temp;

  /** So that no later command has a build to talk about. */
  @BeforeAll
  static void build() {
    QuickStart.build("generate_data", "baseline", "optimized");
  }

  @Test
  void oneSentenceNamesWhatWasFoundAndTheHelp() {
    Map<String, Command.Result> results = new ConcurrentHashMap<>();
    WRONG.keySet().parallelStream()
        .forEach(line -> results.put(line, new LabFolder(temp).run(line.split(" "))));
    assertAll(
        WRONG.entrySet().stream()
            .map(
                wrong ->
                    () -> {
                      Command.Result result = results.get(wrong.getKey());
                      LabFolder.assertRefused(2, "error: ", result);
                      assertTrue(result.err().contains(wrong.getValue()), result.err());
                      String alias = wrong.getKey().split(" ")[0];
                      assertTrue(result.err().endsWith(" " + alias + " --help\n"), result.err());
                      assertFalse(result.err().contains("java."), result.err());
                    }));
    assertArrayEquals(new String[0], temp.toFile().list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate_data", "baseline", "optimized"})
  void helpNamesTheDefaultsAndTheExitCodes(String alias) {
    Command.Result result = new LabFolder(temp).run(alias, "--help");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("(default: "), result.out());
    assertTrue(result.out().contains("Exit codes: 0 "), result.out());
    assertArrayEquals(new String[0], temp.toFile().list());
  }
}
