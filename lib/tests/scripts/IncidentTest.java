//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
//SOURCES ../../operate/slo/IncidentLog.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import operate.slo.IncidentLog;
import operate.slo.IncidentRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

/** Incidents are rehearsed elsewhere: what the reader has stays as it is. */
@Tag("cli")
@Timeout(400)
class IncidentTest {
  @TempDir Path temp;

  private Command incident(LabFolder lab, String... kinds) {
    String[] words =
        Stream.of(Stream.of("incident"), Stream.of(kinds), Stream.of("--rows", "20k"))
            .flatMap(w -> w)
            .toArray(String[]::new);
    return lab.command(words);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> folder.relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aDriftIsNoticedExplainedAndRepaired() throws IOException {
    LabFolder lab = new LabFolder(Files.createDirectory(temp.resolve("lab")));
    Command.Result result = incident(lab, "column_renamed").run();
    assertEquals(0, result.exitCode(), result.out() + result.err());
    assertTrue(result.out().contains("1 of 1 rehearsal as it should be."), result.out());

    IncidentLog.Content log = new IncidentLog(lab.path().resolve("ops/incidents.csv")).read();
    assertEquals(List.of(), log.warnings());
    assertEquals(
        List.of("column_renamed"),
        log.incidents().stream().map(IncidentRecord::kind).toList());
    for (IncidentRecord incident : log.incidents()) {
      assertTrue(incident.rehearsal() && !incident.isOpen(), incident.toString());
      assertEquals("equal", incident.parity());
      Path kept = lab.path().resolve("ops/incidents").resolve(incident.incidentId());
      String runs = Files.readString(kept.resolve("job_runs.csv"));
      assertTrue(runs.contains(incident.runFailed()), incident.toString());
      assertTrue(runs.contains(incident.runRecovered()), incident.toString());
      String said = Files.readString(kept.resolve("transcript.txt"));
      assertTrue(said.contains("parity healthy data/silver/daily_sales/optimized"), said);
    }
    List<String> written = files(lab.path());
    assertTrue(
        written.stream()
            .allMatch(f -> f.matches("ops/(incidents[./].*|experiments/running\\.lock|\\..*)")),
        written.toString());
  }

  /** Where a command rehearses. */
  private static List<Path> places(Process command) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return folders
          .filter(f -> f.getFileName().toString().startsWith("spark-lab-%d-".formatted(command.pid())))
          .toList();
    }
  }

  @Test
  void anotherOneIsRefusedMeanwhileAndCtrlCLeavesNothing() throws Exception {
    LabFolder lab = new LabFolder(Files.createDirectory(temp.resolve("lab")));
    Path err = temp.resolve("err");
    Process first = incident(lab, "disk_full").heedingCtrlC().start(err);
    Path lock = lab.path().resolve("ops/experiments/running.lock");
    while (!Files.exists(lock) || !Files.readString(err).contains("[1/1]")) {
      assertTrue(first.isAlive(), Files.readString(err));
      Thread.sleep(50);
    }
    assertEquals(1, places(first).size());
    LabFolder.assertRefused(
        1,
        "error: A rehearsal is running already, and two at once would measure each other.",
        incident(lab, "late_data").run());

    assertEquals(0, Command.of("kill", "-INT", "" + first.pid()).run().exitCode());
    assertTrue(first.waitFor(60, TimeUnit.SECONDS), "the command still runs");
    assertEquals(130, first.exitValue(), Files.readString(err));
    String said = Files.readString(err);
    assertTrue(said.contains("Interrupted. "), said);
    assertTrue(said.contains("incident disk_full --rows 20k"), said);
    assertFalse(Files.exists(lab.path().resolve("ops/incidents.csv")));
    assertEquals(List.of(), places(first));
  }

  @Test
  void whatCannotBeRehearsedIsOneSentence() throws IOException {
    LabFolder lab = new LabFolder(temp);
    LabFolder.assertRefused(
        2,
        "error: flood is nothing that can be rehearsed (wanted all, or some of ",
        lab.run("incident", "flood"));
    LabFolder.assertRefused(
        2,
        "error: --rows 9,999 is out of range (wanted at least 10,000). ",
        lab.run("incident", "all", "--rows", "9999"));
    LabFolder.assertRefused(
        1,
        "error: No ops/runbooks/daily_sales.md to note the rehearsal in: ",
        lab.run("incident", "disk_full", "--note"));
  }
}
