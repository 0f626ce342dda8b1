//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/registry/Registry.java
//SOURCES SampleRunbook.java
//SOURCES ../../operate/runbook/Runbook.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import operate.registry.Model;
import operate.runbook.KnownFailure;
import operate.runbook.Runbook;
import operate.runbook.RunbookCommand;
import operate.runbook.RunbookPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import project.Workspace;

class RunbookTest {
  private static final Model REGISTERED =
      new Model(
          "churn_daily",
          "crm",
          "whatever",
          List.of("raw.customers", "silver.daily_sales"),
          List.of("gold.churn_daily"),
          "daily",
          "T2");

  @TempDir Path temp;

  private Path written(String text) throws IOException {
    return Files.writeString(temp.resolve("churn_daily.md"), text);
  }

  private Runbook runbook() throws IOException {
    return Runbook.read(written(SampleRunbook.TEXT));
  }

  @Test
  void whatItHolds() throws IOException {
    Runbook runbook = runbook();
    assertEquals("churn_daily", runbook.model());
    assertEquals("crm", runbook.fact("Owner"));
    assertEquals("T2", runbook.fact("Tier"));
    assertEquals("Customers who left, by day", runbook.fact("Purpose"));
    assertEquals("daily", runbook.fact("Schedule"));
    assertEquals(
        List.of("silver.daily_sales", "raw.customers"),
        runbook.inputs().stream().map(Runbook.Fact::value).toList());
    assertEquals(List.of("slow", "gone"), runbook.failures().stream().map(f -> f.id()).toList());
    KnownFailure slow = runbook.failure("slow");
    assertEquals("It is slow", slow.title());
    assertEquals("2026-11-01, repaired in 42 s", slow.lastRehearsed());
    assertTrue(slow.isRehearsed());
    assertFalse(runbook.failure("gone").isRehearsed());
    assertEquals(List.of("took … s instead of … s", "another sentence"), slow.symptoms());
    assertEquals(
        List.of("scripts/jbangw report"),
        slow.commands().get(RunbookPhase.CONFIRM).stream().map(RunbookCommand::text).toList());
    assertEquals(List.of(), slow.commands().get(RunbookPhase.VERIFY));
    assertEquals(5, runbook.commands().size());
  }

  @Test
  void itsSlosAreThoseOfTheFile() throws IOException {
    Runbook runbook = runbook();
    String file = temp.resolve("churn_daily.md").toString();
    assertEquals(List.of("Freshness"), runbook.slos().stream().map(Runbook.Fact::value).toList());
    assertEquals(List.of(), runbook.sloDifferences(List.of("Freshness")));
    assertEquals(
        List.of(
            file + " line 17: the SLO 'Freshness' is not in ops/slo.yaml (there: MTTR < 60 min)",
            file + " lacks the SLO 'MTTR < 60 min' of ops/slo.yaml"),
        runbook.sloDifferences(List.of("MTTR < 60 min")));
    assertEquals(
        List.of(file + " line 17: the SLO 'Freshness' is not in ops/slo.yaml (there: none)"),
        runbook.sloDifferences(List.of()));
  }

  @Test
  void aCommandIsWordsThatAProgramCanStart() throws IOException {
    List<RunbookCommand> fix = runbook().failure("slow").fix();
    assertEquals(List.of(true, false), fix.stream().map(RunbookCommand::runs).toList());
    assertEquals(
        List.of("optimized", "--from", "2025-10-02", "--to=2025-10-02"),
        fix.get(0).words(Map.of("DAY", "2025-10-02")));
    assertEquals(List.of("--from", "--to"), fix.get(0).options());
    assertEquals(
        List.of("generate_data", "--rows", "2M", "--seed", "7", "--overwrite"),
        fix.get(1).words(Map.of("DATA", "--rows 2M --seed 7 ")));
    String file = temp.resolve("churn_daily.md").toString();
    assertEquals(
        file + " line 42: $DATA has no value (known: DAY)",
        assertThrows(LabException.class, () -> fix.get(1).words(Map.of("DAY", "x"))).getMessage());
    RunbookCommand other = runbook().failure("gone").fix().get(0);
    assertFalse(other.isOfTheLab());
    assertEquals(List.of("df", "-h", "data"), other.words(Map.of()));
  }

