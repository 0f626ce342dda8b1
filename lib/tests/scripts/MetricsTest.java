//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../Command.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;
import tests.QuickStart;

/** jbang report, as its readers type it. */
@Tag("cli")
class MetricsTest {
  @TempDir Path folder;

  @BeforeAll
  static void build() {
    QuickStart.build("report");
  }

  @Test
  void withoutRunsItSaysWhatToDo() {
    Path missing = folder.resolve("job_runs.csv");
    Command.Result result = Command.lab("report", "--runs", missing.toString()).run();
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(result.err().contains("error: No runs yet in " + missing), result.err());
    assertTrue(result.err().strip().endsWith(" demo"), result.err());
  }

  @Test
  void anOptionThatDoesNotExistIsWrongUsage() {
    Command.Result result = Command.lab("report", "--rnus", "x").run();
    assertEquals(2, result.exitCode(), result.err());
    assertTrue(result.err().contains("--help"), result.err());
  }

  @Test
  void helpNamesDefaultsUnitsAndExitCodes() {
    Command.Result result = Command.lab("report", "--help").run();
    assertEquals(0, result.exitCode(), result.err());
    for (String part : new String[] {"default: daily_sales", "seconds", "EUR", "Exit codes"}) {
      assertTrue(result.out().contains(part), part + " in " + result.out());
    }
  }
}
