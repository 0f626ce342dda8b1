package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import project.CsvLog;
import tests.Command;

/** The log shared by real processes, some of which die. */
@Timeout(60)
class CsvLogProcessesTest {
  private static final int WRITERS = 10;
  private static final int LINES = 30;

  @TempDir Path temp;

  @Test
  void tenProcessesAtOnceLoseNothing() throws InterruptedException {
    Path file = temp.resolve("log.csv");
    List<Process> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      writers.add(loop(file, w, LINES).start());
    }
    for (Process writer : writers) {
      assertTrue(writer.waitFor(50, TimeUnit.SECONDS));
      assertEquals(0, writer.exitValue());
    }
    CsvLog.Content content = new CsvLog(file, AppendLoop.COLUMNS).read();
    assertEquals(List.of(), content.warnings());
    assertEquals(WRITERS * LINES, content.lines().size());
    Set<String> seen = new HashSet<>();
    for (CsvLog.Line line : content.lines()) {
      seen.add(line.get("writer") + " " + line.get("number"));
      assertEquals(AppendLoop.text(Integer.parseInt(line.get("number"))), line.get("text"));
    }
    assertEquals(WRITERS * LINES, seen.size());
  }

  @Test
  void aWriterKilledInTheMiddleLeavesEveryFinishedLineReadable()
      throws IOException, InterruptedException {
    Path file = temp.resolve("log.csv");
    Process writer = loop(file, 1, Integer.MAX_VALUE).start();
    while (!Files.exists(file) || Files.size(file) < 20_000) {
      assertTrue(writer.isAlive());
      Thread.sleep(5);
    }
    writer.destroyForcibly().waitFor();
    assertEquals(0, loop(file, 2, 1).run().exitCode());

    CsvLog.Content content = new CsvLog(file, AppendLoop.COLUMNS).read();
    List<CsvLog.Line> first = content.lines().subList(0, content.lines().size() - 1);
    for (int i = 0; i < first.size(); i++) {
      assertEquals(Integer.toString(i), first.get(i).get("number"));
      assertEquals(AppendLoop.text(i), first.get(i).get("text"));
    }
    assertEquals("2", content.lines().get(first.size()).get("writer"));
    assertTrue(content.warnings().size() <= 1, content.warnings().toString());
  }

  /** A limit on the size of files stands in for a full disk. */
  @Test
  void aFullDiskIsOneSentenceAndLeavesNoHalfLine() throws IOException {
    Path file = temp.resolve("log.csv");
    List<String> words = new ArrayList<>(List.of("bash", "-c", "ulimit -f 4; exec \"$@\"", "bash"));
    words.addAll(loop(file, 1, 1000).words());
    Command.Result result = Command.of(words.toArray(String[]::new)).run();
    assertNotEquals(0, result.exitCode());
    assertTrue(result.err().contains("Cannot write " + file), result.err());

    CsvLog log = new CsvLog(file, AppendLoop.COLUMNS);
    assertTrue(log.read().lines().size() > 5);
    assertEquals(List.of(), log.read().warnings());
    assertTrue(Files.readString(file).endsWith("\n"));
  }

  private static Command loop(Path file, int writer, int count) {
    return Command.java(
        AppendLoop.class, file.toString(), Integer.toString(writer), Integer.toString(count));
  }
}