  @Test
  void aSentenceIsExplainedHoweverItsLinesBreak() throws IOException {
    Runbook runbook = runbook();
    assertEquals(
        "slow", runbook.explaining("the run took 9.1 s\n  instead of 3 s.").orElseThrow().id());
    assertEquals("gone", runbook.explaining("error: x does not exist. Run").orElseThrow().id());
    assertTrue(runbook.explaining("took 9 minutes").isEmpty());
  }

  @Test
  void aFileThatIsMissingOrEmptyIsSaid() throws IOException {
    Path none = temp.resolve("none.md");
    assertEquals(
        "No runbook %s, wanted a Markdown file".formatted(none),
        assertThrows(LabException.class, () -> Runbook.read(none)).getMessage());
    Path empty = written("");
    assertEquals(
        empty + " line 1: it is empty, wanted # RUNBOOK - model_name",
        assertThrows(LabException.class, () -> Runbook.read(empty)).getMessage());
  }

  @Test
  void whatDiffersFromTheRegistryIsNamedByLine() throws IOException {
    assertEquals(List.of(), runbook().differences(REGISTERED));
    Model other =
        new Model(
            "churn_daily", "sales", "", List.of("raw.customers"), List.of("x.y"), "hourly", "T1");
    String file = temp.resolve("churn_daily.md").toString();
    assertEquals(
        List.of(
            file + " line 3: Owner is crm, the registry has sales",
            file + " line 3: Tier is T2, the registry has T1",
            file + " line 6: Schedule is daily, the registry has hourly",
            file
                + " line 12: Inputs are silver.daily_sales, raw.customers, the registry has"
                + " raw.customers",
            file + " line 15: Outputs are gold.churn_daily, the registry has x.y"),
        runbook().differences(other));
  }

  @Test
  void aRehearsalChangesTwoLinesAndNothingElse() throws IOException {
    Path file = written(SampleRunbook.TEXT);
    Runbook now = Runbook.rehearsed(file, "gone", LocalDate.of(2026, 11, 26), "repaired in\n7 s");
    assertEquals(now, Runbook.read(file));
    assertEquals("2026-11-26, repaired in 7 s", now.failure("gone").lastRehearsed());
    assertEquals("2026-11-26", now.fact("Last rehearsed"));
    assertEquals("2026-11-01, repaired in 42 s", now.failure("slow").lastRehearsed());
    String back =
        Files.readString(file)
            .replace("**Last rehearsed:** 2026-11-26, repaired in 7 s", "**Last rehearsed:** never")
            .replace("- Last rehearsed: 2026-11-26", "- Last rehearsed: 2026-11-01");
    assertEquals(SampleRunbook.TEXT, back);
  }

  @Test
  void linesKeepTheirEnds() throws IOException {
    String windows = SampleRunbook.TEXT.replace("\n", "\r\n");
    Path file = written(windows);
    Runbook.rehearsed(file, "slow", LocalDate.of(2026, 12, 1), "repaired in 5 s");
    String after = Files.readString(file);
    assertEquals(windows.split("\r\n", -1).length, after.split("\r\n", -1).length);
    assertFalse(after.replace("\r\n", "").contains("\n"));
  }

  @Test
  void anUnknownFailureChangesNothing() throws IOException {
    Path file = written(SampleRunbook.TEXT);
    assertEquals(
        file + " has no failure fire (found: slow, gone)",
        assertThrows(
                LabException.class,
                () -> Runbook.rehearsed(file, "fire", LocalDate.of(2026, 11, 26), "well"))
            .getMessage());
    assertEquals(SampleRunbook.TEXT, Files.readString(file));
  }

  /** A reader's own, else the one that travels with the script. */
  @Test
  void theRunbookOfAModel() throws IOException {
    Workspace workspace = new Workspace(temp, false);
    assertEquals("daily_sales", Runbook.of("daily_sales", workspace).model());
    Path own = Runbook.place("churn_daily", workspace);
    assertEquals(
        "No runbook %s, wanted one for the model churn_daily. ops/runbooks/daily_sales.md shows its form"
            .formatted(own),
        assertThrows(LabException.class, () -> Runbook.of("churn_daily", workspace)).getMessage());
    Files.createDirectories(own.getParent());
    Files.writeString(own, SampleRunbook.TEXT);
    assertEquals("churn_daily", Runbook.of("churn_daily", workspace).model());
  }
}
