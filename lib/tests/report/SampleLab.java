//SOURCES SampleExperiment.java
//SOURCES SampleRuns.java
//SOURCES ../../compare/ParityLog.java
//SOURCES ../../operate/contract/QualityLog.java
//SOURCES ../../project/Workspace.java
//SOURCES ../../report/Report.java
//SOURCES ../../runs/RunLog.java
//SOURCES ../../spark/EvidenceFiles.java
package tests.report;

import compare.Parity;
import compare.ParityCheck;
import compare.ParityLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import operate.contract.QualityLog;
import operate.contract.QualityMetric;
import project.Workspace;
import report.Report;
import runs.Run;
import runs.RunLog;
import spark.EvidenceFiles;
import spark.RunEvidence;

/** A folder with the logs that a report is written from. */
record SampleLab(Workspace workspace) {

  static SampleLab in(Path folder) {
    return new SampleLab(new Workspace(folder.toAbsolutePath().normalize(), false));
  }

  /** The newest comparison of the lab's own job, written into the ops folder. */
  Report report() {
    return report("daily_sales", Optional.empty());
  }

  /** The report of a job, or of one of its experiments. */
  Report report(String job, Optional<String> experiment) {
    return Report.write(workspace, workspace.runs(), workspace.ops(""), job, experiment);
  }

  SampleLab with(List<Run> runs) {
    RunLog log = new RunLog(workspace.runs());
    runs.forEach(log::append);
    return this;
  }

  /** An experiment as it is left on disk: its plan and its runs. */
  SampleLab with(SampleExperiment experiment) {
    experiment.plan().save(workspace);
    return with(experiment.runs());
  }

  /** What Spark said about a run. */
  SampleLab evidence(Run run, RunEvidence evidence) {
    new EvidenceFiles(workspace.ops("events")).write(run.runId(), evidence);
    return this;
  }

  /** Logs that the outputs of two runs are the same. */
  SampleLab identical(Run baseline, Run optimized) {
    return parity(
        baseline,
        optimized,
        new ParityCheck("schema", "event_date DATE", "event_date DATE", true, ""),
        new ParityCheck("rows", "224", "224", true, ""),
        new ParityCheck("rows only on this side", "0", "0", true, ""),
        new ParityCheck("sum(revenue)", "99801234.56", "99801234.56", true, ""));
  }

  /** Logs a comparison of which only the first line was written. */
  SampleLab torn(Run baseline, Run optimized) {
    return parity(
        baseline,
        optimized,
        new ParityCheck("schema", "event_date DATE", "event_date DATE", true, ""));
  }

  /** Logs that the outputs of two runs differ in one row. */
  SampleLab different(Run baseline, Run optimized) {
    return parity(
        baseline,
        optimized,
        new ParityCheck("rows", "224", "224", true, ""),
        new ParityCheck(
            "rows only on this side",
            "1",
            "1",
            false,
            "left: [2026-01-01,A,low,10,99.50]; right: [2026-01-01,A,low,80,796.00]"));
  }

  private SampleLab parity(Run left, Run right, ParityCheck... checks) {
    new ParityLog(workspace.ops("parity.csv"))
        .append(
            new Parity(
                left.jobName(),
                left.runId(),
                left.variant(),
                right.runId(),
                right.variant(),
                List.of(checks)),
            SampleRuns.START);
    return this;
  }

  SampleLab quality(Run run) {
    new QualityLog(workspace.ops("quality_snapshot.csv"))
        .append(
            SampleRuns.START,
            run.runId(),
            run.jobName(),
            run.variant(),
            "data/silver/daily_sales/" + run.variant(),
            List.of(
                new QualityMetric("rows", "", 224),
                new QualityMetric("nulls", "segment", 56),
                new QualityMetric("duplicate_keys", "event_date+segment+bucket", 0)));
    return this;
  }
}
