//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleEvidence.java
//SOURCES SampleLab.java
//SOURCES SampleRuns.java
//SOURCES ../../operate/lineage/LineageLog.java
//SOURCES ../../report/LineageEvents.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import operate.lineage.LineageLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.LabException;
import report.LineageEvents;
import report.LineageReader;
import report.Report;
import runs.Run;
import runs.RunLog;

/** The lineage in the report. */
class LineageReportTest {
  private static final Run BASELINE = run("baseline", 1, 12);
  private static final Run OPTIMIZED = run("optimized", 2, 4);

  @TempDir Path folder;
  private SampleLab lab;

  @BeforeEach
  void twoRuns() {
    lab = SampleLab.in(folder).with(List.of(BASELINE, OPTIMIZED)).identical(BASELINE, OPTIMIZED);
  }

  private void logged(Run run) {
    LineageLog log = new LineageLog(folder.resolve("ops/model_lineage.csv"));
    String output = "data/silver/daily_sales/" + run.variant();
    for (String table : List.of("transactions", "customers", "blocked")) {
      log.append(run.startTime(), "read", run.jobName(), "data/raw/" + table, "v", run.runId());
    }
    log.append(run.endTime(), "write", run.jobName(), output, "w", run.runId());
    lab.evidence(run, SampleEvidence.broadcast());
  }

  private static String text(Report report, String name) throws IOException {
    Path file = report.files().stream().filter(f -> f.endsWith(name)).findFirst().orElseThrow();
    return Files.readString(file);
  }

  @Test
  void theGraphIsAPictureATableAndASentence() throws IOException {
    logged(BASELINE);
    logged(OPTIMIZED);
    Report report = lab.report();
    String page = text(report, "report.html");
    assertTrue(page.contains("Lineage: from sources to targets</h2>"));
    assertTrue(
        page.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"lineage\" role=\"img\""));
    String markdown = text(report, "report.md");
    String section = markdown.substring(markdown.indexOf("## Lineage"));
    assertTrue(
        section.contains(
            "- Registry and log differ: daily_sales reads raw.blocked (2 runs, last"
                + " optimized-002), which is not among its registered inputs.\n"),
        section);
    assertTrue(
        section.contains(
            "| daily_sales | reads | raw.transactions | 2,000,000 | 2 | 2026-11-20 09:02 | yes |"),
        section);
    assertTrue(
        section.contains(
            "| daily_sales | writes | silver.daily_sales | 224 | 2 | 2026-11-20 09:02 | yes |"),
        section);
    assertEquals(List.of(), report.warnings());
  }

  @Test
  void withoutALineageLogThereIsNoSuchSection() throws IOException {
    Report report = lab.report();
    assertFalse(text(report, "report.html").contains("class=\"lineage\""));
    assertFalse(text(report, "report.md").contains("## Lineage"));
  }

  @Test
  void aRegistryThatCannotBeReadCostsTheSectionAndNotTheReport() throws IOException {
    logged(OPTIMIZED);
    Files.writeString(folder.resolve("ops/models_registry.csv"), "model_name,owner\nx,y\n");
    Report report = lab.report();
    assertFalse(text(report, "report.html").contains("class=\"lineage\""));
    assertTrue(
        report.warnings().stream()
            .anyMatch(w -> w.startsWith("The lineage is left out: ") && w.contains("no column")),
        report.warnings().toString());
  }

  @Test
  void aTornLineIsAWarning() throws IOException {
    logged(OPTIMIZED);
    Path log = folder.resolve("ops/model_lineage.csv");
    Files.writeString(log, Files.readString(log) + "2026-11-20T09:0");
    Report report = lab.report();
    assertTrue(text(report, "report.html").contains("class=\"lineage\""));
    assertTrue(
        report.warnings().stream().anyMatch(w -> w.contains("model_lineage.csv line 6 left out")),
        report.warnings().toString());
  }

  private LineageEvents events(Path file) {
    LineageReader reader = LineageReader.of(lab.workspace(), lab.workspace().runs());
    List<Run> runs = new RunLog(lab.workspace().runs()).read().runs();
    return LineageEvents.write(lab.workspace(), reader, runs, file);
  }

  @Test
  void eventsAreWrittenOfTheRunsOfTheRunLog() throws IOException {
    logged(BASELINE);
    logged(SampleRuns.run("gone", 7, 1));
    Path file = folder.resolve("new/events.jsonl");
    LineageEvents events = events(file);
    assertEquals(file + ": 4 events of 2 runs", events.said());
    assertTrue(
        events.warning().orElseThrow().startsWith("4 lines of the lineage log left out: "),
        events.toString());
    assertEquals(4, Files.readAllLines(file).size());
  }

  @Test
  void withoutRunsThereAreNoEvents() {
    lab = SampleLab.in(folder.resolve("empty"));
    String said =
        assertThrows(LabException.class, () -> events(folder.resolve("events.jsonl"))).getMessage();
    assertTrue(said.endsWith("job_runs.csv, so there are no events to write"), said);
    assertFalse(Files.exists(folder.resolve("events.jsonl")));
  }

  @Test
  void aQualitySnapshotThatIsNoneIsASentence() throws IOException {
    lab.quality(BASELINE);
    Path snapshot = folder.resolve("ops/quality_snapshot.csv");
    Files.writeString(snapshot, Files.readString(snapshot).replace(",224", ",many"));
    String said =
        assertThrows(LabException.class, () -> events(folder.resolve("events.jsonl"))).getMessage();
    assertTrue(said.contains("quality_snapshot.csv has a value that is none: "), said);
  }
}
