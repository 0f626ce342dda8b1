//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Samples.java
//SOURCES ../../runs/AbortedRuns.java
//SOURCES ../../runs/RunCsv.java
//SOURCES ../../runs/RunLog.java
//SOURCES ../../project/Workspace.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.Workspace;
import runs.AbortedRuns;
import runs.Run;
import runs.RunCsv;
import runs.RunLog;
import runs.Status;

/** Markers that runs left behind, as files. */
class AbortedRunsTest {
  @TempDir Path temp;

  private Path marker(Run run, long pid, boolean ended) throws IOException {
    String output = temp.resolve("data/silver/daily_sales/optimized").toString();
    return marker(run, pid, ended, output);
  }

  private Path marker(Run run, long pid, boolean ended, String output) throws IOException {
    Map<String, String> p = new LinkedHashMap<>(RunCsv.toValues(run));
    p.put("output", output);
    p.put("pid", Long.toString(pid));
    p.put("process_start", ProcessHandle.current().info().startInstant().orElseThrow().toString());
    p.put("ended", Boolean.toString(ended));
    Path file = temp.resolve("ops/running").resolve(run.runId() + ".properties");
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file,
        p.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue().replace("\\", "\\\\") + "\n")
            .collect(Collectors.joining()));
  }

  private static long deadPid() throws IOException {
    Process process = new ProcessBuilder("true").start();
    process.onExit().join();
    return process.pid();
  }

  private Workspace workspace() {
    return new Workspace(temp, false);
  }

  private List<Run> logged() {
    return new RunLog(workspace().runs()).read().runs();
  }

  @Test
  void aKilledRunKeepsWhatWasKnownOfIt() throws IOException {
    Run run = Samples.full("r1");
    Path marker = marker(run, deadPid(), false);
    Files.setLastModifiedTime(marker, FileTime.from(run.startTime().plusSeconds(36)));

    List<String> sentences = AbortedRuns.log(workspace());

    assertEquals(
        List.of("Run r1 (daily_sales/optimized) was killed before it ended: counted as ABORTED."),
        sentences);
    Run found = logged().get(0);
    assertEquals(Status.ABORTED, found.status());
    assertEquals(run.data(), found.data());
    assertEquals(run.environment(), found.environment());
    assertEquals(36, found.durationSec(), 1e-3);
    assertEquals(36 * run.rateEurPerHour() / 3600, found.costEur(), 1e-8);
    assertTrue(found.error().endsWith("was killed; the previous output is unchanged"));
    assertFalse(Files.exists(marker));
    assertEquals(List.of(), AbortedRuns.log(workspace()));
  }

  @Test
  void aKilledCommandMayHaveWrittenHalfItsOutput() throws IOException {
    marker(Samples.full("r1"), deadPid(), false, "");
    AbortedRuns.log(workspace());
    String error = logged().get(0).error();
    assertTrue(error.endsWith("was killed; what the command wrote may be incomplete"), error);
  }

  /** Its shell is gone, too: nothing but their environment tells whose they are. */
  @Test
  void whatAKilledCommandLeftBehindIsEnded() throws IOException {
    assumeTrue(Files.isReadable(Path.of("/proc/self/environ")), "environments are not shown here");
    marker(Samples.full("r1"), deadPid(), false, "");
    List<ProcessHandle> ofRun = orphans("r1");
    List<ProcessHandle> ofOther = orphans("r10");
    try {
      String sentence = AbortedRuns.log(workspace()).get(0);
      assertTrue(
          sentence.matches(".* Its command went on as process \\d+, \\d+: ended now\\."), sentence);
      for (ProcessHandle process : ofRun) {
        assertTrue(sentence.contains("" + process.pid()), sentence);
        assertFalse(runs(process), sentence);
      }
      assertTrue(ofOther.stream().allMatch(AbortedRunsTest::runs));
    } finally {
      ofOther.forEach(ProcessHandle::destroy);
    }
  }

  /** One that has ended, and that nobody has taken leave of yet, has no environment any more. */
  private static boolean runs(ProcessHandle process) {
    try {
      Path environment = Path.of("/proc", "" + process.pid(), "environ");
      return Files.readAllBytes(environment).length > 0;
    } catch (IOException gone) {
      return false;
    }
  }

  /** Two processes that a command of a run started before it ended. */
  private List<ProcessHandle> orphans(String runId) throws IOException {
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", "for i in 1 2; do sleep 60 >&- 2>&- & echo $!; done");
    shell.environment().put("LAB_RUN_ID", runId);
    return new String(shell.start().getInputStream().readAllBytes())
        .lines()
        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
        .toList();
  }

  @Test
  void aRunThatCouldNotBeLoggedIsLoggedAsItEnded() throws IOException {
    Run run = Samples.full("r1");
    marker(run, deadPid(), true);
    assertEquals(
        List.of(
            "Run r1 (daily_sales/optimized) ended as FAILED when the log could not be written:"
                + " logged now."),
        AbortedRuns.log(workspace()));
    assertEquals(List.of(run), logged());
  }

  @Test
  void aRunThatIsUnderWayAndAForeignFileAreLeftAlone() throws IOException {
    Path alive = marker(Samples.full("r1"), ProcessHandle.current().pid(), false);
    Path foreign = Files.writeString(alive.resolveSibling("notes.properties"), "what=ever");
    assertEquals(List.of(), AbortedRuns.log(workspace()));
    assertEquals(List.of(), logged());
    assertTrue(Files.exists(alive) && Files.exists(foreign));
  }

  @Test
  void aRunLoggedAlreadyIsNotLoggedAgain() throws IOException {
    new RunLog(workspace().runs()).append(Samples.empty("r1"));
    Path marker = marker(Samples.full("r1"), deadPid(), true);
    AbortedRuns.log(workspace());
    assertEquals(List.of(Samples.empty("r1")), logged());
    assertFalse(Files.exists(marker));
  }

  @Test
  void aClockThatWasSetBackGivesNoNegativeTime() throws IOException {
    Run run = Samples.full("r1");
    Path marker = marker(run, deadPid(), false);
    Files.setLastModifiedTime(marker, FileTime.from(Instant.EPOCH));
    AbortedRuns.log(workspace());
    assertEquals(0, logged().get(0).durationSec());
  }
}
