//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
//SOURCES ../../operate/slo/IncidentLog.java
//SOURCES ../../operate/slo/SloFile.java
//SOURCES ../../report/Reliability.java
//SOURCES ../../runs/RunLog.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.START;
import static tests.report.SampleRuns.experiment;
import static tests.report.SampleRuns.failed;
import static tests.report.SampleRuns.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.slo.Attempt;
import operate.slo.IncidentLog;
import operate.slo.IncidentRecord;
import operate.slo.Slo;
import operate.slo.SloFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.Workspace;
import report.Reliability;
import runs.Run;
import runs.RunLog;
import runs.Status;

/** Which runs are operation, and what is said about them on the console. */
class ReliabilityTest {
  @TempDir Path folder;
  private Workspace workspace;

  @BeforeEach
  void at() {
    workspace = new Workspace(folder.toAbsolutePath().normalize(), false);
  }

  private static Slo slo(String objectives) {
    String yaml =
        "models:\n  - model: daily_sales\n    variants: [optimized]\n    command: do it\n    ";
    return SloFile.parse("s.yaml", yaml + objectives).get("daily_sales");
  }

  private Reliability reliability(List<Run> log, Instant now) {
    return reliability(log, slo("success_rate_percent: 99"), now);
  }

  private Reliability reliability(List<Run> log, Slo slo, Instant now) {
    RunLog.Content content = new RunLog.Content(log, List.of(), 0);
    return Reliability.of(workspace, workspace.runs(), content, slo, now);
  }

