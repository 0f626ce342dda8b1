//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
//SOURCES ../../gate/BaselineFile.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.scripts.LabFolder.assertRefused;

import gate.Baseline;
import gate.BaselineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.Workspace;
import tests.Command;

/** The gate in a folder of its own: a baseline stored, kept, broken, damaged. */
@Tag("cli")
class GateCommandTest {
  @TempDir Path temp;

  private Path stored() {
    return temp.resolve("ops/gate/daily_sales.json");
  }

  private void change(String part, String instead) throws IOException {
    String text = Files.readString(stored());
    assertTrue(text.contains(part), text);
    Files.writeString(stored(), text.replace(part, instead));
  }

  @Test
  void whatIsStoredPassesAndWhatIsWorseDoesNot() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    Command.Result saved = lab.run("gate", "save", "--runs", "1");
    assertEquals(0, saved.exitCode(), saved.err());
    assertTrue(saved.out().startsWith("Stored ops/gate/daily_sales.json. "), saved.out());
    Baseline baseline = BaselineFile.of(new Workspace(temp, false), "daily_sales");
    assertEquals(100_000, baseline.data().rows());
    assertEquals(12, baseline.contract().size());
    assertEquals(List.of("BroadcastHashJoin LeftOuter"), baseline.evidence().joins());

    Path summary = temp.resolve("summary.md");
    Files.writeString(summary, "before\n");
    Command.Result passed = lab.run("gate", "--runs", "1", "--summary", summary.toString());
    assertEquals(0, passed.exitCode(), passed.err());
    String told =
        "\ngate passed: daily_sales, 20 of 22 checks did not get worse; p95 budget: not broken; time:"
            + " not compared.";
    assertTrue(passed.out().contains(told), passed.out());
    assertTrue(passed.out().contains("the times are not compared: 1 and 1 run, 6 each are needed"));
    String markdown = Files.readString(temp.resolve("ops/gate.md"));
    assertTrue(markdown.startsWith("## Gate of daily_sales: passed\n"), markdown);
    assertEquals("before\n" + markdown, Files.readString(summary));
    assertTrue(lab.runs().stream().allMatch(r -> r.experiment().startsWith("gate-")));
    assertFalse(Files.exists(temp.resolve("data/silver")), "readers' tables");

    change("\"files_written\" : 2", "\"files_written\" : 1");
    Command.Result failed = lab.run("gate", "--runs", "1", "--p95", "0.001");
    assertEquals(1, failed.exitCode(), failed.err());
    String last = failed.out().lines().reduce((a, b) -> b).orElseThrow();
    assertTrue(last.startsWith("gate FAILED: daily_sales, 1 of 22 checks: files written: 2 "), last);
    assertTrue(last.contains(" where the baseline has 1. If that is meant: "), last);
    assertFalse(failed.err().contains("\tat "), failed.err());
    assertEquals(1, lab.runs().stream().filter(r -> r.variant().equals("baseline")).count());
  }

  @Test
  void whatCannotBeJudgedIsRefused() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    String other = " are other data than the baseline's: rows 100000 instead of 2000000, customers";
    assertRefused(1, "error: data/raw" + other, lab.run("gate"));
    Files.createDirectories(stored().getParent());
    Files.writeString(stored(), "{\"format\" : 9}");
    assertRefused(
        1,
        "error: ops/gate/daily_sales.json has format 9, and this version of the lab reads format 1.",
        lab.run("gate"));
    Files.writeString(stored(), "{\"format\" : ");
    assertRefused(1, "error: ops/gate/daily_sales.json line 1 is damaged: ", lab.run("gate"));
    assertRefused(2, "error: --runs 0 is out of range", lab.run("gate", "--runs", "0"));
    assertRefused(2, "error: --p95 -1.0 is out of range", lab.run("gate", "--p95", "-1"));
    assertRefused(2, "error: --cores 0 is out", lab.run("gate", "save", "--cores", "0"));
    assertRefused(
        2, "error: --summary %s is a folder".formatted(temp), lab.run("gate", "--summary", "" + temp));
    assertEquals(List.of(), lab.runs());
  }
}
