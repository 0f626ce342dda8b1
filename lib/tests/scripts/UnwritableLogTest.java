//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;
import runs.Status;
import tests.Command;

/** A run that ends when the run log cannot be written. */
@Tag("cli")
@Timeout(180)
class UnwritableLogTest {
  @TempDir Path temp;

  @Test
  void theNextCommandLogsTheRunAsItEnded() throws Exception {
    LabFolder lab = LabFolder.withData(temp);
    CompletableFuture<Command.Result> job =
        CompletableFuture.supplyAsync(() -> lab.run("optimized"));
    while (!Files.isDirectory(temp.resolve("ops/running"))) {
      assertFalse(job.isDone(), "the run ended before its log was blocked");
      Thread.sleep(20);
    }
    // A folder where the log should be: in nobody's way but a writer's, superuser or not.
    Path log = Files.createDirectories(temp.resolve("ops/job_runs.csv"));
    Command.Result result = job.join();
    assertEquals(1, result.exitCode());
    String err = result.err();
    assertTrue(err.matches("(?s).*Cannot write .*job_runs.csv.*ended as SUCCESS; the next.*"), err);

    Files.delete(log);
    Command.Result next = lab.run("report");
    assertTrue(next.err().contains("ended as SUCCESS when the log could not be written"));
    List<Run> runs = lab.runs();
    assertEquals(1, runs.size());
    assertEquals(Status.SUCCESS, runs.get(0).status());
    assertEquals(100_000, runs.get(0).data().rows());
    assertTrue(Files.isRegularFile(temp.resolve("ops/report.html")));
  }
}
