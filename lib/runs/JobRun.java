//SOURCES JobOptions.java
//SOURCES Job.java
//SOURCES JobBody.java
//SOURCES JobProcess.java
//SOURCES JobSpec.java
//SOURCES OutputContract.java
//SOURCES Reprocessing.java
//SOURCES RunIds.java
//SOURCES RunRecorder.java
//SOURCES RunStart.java
//SOURCES AfterRun.java
//SOURCES AbortedRuns.java
//SOURCES EnvironmentProbe.java
//SOURCES SettingsFiles.java
//SOURCES ../sales/RawData.java
//SOURCES RunLog.java
//SOURCES ../spark/EvidenceListener.java
//SOURCES ../spark/Failures.java
//SOURCES ../spark/OutputCoverage.java
//SOURCES ../spark/Sessions.java
//SOURCES ../spark/SettingNames.java
//SOURCES ../spark/TableSpec.java
//SOURCES ../project/Publication.java
//SOURCES ../project/Workspace.java
package runs;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import operate.contract.QualityMetric;
import operate.lineage.LineageLog;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Publication;
import project.Workspace;
import sales.RawData;
import spark.EvidenceListener;
import spark.Failures;
import spark.OutputCoverage;
import spark.SessionSpec;
import spark.Sessions;
import spark.SettingNames;
import spark.TableSpec;

/**
 * Measures one run of a job in a fresh JVM and logs it, however it ends.
 *
 * <p>The command that the reader types starts a second JVM with the heap asked for and a class-data
 * archive; the job runs there. The clock covers the body, up to the completely written output; the
 * start of the JVM and of the session are recorded beside it, and everything that only proves the
 * run (coverage, contract, fingerprint, parity) comes after it, as does the renaming that
 * publishes.
 */
public final class JobRun {
  private final JobSpec job;
  private final JobOptions options;
  private final Workspace workspace = Workspace.here();

  /** A run of {@code job} with the options of its command line. */
  public JobRun(JobSpec job, JobOptions options) {
    this.job = job;
    this.options = options;
  }

  /**
   * Runs {@code body} in a JVM of its own.
   *
   * @return the exit code of that JVM
   */
  public int run(JobBody body) {
    options.check();
    if (!JobProcess.isInside()) {
      AbortedRuns.log(workspace).forEach(System.err::println);
      new RunLog(workspace.runs()).read();
      reprocessing(RawData.open(workspace.raw()));
      return JobProcess.again(options, workspace);
    }
    JobProcess.endWithParent();
    SessionSpec spec = options.session(job);
    measure(
        JobProcess.runId(),
        (publication, recorder, load) -> {
          // Stopped before what was written is cleaned up: its tasks may be writing still.
          try (SparkSession spark = Sessions.open(spec)) {
            double startup = sinceJvmStart();
            if (options.experiment().isEmpty()) {
              SettingNames.warnings(spec.conf().keySet()).forEach(JobRun::warn);
            }
            recorder.environment(environment(spark, spec, load));
            measure(body, spark, publication, recorder, OptionalDouble.of(startup));
          }
        });
    return 0;
  }

  /**
   * Runs {@code body} in a session of its own on a context that is open already and stays so.
   *
   * @throws LabException when the run failed; it is logged then, too
   */
  public void runWarm(JobBody body, SparkSession context) {
    options.check();
    SessionSpec spec = options.session(job);
    measure(
        RunIds.next(),
        (publication, recorder, load) -> {
          SparkSession spark = context.newSession();
          // All sessions of the context share one cache: the next run must not find this one's.
          try (AutoCloseable emptied = () -> spark.catalog().clearCache()) {
            options.settings(job).forEach((key, value) -> set(spark, key, value));
            recorder.environment(environment(spark, spec, load));
            measure(body, spark, publication, recorder, OptionalDouble.empty());
          }
        });
  }

  private static void set(SparkSession spark, String key, String value) {
    if (!spark.conf().isModifiable(key) && !SettingNames.mayBeAnExtensions(key)) {
      throw LabException.failed(
          "%s is set when Spark starts: in one warm JVM it cannot change from run to run. Leave --warm out"
              .formatted(key));
    }
    spark.conf().set(key, value);
  }

  /** A run inside its session. */
  @FunctionalInterface
  private interface InSession {
    void run(Publication publication, RunRecorder recorder, double load) throws Exception;
  }

