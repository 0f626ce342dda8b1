package tests.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tests.Command;
import tests.QuickStart;

/** jbang inspect, as its readers type it. */
@Tag("cli")
class InspectCommandTest {
  @TempDir Path folder;

  private Command.Result lab(String... arguments) {
    return QuickStart.of(arguments).in(folder).run();
  }

  private static void assertOneError(int exitCode, String sentence, Command.Result result) {
    assertEquals(exitCode, result.exitCode(), result.err());
    assertTrue(result.err().contains("error: " + sentence), result.err());
    assertFalse(result.err().contains("\tat "), result.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--top=0     | --top 0 is out of range (wanted 1 to 1000)",
        "--top=-1    | --top -1 is out of range (wanted 1 to 1000)",
        "--top=1001  | --top 1001 is out of range (wanted 1 to 1000)",
        "--top=abc   | Invalid value for option '--top': 'abc' is not an int.",
        "--cores=-1  | --cores -1 is out of range (wanted 0 for all, or more)",
      })
  void wrongUsage(String argument, String sentence) {
    Command.Result result = lab("inspect", argument);
    assertOneError(2, sentence, result);
    assertEquals("", result.out());
  }

  @Test
  void withoutDataItNamesTheCommandThatMakesThem() {
    Command.Result result = lab("inspect");
    assertOneError(1, "No data in " + folder.resolve("data/raw") + " yet. Run: ", result);
    assertTrue(result.err().strip().endsWith(" generate_data"), result.err());
    assertEquals("", result.out());
  }

  @Test
  void resultsGoToStandardOutputAndFilesToOps() throws IOException {
    Command.Result made =
        lab("generate_data", "--rows=20k", "--customers=100", "--days=2", "--files-per-day=2");
    assertEquals(0, made.exitCode(), made.err());

    Path ops = Files.writeString(folder.resolve("ops"), "a file where a folder belongs");
    Command.Result blocked = lab("inspect", "--top", "3");
    assertOneError(1, "Cannot write to ops/diagnostics (", blocked);
    assertTrue(blocked.out().contains("Warning, hot key: customer_id 0"), blocked.out());

    Files.delete(ops);
    Command.Result result = lab("inspect", "--top", "3");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("Warning, hot key: customer_id 0"), result.out());
    assertTrue(result.out().endsWith("top_keys.csv and ops/diagnostics/top_keys.md\n"));
    assertFalse(result.out().contains("\u001b"), "no colours in a pipe");
    assertTrue(result.err().contains("Counting the keys of 20,000 transactions"), result.err());
    assertEquals(4, Files.readAllLines(ops.resolve("diagnostics/top_keys.csv")).size());
  }
}