  private static Instant minute(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private static List<String> ids(Reliability r) {
    return r.runs().attempts().stream().map(Attempt::id).toList();
  }

  private void wroteDown(boolean rehearsal, String failed, String recovered) {
    new IncidentLog(workspace.ops("incidents.csv"))
        .append(
            new IncidentRecord(
                "i-" + failed,
                "daily_sales",
                "disk_full",
                minute(10),
                minute(11),
                Optional.of(minute(13)),
                OptionalDouble.of(180),
                "made room",
                failed,
                recovered,
                "equal",
                rehearsal));
  }

  @Test
  void experimentsWarmUpsAndOtherVariantsAreNoOperation() {
    List<Run> log = new ArrayList<>(experiment(3));
    log.add(run("baseline", 20, 12));
    log.add(run("optimized", 30, 4));
    log.add(failed("optimized", 40, Status.ABORTED, "interrupted"));
    log.add(SampleRuns.of(run("optimized", 45, 4), "other_model", 2.5));
    Reliability found = reliability(log, minute(60));
    assertEquals(List.of("optimized-030", "optimized-040"), ids(found));
    assertEquals(Map.of("of experiments", 8, "of variant baseline", 1), found.runs().leftOut());
    assertEquals(List.of(), found.warnings());
    assertTrue(
        found.text().contains("Runs that do not count: 8 of experiments, 1 of variant baseline."),
        found.text());
  }

  @Test
  void aRunThatIsNotOverAtThatMomentIsNotKnown() {
    List<Run> log = List.of(run("optimized", 10, 4), run("optimized", 20, 4));
    Reliability found = reliability(log, minute(20).plusSeconds(3));
    assertEquals(List.of("optimized-010"), ids(found));
    assertEquals(Map.of("that end later", 1), found.runs().leftOut());
    assertEquals(
        List.of("optimized-010", "optimized-020"),
        ids(reliability(log, minute(20).plusSeconds(4))));
  }

  /** The runbook's own fix for late data: what it publishes is what a run over everything would. */
  @Test
  void aRunOverSomeDaysRepairsAndIsInNoRate() {
    String day = "join=broadcast event_date=2025-10-02..2025-10-02";
    Run refused = failed("optimized", 5, Status.FAILED, "cannot be carried over");
    List<Run> log =
        List.of(
            SampleRuns.withSettings(refused, day),
            failed("optimized", 10, Status.FAILED, "disk full"),
            SampleRuns.withSettings(run("optimized", 12, 4), day),
            run("optimized", 30, 4));
    Reliability found = reliability(log, slo("mttr_below_minutes: 60"), minute(60));
    assertEquals(Map.of("over some days that failed", 1), found.runs().leftOut());
    assertEquals(2, found.check().attempts().size());
    String text = found.text();
    assertTrue(text.contains("one incident repaired, in 2 min"), text);
    assertTrue(
        text.contains(
            "1 run over some days only (--from, --to) counts as repair and renewal, in no rate and"
                + " no time."),
        text);
  }

  @Test
  void rehearsedIncidentsAreShownApart() {
    wroteDown(true, "optimized-010", "optimized-012");
    List<Run> log =
        List.of(
            failed("optimized", 10, Status.FAILED, "disk full"),
            run("optimized", 12, 4),
            failed("optimized", 20, Status.FAILED, "out of memory"),
            run("optimized", 30, 4));
    Reliability found = reliability(log, slo("mttr_below_minutes: 60"), minute(60));
    assertEquals(List.of("optimized-020", "optimized-030"), ids(found));
    assertEquals(Map.of("of rehearsals", 2), found.runs().leftOut());
    String text = found.text();
    assertTrue(text.contains("one incident repaired, in 10 min"), text);
    assertTrue(text.contains("out of memory"), text);
    String[] blocks = text.split("\n\n");
    assertEquals(
        """
Incidents that were rehearsed or written down (incidents.csv): none is in the MTTR above
began (UTC)          kind       rehearsal  repair time  fix        parity  failed run     recovered by
2026-11-20 09:10:00  disk_full  yes              180 s  made room  equal   optimized-010  optimized-012\
""",
        blocks[blocks.length - 1]);
    assertFalse(blocks[blocks.length - 2].contains("disk full"), text);
  }

  /** Somebody's note about a real failure does not make its runs vanish. */
  @Test
  void anIncidentThatWasOnlyWrittenDownStaysMeasured() {
    wroteDown(false, "optimized-010", "optimized-012");
    List<Run> log =
        List.of(failed("optimized", 10, Status.FAILED, "disk full"), run("optimized", 12, 4));
    Reliability found = reliability(log, slo("mttr_below_minutes: 60"), minute(60));
    assertEquals(List.of("optimized-010", "optimized-012"), ids(found));
    assertTrue(found.text().contains("disk_full  no "), found.text());
  }

  @Test
  void rehearsedTimesStandBesideAnMttrThatIsNone() {
    Slo slo = slo("mttr_below_minutes: 60");
    List<Run> log = List.of(run("optimized", 30, 4));
    String before = reliability(log, slo, minute(60)).text();
    assertTrue(before.contains("\n- MTTR, rehearsed: nothing; what a repair would take: "), before);
    wroteDown(true, "optimized-010", "optimized-012");
    String after = reliability(log, slo, minute(60)).text();
    assertTrue(
        after.contains(
            "\n- MTTR, rehearsed: 1 failure made on purpose and repaired, in 180 s to 180 s; in no"
                + " MTTR, and below."),
        after);
    assertFalse((before + after).contains("rehearse a failure"), before);
  }

  @Test
  void theVerdictSaysHowManyRunsItLacks() {
    RunLog.Content torn = new RunLog.Content(List.of(run("optimized", 30, 4)), List.of(), 5);
    Slo slo = slo("success_rate_percent: 99");
    Reliability found =
        Reliability.of(workspace, workspace.runs(), torn, slo, minute(60));
    assertTrue(
        found
            .text()
            .startsWith(
                "daily_sales/optimized: cannot tell yet (success rate), WITHOUT up to 5 runs: 5"
                    + " lines of ops/job_runs.csv cannot be read\n"),
        found.text());
  }

  @Test
  void linesOfTheIncidentLogThatAreNoneAreWarnings() throws IOException {
    wroteDown(true, "a", "b");
    Path file = workspace.ops("incidents.csv");
    Files.writeString(file, Files.readString(file) + "torn,daily_sa\n");
    Reliability found = reliability(List.of(), minute(60));
    assertEquals(
        List.of(file + " line 3 left out: 2 values where the header has 12 (torn or edited)"),
        found.warnings());
  }

  @Test
  void aClockThatWasSetBackIsAWarning() {
    Run ran = run("optimized", 30, 60);
    Run backwards = SampleRuns.timed(ran, ran.startTime(), ran.startTime().minusSeconds(120));
    Reliability inside = reliability(List.of(backwards), minute(60));
    assertEquals(
        List.of(
            "Run optimized-030 ends before it starts: the clock was set back while it ran. Its"
                + " start is taken as its end less its duration."),
        inside.warnings());
    assertEquals(minute(27), inside.runs().attempts().get(0).start());
    assertEquals(minute(28), inside.runs().attempts().get(0).end());

    List<Run> log = List.of(failed("optimized", 30, Status.FAILED, "x"), run("optimized", 10, 4));
    assertEquals(
        List.of(
            "Run optimized-010 ended, by its time stamps, before a run started that stands above it"
                + " in the log: the clock was set back. Runs are taken in the order of their time"
                + " stamps."),
        reliability(log, minute(60)).warnings());
    // A killed run is logged when it is found.
    List<Run> found =
        List.of(run("optimized", 30, 4), failed("optimized", 10, Status.ABORTED, "killed"));
    assertEquals(List.of(), reliability(found, minute(60)).warnings());
  }

  @Test
  void allOfItForAConsole() {
    List<Run> log =
        List.of(
            run("optimized", 0, 4),
            failed("optimized", 60, Status.FAILED, "Job aborted: disk full"),
            run("optimized", 90, 4.5));
    Slo slo =
        slo(
            """
            freshness: {max_age_minutes: 60, time_percent: 99}
                success_rate_percent: 99
                mttr_below_minutes: 60
            """);
    Reliability found = reliability(log, slo.over(1), minute(120));
    assertTrue(found.broken());
    String start = found.text().replaceAll("(?s)\n\n- freshness, BROKEN.*", "");
    assertEquals(
        """
daily_sales/optimized: BROKEN (freshness, success rate), met (MTTR)
1 day to 2026-11-20 11:00:00 UTC: 3 runs of operation in ops/job_runs.csv, 1 of them\
 without success; the data are 30 min old.

objective goal measured at least verdict budget left next
freshness 60 min, 99 % of the time 75 % of 120 min 6 % BROKEN none, 29 min over see why it was late
success rate 99 % of the runs 67 %, 2 of 3 runs 14 % BROKEN none, 0.8 over repair what failed: run\
 optimized-060
MTTR below 60 min 30 min, mean of 1 - met - -\
""",
        start.replaceAll(" {2,}", " "));
    assertTrue(
        found
            .text()
            .endsWith(
                """
Incidents of the last 1 day
began (UTC)          repaired (UTC)       repair time  failed runs  first of them  its error
2026-11-20 10:00:00  2026-11-20 10:30:04  30 min                 1  optimized-060\
  Job aborted: disk full\
"""),
        found.text());
  }

  @Test
  void theRunLogIsReadAsItIs() {
    SampleLab.in(folder).with(List.of(failed("optimized", 5, Status.ABORTED, "killed")));
    List<Run> log = new RunLog(workspace.runs()).read().runs();
    Attempt attempt = reliability(log, minute(9)).runs().attempts().get(0);
    assertEquals(Attempt.Outcome.ABORTED, attempt.outcome());
    assertEquals("killed", attempt.reason());
    assertEquals(1.5, attempt.durationSec());
  }
}
