//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES EventLog.java
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import runs.Run;
import runs.Status;
import spark.PlanFacts;
import spark.RunEvidence;
import spark.TaskTotals;
import tests.Command;

/** Baseline, optimized, report: what each leaves behind, seen from outside. */
@Tag("cli")
class JobsTest {
  @TempDir static Path temp;
  static LabFolder lab;
  static Command.Result baseline;
  static Command.Result optimized;
  static Command.Result salted;
  static Command.Result report;

  @BeforeAll
  static void runEverythingOnce() throws IOException {
    lab = LabFolder.withData(Files.createDirectory(temp.resolve("lab")));
    baseline = job("baseline", "--rate", "3.60", "--cores", "2", "--memory", "1500m");
    optimized = job("optimized", "--rate", "3.60", "--cores", "2", "--memory", "1500m");
    report = lab.run("report");
    salted =
        lab.run(
            "optimized",
            "--join",
            "salted",
            "--master",
            "local[1]",
            "--conf",
            "spark.sql.shuffle.partitions=20");
  }

  static Path events(String alias) {
    return temp.resolve("events-" + alias);
  }

  static Command.Result job(String alias, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(alias));
    words.addAll(List.of(options));
    words.addAll(EventLog.options(Files.createDirectory(events(alias))));
    return lab.run(words.toArray(String[]::new));
  }

  static Run run(int number) {
    return lab.runs().get(number);
  }

  @Test
  void everyCommandSucceedsAndSaysNothingOnStderr() {
    for (Command.Result result : List.of(baseline, optimized, salted)) {
      assertEquals(0, result.exitCode(), result.err());
      assertEquals(List.of(), LabFolder.said(result));
    }
    assertEquals(0, report.exitCode(), report.err());
    assertTrue(optimized.out().contains("identical to baseline: yes"), optimized.out());
    assertTrue(salted.out().contains("identical to baseline: yes"), salted.out());
    assertTrue(report.out().contains("outputs identical: yes"), report.out());
  }

  @Test
  void everyRunIsALineOfTheLog() {
    List<Run> runs = lab.runs();
    assertEquals(
        List.of("baseline", "optimized", "optimized"), runs.stream().map(Run::variant).toList());
    assertEquals(
        List.of("join=shuffled", "join=broadcast", "join=salted"),
        runs.stream().map(Run::settings).toList());
    for (Run run : runs) {
      assertEquals(Status.SUCCESS, run.status());
      assertEquals("", run.error());
      assertEquals(100_000, run.data().rows());
      assertEquals(10, run.data().files());
      assertEquals(runs.get(0).data(), run.data());
      assertEquals(runs.get(0).output().fingerprint(), run.output().fingerprint());
      assertEquals(runs.get(0).output().rows(), run.output().rows());
      assertTrue(run.durationSec() > 0 && run.startupSec().getAsDouble() > 0);
      // The log rounds seconds to three and money to eight decimals.
      assertEquals(run.durationSec() * run.rateEurPerHour() / 3600, run.costEur(), 1e-6);
      assertEquals("3.5.9", run.environment().sparkVersion());
      assertTrue(run.environment().javaVersion().startsWith("17."));
    }
    assertEquals(List.of(3.6, 3.6, 2.5), runs.stream().map(Run::rateEurPerHour).toList());
    assertEquals(List.of(2, 2, 1), runs.stream().map(r -> r.environment().cores()).toList());
    assertTrue(runs.get(1).environment().jvmFlags().contains("-Xmx1500m"), runs.toString());
  }

  @Test
  void onlyTheTunedOutputHasAFolderForEachDay() throws IOException {
    try (Stream<Path> naive = Files.walk(lab.output("baseline").toRealPath())) {
      assertEquals(0, naive.filter(f -> f.getFileName().toString().contains("=")).count());
    }
    assertEquals(2, run(1).output().files());
    assertTrue(run(0).output().files() > 10, "files: " + run(0).output().files());
    assertTrue(Files.isDirectory(lab.output("optimized").resolve("event_date=2025-10-02")));
  }

  @Test
  void theBaselineReallyIsNaive() throws IOException {
    String plan = EventLog.in(events("baseline")).plan();
    assertTrue(plan.contains("SortMergeJoin"), plan);
    assertTrue(plan.contains("UDF("), plan);
    assertTrue(plan.contains(", 200)"), plan);
    assertTrue(readSchema(plan).contains("event_ts"), plan);
    assertFalse(plan.contains("AdaptiveSparkPlan"), plan);
    assertFalse(plan.contains("BroadcastHashJoin"), plan);
  }

  @Test
  void theTunedJobReallyIsTuned() throws IOException {
    String plan = EventLog.in(events("optimized")).plan();
    assertTrue(plan.contains("BroadcastHashJoin"), plan);
    assertTrue(plan.contains("AdaptiveSparkPlan"), plan);
    assertTrue(plan.contains("CASE WHEN"), plan);
    assertTrue(readSchema(plan).contains("customer_id"), plan);
    assertFalse(plan.contains("event_ts"), plan);
    assertFalse(plan.contains("UDF("), plan);
    assertFalse(plan.contains("SortMergeJoin"), plan);
  }

  /** The columns that the scan of the transactions takes from the files. */
  private static String readSchema(String plan) {
    return plan.lines()
        .filter(line -> line.startsWith("ReadSchema: ") && line.contains("amount"))
        .findFirst()
        .orElse("");
  }

  @Test
  void theTotalsInTheLogAreThoseOfSparksEventLog() throws IOException {
    List<String> jobs = List.of("baseline", "optimized");
    for (int i = 0; i < jobs.size(); i++) {
      EventLog events = EventLog.in(events(jobs.get(i)));
      TaskTotals totals = run(i).totals();
      assertEquals(events.tasks().size(), totals.tasks());
      assertEquals(
          events.sum(t -> t.get("Executor Run Time").asLong()) / 1e3,
          totals.executorRunTimeSec(),
          0.001);
      assertEquals(
          events.sum(t -> t.at("/Shuffle Write Metrics/Shuffle Bytes Written").asLong()),
          totals.shuffleBytesWritten());
      assertEquals(
          events.sum(
              t ->
                  t.at("/Shuffle Read Metrics/Local Bytes Read").asLong()
                      + t.at("/Shuffle Read Metrics/Remote Bytes Read").asLong()),
          totals.shuffleBytesRead());
      assertEquals(events.sum(t -> t.at("/Input Metrics/Bytes Read").asLong()), totals.bytesRead());
      assertEquals(0, totals.failedTasks());
    }
  }

  @Test
  void theEvidenceOfEveryRunIsKept() {
    for (Run run : lab.runs()) {
      RunEvidence evidence = lab.evidence(run);
      TaskTotals totals = evidence.totals();
      assertEquals(run.totals().tasks(), totals.tasks());
      assertEquals(run.totals().stages(), totals.stages());
      assertEquals(run.totals().shuffleBytesWritten(), totals.shuffleBytesWritten());
      assertEquals(run.totals().executorRunTimeSec(), totals.executorRunTimeSec(), 0.001);
      assertEquals(run.durationSec() * 1e3, evidence.elapsedMs(), 100);
      // One query writes the output; what proves it afterwards is not heard.
      assertEquals(1, evidence.plans().size());
      PlanFacts.WriteFact write = evidence.all(PlanFacts::writes).get(0);
      assertEquals(run.output().files(), write.files());
      assertEquals(run.output().bytes(), write.bytes());
      assertEquals(run.output().rows(), write.rows());
      assertEquals(100_000, evidence.all(PlanFacts::joins).get(0).rows());
      assertEquals(10, scan(evidence).filesRead());
      assertEquals(run.data().rows(), scan(evidence).rows());
    }
  }

  @Test
  void theEvidenceShowsWhatMakesTheDifference() {
    PlanFacts naive = lab.evidence(run(0)).plans().get(0);
    assertEquals(List.of("SortMergeJoin"), naive.joinOperators());
    assertEquals(List.of("UDF(amount)"), naive.opaque());
    assertFalse(naive.adaptive());
    PlanFacts tuned = lab.evidence(run(1)).plans().get(0);
    assertEquals(List.of("BroadcastHashJoin"), tuned.joinOperators());
    assertEquals(List.of(), tuned.opaque());
    assertTrue(tuned.adaptive());
    assertEquals(List.of("event_date"), tuned.writes().get(0).partitionColumns());
    assertEquals(2, tuned.writes().get(0).partitions());
    PlanFacts salted = lab.evidence(run(2)).plans().get(0);
    assertEquals(List.of("SortMergeJoin"), salted.joinOperators());
    assertEquals(
        2,
        salted.exchanges().stream()
            .filter(e -> e.partitioning().equals("hashpartitioning(customer_id, salt)"))
            .count());
  }

  private static PlanFacts.ScanFact scan(RunEvidence evidence) {
    return evidence.all(PlanFacts::scans).stream()
        .filter(scan -> scan.table().equals("transactions"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void lineageNamesWhatWasReadAndWritten() throws IOException {
    List<String> lines = Files.readAllLines(lab.path().resolve("ops/model_lineage.csv"));
    String runId = run(0).runId();
    List<String> ofRun = lines.stream().filter(l -> l.contains(runId)).toList();
    assertEquals(3, ofRun.size(), ofRun.toString());
    String data = run(0).data().fingerprint();
    assertTrue(ofRun.get(0).contains(",read,daily_sales,data/raw/transactions," + data + ","));
    assertTrue(ofRun.get(1).contains(",read,daily_sales,data/raw/customers," + data + ","));
    assertTrue(
        ofRun
            .get(2)
            .contains(
                ",write,daily_sales,data/silver/daily_sales/baseline,"
                    + run(0).output().fingerprint()));
  }

  @Test
  void theQualityOfEveryOutputIsRecorded() throws IOException {
    String snapshot = Files.readString(lab.path().resolve("ops/quality_snapshot.csv"));
    for (Run run : lab.runs()) {
      String rows = "%s,daily_sales,%s,".formatted(run.runId(), run.variant());
      assertTrue(snapshot.contains(rows), snapshot);
      String metric = "%sdata/silver/daily_sales/%s,".formatted(rows, run.variant());
      assertTrue(snapshot.contains(metric + "rows,," + run.output().rows() + "\n"), snapshot);
      assertTrue(
          snapshot.contains(metric + "duplicate_keys,event_date+segment+bucket,0\n"), snapshot);
      assertTrue(snapshot.contains(metric + "nulls,event_date,0\n"), snapshot);
    }
  }

  @Test
  void theReportIsWritten() {
    for (String file :
        List.of("report.html", "report.md", "p95_summary.md", "cost_summary.md", "p95_chart.png")) {
      assertTrue(Files.exists(lab.path().resolve("ops").resolve(file)), file);
    }
    assertFalse(Files.exists(lab.path().resolve("conf")));
  }
}
