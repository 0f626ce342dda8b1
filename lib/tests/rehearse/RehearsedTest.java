//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../operate/runbook/Runbook.java
//SOURCES ../../rehearse/Faults.java
//SOURCES ../../rehearse/RehearsalText.java
//SOURCES ../Command.java
//SOURCES ../runs/Samples.java
package tests.rehearse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.runbook.KnownFailure;
import operate.runbook.Runbook;
import operate.slo.IncidentRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import project.Workspace;
import rehearse.Faults;
import rehearse.RehearsalText;
import rehearse.Rehearsed;
import rehearse.Said;
import runs.Run;
import tests.Command;
import tests.runs.Samples;

/** When a rehearsal is a success, and what is said of one that is not. */
@Tag("spark")
class RehearsedTest {
  private static final Runbook RUNBOOK =
      Runbook.of("daily_sales", new Workspace(Command.checkout(), true));
  private static final Said FAILED = said(1, "error: The disk is full. Free some space", "optimized");
  private static final Said PARITY = said(0, "", "parity", "healthy", "there");

  private static Said said(int exit, String err, String... words) {
    return new Said(List.of(words), true, exit, "", err);
  }

  private static Rehearsed rehearsed(
      Said shown, String explained, boolean repaired, Said... verified) {
    Instant noon = Instant.parse("2026-11-27T12:00:00Z");
    Run run = Samples.full("20261127-120000-0001");
    IncidentRecord incident =
        new IncidentRecord(
            "an-id",
            "daily_sales",
            "disk_full",
            noon,
            noon,
            repaired ? Optional.of(noon) : Optional.empty(),
            repaired ? OptionalDouble.of(12.34) : OptionalDouble.empty(),
            "rm",
            run.runId(),
            "",
            "equal",
            true);
    return new Rehearsed(
        Faults.of(List.of("disk_full")).get(0),
        "the disk is full",
        run,
        shown,
        Optional.of(run),
        true,
        RUNBOOK.failure("disk_full"),
        List.of(),
        List.of(said(0, "", "optimized")),
        List.of(verified),
        repaired ? Optional.of(run) : Optional.empty(),
        "",
        Optional.of(explained).filter(e -> !e.isEmpty()).map(RUNBOOK::failure),
        incident);
  }


  @Test
  void noticedExplainedRepairedAndEqual() {
    Rehearsed good = rehearsed(FAILED, "disk_full", true, PARITY);
    assertTrue(good.succeeded(), good.problem().toString());
    String text = RehearsalText.of(good);
    assertTrue(text.startsWith("disk_full  repaired in 12.3 s, output afterwards equal"), text);
    assertTrue(text.contains("  runbook    disk_full: Disk full\n"), text);
    assertTrue(RehearsalText.summary(List.of(good)).contains("1 of 1 rehearsal as it should be."));
  }

  @Test
  void aFaultThatNobodyNotices() {
    Rehearsed bad = rehearsed(said(0, "", "optimized"), "disk_full", true, PARITY);
    assertProblem("The fault was not noticed: ", " optimized succeeded", bad);
  }

  @Test
  void aSentenceThatLeadsToAnotherEntryOrToNone() {
    assertProblem(
        "What was said leads to late_data of the runbook, wanted disk_full: The disk is full.",
        "",
        rehearsed(FAILED, "late_data", true, PARITY));
    assertProblem(
        "What was said leads to no entry of the runbook, wanted disk_full: ",
        "",
        rehearsed(FAILED, "", true, PARITY));
  }

  @Test
  void aFixThatDoesNotHelp() {
    Rehearsed bad = rehearsed(FAILED, "disk_full", false, PARITY);
    assertProblem("No command of the fix made the job succeed", "", bad);
    String summary = RehearsalText.summary(List.of(bad, rehearsed(FAILED, "disk_full", true)));
    assertTrue(summary.contains("1 of 2 rehearsals as it should be."), summary);
    assertTrue(summary.contains("not repaired"), summary);
    assertTrue(summary.contains("The longest repair took 12.3 s (disk_full)."), summary);
  }

  @Test
  void anOutputThatIsAnotherOneAfterwards() {
    Said different = said(1, "note\nerror: 3 rows differ\n", "parity", "healthy", "there");
    assertProblem(
        "After the fix ", "failed: 3 rows differ", rehearsed(FAILED, "disk_full", true, different));
  }

  private static void assertProblem(String start, String end, Rehearsed bad) {
    String problem = bad.problem().orElseThrow();
    assertFalse(bad.succeeded());
    assertEquals(start, problem.substring(0, Math.min(start.length(), problem.length())));
    assertTrue(problem.endsWith(end), problem);
    String text = RehearsalText.of(bad);
    assertTrue(text.startsWith("disk_full  NOT AS IT SHOULD BE\n"), text);
    assertTrue(text.endsWith("  PROBLEM    " + problem), text);
  }
}
