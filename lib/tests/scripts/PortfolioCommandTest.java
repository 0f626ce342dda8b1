//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

/** jbang portfolio and jbang registry, as their readers type them, in a folder of their own. */
@Tag("cli")
class PortfolioCommandTest {
  @TempDir Path folder;

  /** So that no later command has a build to talk about. */
  @BeforeAll
  static void build() {
    Command.lab("portfolio", "--version").run();
    Command.lab("registry", "--version").run();
  }

  @Test
  void aSimulatedPlatformIsReadAndItsOffendersAreNamed() throws IOException {
    LabFolder lab = new LabFolder(folder);
    Command.Result simulated = lab.run("portfolio", "simulate", "--seed", "7");
    assertEquals(0, simulated.exitCode(), simulated.err());
    assertTrue(simulated.out().contains(" of 65 models in 90 days, seed 7"), simulated.out());
    Command.Result result =
        lab.run(
            "portfolio",
            "--runs",
            "ops/portfolio/simulated.csv",
            "--truth",
            "ops/portfolio/simulated_truth.csv");
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().startsWith("Simulated: 65 of these 65 models"), result.out());
    assertTrue(result.out().contains("12 of 12 planted offenders found, "), result.out());
    assertTrue(Files.size(folder.resolve("ops/portfolio/portfolio.html")) < 5_000_000);
  }

  @Test
  void whatIsWrongWithTheCommandLineOrTheLogIsOneSentence() throws IOException {
    LabFolder lab = new LabFolder(folder);
    LabFolder.assertRefused(1, "error: No runs yet in ", lab.run("portfolio"));
    LabFolder.assertRefused(2, "error: --zone 'Mars' is no zone", withRuns("--zone", "Mars"));
    LabFolder.assertRefused(2, "error: --as-of 'soon' is no time", withRuns("--as-of", "soon"));
    LabFolder.assertRefused(2, "error: --hog-times 0.5 is out", withRuns("--hog-times", "0.5"));
    LabFolder.assertRefused(
        2, "error: --days 5 is out of range", lab.run("portfolio", "simulate", "--days", "5"));
    LabFolder.assertRefused(1, "error: No truth file ", withRuns("--truth", "none.csv"));
  }

  private Command.Result withRuns(String... options) throws IOException {
    Path log = folder.resolve("runs.csv");
    Files.writeString(
        log, "job_name,start_time,duration_sec,status,cost_eur\na,2026-01-01T00:00:00Z,60,OK,1\n");
    String[] words = new String[3 + options.length];
    words[0] = "portfolio";
    words[1] = "--runs";
    words[2] = log.toString();
    System.arraycopy(options, 0, words, 3, options.length);
    return new LabFolder(folder).run(words);
  }

  @Test
  void theRegistryIsPrintedAndCheckedAnywhere() throws IOException {
    LabFolder lab = new LabFolder(folder);
    Command.Result printed = lab.run("registry");
    assertEquals(0, printed.exitCode(), printed.err());
    assertTrue(printed.out().startsWith("model "), printed.out());
    assertTrue(printed.out().contains("\ndaily_sales "), printed.out());
    LabFolder.assertRefused(1, "error: No registry at ", lab.run("registry", "check"));
    Files.createDirectories(folder.resolve("ops"));
    Files.writeString(
        folder.resolve("ops/models_registry.csv"),
        "model_name,owner,description,inputs,outputs,schedule,tier,reviewed\n"
            + "m,team,What it does,,silver.m,daily,T3,2020-01-01\n");
    Command.Result checked = lab.run("registry", "check");
    assertEquals(1, checked.exitCode(), checked.err());
    assertTrue(
        checked.out().contains("ops/models_registry.csv:2: error: m writes silver.m"),
        checked.out());
    assertTrue(
        checked.out().contains("ops/models_registry.csv:2: warning: m was reviewed on 2020"),
        checked.out());
    assertTrue(checked.out().endsWith("1 model, 1 error, 2 warnings\n"), checked.out());
  }
}
