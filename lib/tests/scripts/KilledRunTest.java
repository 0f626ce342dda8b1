//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;
import runs.Status;
import tests.Command;

/** A baseline that is stopped while it writes its output, after one that was not. */
@Tag("cli")
@Timeout(180)
class KilledRunTest {
  @TempDir static Path temp;
  static LabFolder lab;
  static Map<String, Long> previous;
  int logged;
  Path err;
  Process command;
  long job;

  @BeforeAll
  static void runOnceToTheEnd() throws IOException {
    lab = LabFolder.withData(temp);
    Command.Result result = lab.run("baseline", "--conf", "spark.sql.shuffle.partitions=4");
    assertEquals(0, result.exitCode(), result.err());
    previous = LabFolder.contents(lab.output("baseline"));
  }

  @BeforeEach
  void startAndWaitForTheFirstFileOfTheOutput() throws IOException, InterruptedException {
    logged = lab.runs().size();
    err = temp.resolve("err");
    command = lab.command("baseline").heedingCtrlC().start(err);
    Path markers = temp.resolve("ops/running");
    while (!someFile(temp.resolve("data/silver/daily_sales/.baseline"), "staging-.*/part-.*")) {
      assertTrue(command.isAlive(), "the run ended before it could be stopped");
      Thread.sleep(20);
    }
    try (Stream<Path> files = Files.list(markers)) {
      Properties marker = new Properties();
      marker.load(Files.newBufferedReader(files.findFirst().orElseThrow()));
      job = Long.parseLong(marker.getProperty("pid"));
    }
  }

  private static boolean someFile(Path folder, String pattern) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(f -> f.toString().matches(".*/" + pattern));
    } catch (IOException | UncheckedIOException changing) {
      return false;
    }
  }

  private static void kill(String signal, long pid) {
    assertEquals(0, Command.of("kill", signal, Long.toString(pid)).run().exitCode());
  }

  private void assertGone(long pid) throws InterruptedException {
    for (int i = 0; i < 300 && ProcessHandle.of(pid).isPresent(); i++) {
      Thread.sleep(100);
    }
    assertFalse(ProcessHandle.of(pid).isPresent(), "process " + pid + " is still there");
  }

  private int exitCode() throws InterruptedException {
    assertTrue(command.waitFor(60, TimeUnit.SECONDS), "the command still runs");
    return command.exitValue();
  }

  /** Counted once, as aborted, and the previous output is what it was. */
  private void assertAborted(String error) throws IOException {
    List<Run> runs = lab.runs();
    assertEquals(logged + 1, runs.size());
    Run run = runs.get(logged);
    assertEquals(Status.ABORTED, run.status());
    assertTrue(run.error().matches(error), run.error());
    assertTrue(run.durationSec() > 0, run.toString());
    assertEquals("", run.output().fingerprint());
    assertEquals(previous, LabFolder.contents(lab.output("baseline")));
    assertFalse(someFile(temp.resolve("ops/running"), ".*\\.properties"), "a marker is left");
  }

  @Test
  void theJobsJvmIsKilled() throws Exception {
    kill("-9", job);
    assertEquals(137, exitCode());
    assertAborted("process " + job + " was killed; the previous output is unchanged");
    assertGone(job);
    assertEquals(1, lab.versions("baseline", "staging-" + job).size());

    assertEquals(0, lab.run("baseline", "--conf", "spark.sql.shuffle.partitions=4").exitCode());
    assertEquals(List.of(), lab.versions("baseline", "staging"));
    assertEquals(logged + 2, lab.runs().size());
    assertEquals(Status.SUCCESS, lab.runs().get(logged + 1).status());
    assertEquals(
        lab.runs().get(0).output().fingerprint(),
        lab.runs().get(logged + 1).output().fingerprint());
    previous = LabFolder.contents(lab.output("baseline"));
  }

  @Test
  void theCommandsJvmIsKilled() throws Exception {
    kill("-9", ProcessHandle.of(job).flatMap(ProcessHandle::parent).orElseThrow().pid());
    exitCode();
    assertGone(job);
    assertEquals(logged, lab.runs().size(), "nobody is left to log it");

    Command.Result next = lab.run("report");
    assertTrue(next.err().contains(" was killed before it ended: counted as ABORTED."), next.err());
    assertAborted("process " + job + " was killed; the previous output is unchanged");
    assertFalse(lab.run("report").err().contains("was killed"));
    assertAborted("process " + job + " was killed; the previous output is unchanged");
  }

  @Test
  void ctrlC() throws Exception {
    kill("-INT", ProcessHandle.of(job).flatMap(ProcessHandle::parent).orElseThrow().pid());
    assertEquals(130, exitCode());
    assertAborted("interrupted");
    assertGone(job);
    assertEquals(List.of(), lab.versions("baseline", "staging"));
    String said = Files.readString(err).lines().filter(l -> !l.startsWith("Prep")).toList() + "";
    assertTrue(said.matches("\\[Interrupted\\. Run again: \\S+ baseline]"), said);
  }
}