  private static void warn(String sentence) {
    System.err.println("warning: " + sentence);
  }

  private Environment environment(SparkSession spark, SessionSpec spec, double load) {
    Environment found =
        EnvironmentProbe.of(spark, spec, options.memory.mebibytes(), workspace, load);
    new SettingsFiles(workspace.ops("settings")).keep(found.confHash(), spec.conf());
    return found;
  }

  private void measure(String runId, InSession inSession) {
    double load = EnvironmentProbe.loadAverage();
    Path target = target();
    RunRecorder recorder = RunRecorder.start(workspace, begin(runId), Optional.of(target));
    try (Publication publication = Publication.of(target)) {
      inSession.run(publication, recorder, load);
    } catch (Exception | Error e) {
      LabException explained = Failures.explain(e, RawData.remakeIn(workspace.raw()));
      recorder.failed(explained.getMessage());
      throw explained;
    }
  }

  private void measure(
      JobBody body,
      SparkSession spark,
      Publication publication,
      RunRecorder recorder,
      OptionalDouble startupSec)
      throws Exception {
    // Before the work is done: a contract that cannot be read would forbid to publish it.
    OutputContract contract = OutputContract.of(job, workspace);
    // Both stay the same when another process replaces the data while this job reads them.
    Path rawFolder = workspace.raw().toRealPath();
    RawData raw = RawData.open(rawFolder);
    Optional<Reprocessing> some = reprocessing(raw);
    DataRef all = new DataRef(raw.fingerprint(), raw.rows(), raw.files(), raw.bytes());
    recorder.data(some.map(Reprocessing::data).orElse(all));
    some.ifPresent(days -> days.checkColumns(job.table()));
    LineageLog lineage = new LineageLog(workspace.ops("model_lineage.csv"));
    EvidenceListener listener = EvidenceListener.listenTo(spark);
    Job inputs = new Job(spark, workspace, raw, publication.staging(), some);
    // As resources, so that a failure of theirs never hides the body's.
    try (AutoCloseable reads = () -> log(lineage, inputs.reads(), recorder.runId());
        AutoCloseable evidence = () -> recorder.evidence(listener.end())) {
      recorder.bodyStarts(startupSec);
      body.run(inputs);
      if (some.isPresent()) {
        some.get().carryInto(publication.staging());
      }
      recorder.bodyEnded();
      inputs.readPrevious(target());
      inputs.publishedData(all).ifPresent(recorder::data);
    }
    checkCoverage(spark, publication.staging(), raw, some);
    Optional<List<QualityMetric>> metrics =
        contract.check(spark, publication.staging(), recorder.runId());
    new RunFolder(publication.staging(), recorder.runId(), job.variant(), raw.version()).save();
    Path published = publication.publish();
    recorder.published();
    new AfterRun(
            published, target(), options.reference(), workspace, job, recorder, lineage, metrics)
        .prove(spark, some.map(Reprocessing::summary));
  }

  private Optional<Reprocessing> reprocessing(RawData raw) {
    return job.dates().isAll()
        ? Optional.empty()
        : Optional.of(Reprocessing.of(job.dates(), raw, target(), workspace, options.alias()));
  }

  private void checkCoverage(
      SparkSession spark, Path written, RawData raw, Optional<Reprocessing> some) {
    if (!job.table().coversInput()) {
      return;
    }
    if (some.isPresent()) {
      some.get().checkCoverage(spark, job.table(), written);
    } else {
      OutputCoverage.check(spark, job.table(), written, raw.totals());
    }
  }

  private void log(LineageLog lineage, List<Job.Read> reads, String runId) {
    for (Job.Read read : reads) {
      lineage.append(read.at(), "read", job.jobName(), read.path(), read.version(), runId);
    }
  }

  /** Where the output is published: an experiment's in a folder of its own. */
  private Path target() {
    TableSpec table = job.table();
    return options
        .into()
        .map(folder -> folder.resolve(table.name()).resolve(job.variant()))
        .orElseGet(() -> workspace.table(table.layer(), table.name(), job.variant()));
  }

  private RunStart begin(String runId) {
    return new RunStart(
        runId,
        job.jobName(),
        job.variant(),
        options.experiment(),
        options.pair(),
        job.settings(),
        options.rate.eurPerHour());
  }

  private static double sinceJvmStart() {
    return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
  }
}
