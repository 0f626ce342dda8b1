//SOURCES RunLog.java
//SOURCES RunningMarker.java
//SOURCES ../project/Workspace.java
//SOURCES ../spark/EvidenceFiles.java
package runs;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import project.Workspace;
import spark.EvidenceFiles;
import spark.RunEvidence;
import spark.TaskTotals;

/**
 * Collects what is learned about a run while it goes on, and logs it exactly once: as SUCCESS,
 * FAILED, or, when the process is interrupted, ABORTED. A marker file that is touched every second
 * stands for the run until then.
 */
final class RunRecorder {
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);

  private final Workspace workspace;
  private final AtomicBoolean logged = new AtomicBoolean();
  private RunStart start;
  private RunningMarker marker;
  private Environment environment = Environment.UNKNOWN;
  private DataRef data = DataRef.UNKNOWN;
  private OutputRef output = OutputRef.NONE;
  private TaskTotals totals = TaskTotals.NONE;
  private OptionalDouble startupSec = OptionalDouble.empty();
  private Instant clockStart;
  private Instant clockEnd;
  private volatile boolean published;

  private RunRecorder(Workspace workspace, RunStart start) {
    this.workspace = workspace;
    this.start = start;
    this.marker = RunningMarker.create(workspace.ops("running"), start);
  }

  static RunRecorder start(Workspace workspace, RunStart start) {
    RunRecorder recorder = new RunRecorder(workspace, start);
    recorder.keepAlive();
    Runtime.getRuntime().addShutdownHook(new Thread(recorder::interrupted));
    return recorder;
  }

  private void keepAlive() {
    Thread heart =
        new Thread(
            () -> {
              try {
                while (!logged.get()) {
                  marker.touch();
                  Thread.sleep(HEARTBEAT.toMillis());
                }
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            },
            "run-heartbeat");
    heart.setDaemon(true);
    heart.start();
  }

  RunStart start() {
    return start;
  }

  void environment(Environment environment) {
    this.environment = environment;
  }

  void data(DataRef data) {
    this.data = data;
  }

  void output(OutputRef output) {
    this.output = output;
  }

  /** Keeps what Spark said of the body, also of one that failed. */
  void evidence(RunEvidence evidence) {
    totals = evidence.totals();
    new EvidenceFiles(workspace.ops("events")).write(start.runId(), evidence);
  }

  /** The session is ready: from here on the clock runs. */
  void bodyStarts(OptionalDouble startupSec) {
    this.startupSec = startupSec;
    clockStart = Instant.now();
    start = start.at(clockStart);
    marker = RunningMarker.create(workspace.ops("running"), start);
  }

  /** The output is written: the clock stops. */
  void bodyEnded() {
    clockEnd = Instant.now();
  }

  /** From here on a failure no longer means that the previous output is in place. */
  void published() {
    published = true;
  }

  /** Logs the run as SUCCESS. */
  Run succeeded() {
    return log(clockEnd, Status.SUCCESS, "");
  }

  /** Logs the run as FAILED, with one sentence. */
  void failed(String error) {
    log(Instant.now(), Status.FAILED, error + whichOutput());
  }

  private void interrupted() {
    log(Instant.now(), Status.ABORTED, "interrupted" + whichOutput());
  }

  private String whichOutput() {
    return published ? "; the new output was published before" : "";
  }

  private Run log(Instant end, Status status, String error) {
    Run run =
        start.run(
            end,
            startupSec,
            RunStart.seconds(start.startTime(), end),
            status,
            data,
            output,
            totals,
            environment,
            error);
    if (logged.compareAndSet(false, true)) {
      new RunLog(workspace.runs()).append(run);
      marker.remove();
    }
    return run;
  }
}
