//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
//SOURCES ../../runs/RunLog.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.DataRef;
import runs.Environment;
import runs.OutputRef;
import runs.Run;
import runs.RunLog;
import runs.Status;
import spark.TaskTotals;
import tests.Command;

/** jbang slo, as its readers type it. */
@Tag("cli")
class SloTest {
  @TempDir Path temp;
  private LabFolder folder;

  @BeforeEach
  void folder() {
    folder = new LabFolder(temp);
  }

  /** Logs the runs of the day that notebook C10 reckons with. */
  private void dayOfC10(Path log) throws IOException {
    Path day = Command.checkout().resolve("lib/tests/operate/c10_day.csv");
    for (String line : Files.readAllLines(day).subList(1, 24)) {
      String[] values = line.split(",");
      Run run =
          new Run(
              values[0],
              "daily_sales",
              "optimized",
              "",
              OptionalInt.empty(),
              Instant.parse(values[0]),
              Instant.parse(values[1]),
              OptionalDouble.empty(),
              300,
              Status.valueOf(values[2]),
              2.5,
              0.2,
              "",
              DataRef.UNKNOWN,
              OutputRef.NONE,
              TaskTotals.NONE,
              new Environment("", 0, 0, "", "", "", "", "", "", -1),
              "");
      new RunLog(log).append(run);
    }
  }

  private static void assertSays(String part, Command.Result result) {
    assertTrue(result.out().contains(part), part + " in " + result.out());
  }

  @Test
  void withoutRunsItCannotTellWhichIsNoFailure() {
    Command.Result result = folder.run("slo");
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(List.of(), LabFolder.said(result));
    assertSays(
        "daily_sales/optimized: cannot tell yet (freshness, success rate, MTTR, p95)\n"
            + "No run of operation of daily_sales/optimized in ops/job_runs.csv.\n",
        result);
    assertSays("Objectives: the lab's own ops/slo.yaml\n", result);
  }

  @Test
  void theDayOfC10BreaksItsPromises() throws IOException {
    Path log = temp.resolve("elsewhere/job_runs.csv");
    dayOfC10(log);
    Command.Result result =
        folder.run("slo", "--runs", log.toString(), "--now", "2026-11-02T21:30:00Z");
    assertEquals(1, result.exitCode(), result.err());
    assertSays("daily_sales/optimized: BROKEN (freshness, success rate, MTTR, p95)\n", result);
    assertSays("18 of 23 runs succeeded, 78 %", result);
    assertSays("85 min, mean of 2, 1 open", result);
    assertSays("2026-11-02 09:00:00  2026-11-02 11:05:00  125 min ", result);
    Command.Result early =
        folder.run("slo", "--runs", log.toString(), "--now", "2026-11-02T02:30:00Z");
    assertSays("daily_sales/optimized: BROKEN (p95), cannot tell yet (", early);
    assertSays(": 3 runs of operation in ", early);
  }

  @Test
  void whatIsWrongIsOneSentence() throws IOException {
    LabFolder.assertRefused(
        2,
        "error: --now 'tomorrow' is no time (wanted one in UTC, as 2026-01-31T09:00:00Z). See:",
        folder.run("slo", "--now", "tomorrow"));
    LabFolder.assertRefused(
        2,
        "error: --window 0 is out of range (wanted 1 to 3660 days). See:",
        folder.run("slo", "--window", "0"));
    LabFolder.assertRefused(
        1,
        "error: No run log at nothing.csv, wanted a file",
        folder.run("slo", "--runs", "nothing.csv"));
    LabFolder.assertRefused(
        1,
        "error: No objectives for churn in the lab's own ops/slo.yaml (found: daily_sales",
        folder.run("slo", "--model", "churn"));
    Files.createDirectories(temp.resolve("ops"));
    Files.writeString(temp.resolve("ops/slo.yaml"), "models:\n  - model: churn\n    p95: 3\n");
    Command.Result typo = folder.run("slo");
    LabFolder.assertRefused(1, "error: ", typo);
    assertTrue(
        typo.err().contains("ops/slo.yaml line 3: models[0].p95 is not a known key"), typo.err());
  }
}
