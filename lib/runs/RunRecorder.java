//SOURCES JobProcess.java
//SOURCES RunLog.java
//SOURCES RunStart.java
//SOURCES RunningMarker.java
//SOURCES ../project/Interruption.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../spark/EvidenceFiles.java
package runs;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import project.Interruption;
import project.LabException;
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

  /**
   * A moment by two clocks.
   *
   * @param time of day, for people; it jumps when the machine's clock is corrected
   * @param nanos of {@link System#nanoTime()}, for durations
   */
  private record Moment(Instant time, long nanos) {
    static Moment now() {
      return new Moment(Instant.now(), System.nanoTime());
    }
  }

  private final Workspace workspace;
  private final RunStart start;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Thread atEnd = new Thread(this::interrupted);
  private volatile RunningMarker marker;
  private Environment environment = Environment.UNKNOWN;
  private DataRef data = DataRef.UNKNOWN;
  private OutputRef output = OutputRef.NONE;
  private TaskTotals totals = TaskTotals.NONE;
  private OptionalDouble startupSec = OptionalDouble.empty();
  private volatile Moment clockStart = Moment.now();
  private Moment clockEnd;
  private volatile boolean published;

  private RunRecorder(Workspace workspace, RunStart start, Optional<Path> output) {
    this.workspace = workspace;
    this.start = start;
    this.marker = RunningMarker.of(workspace.ops("running"), output, known());
  }

  /**
   * Starts recording a run.
   *
   * @param output that it will publish; empty for a command, which writes by itself
   */
  static RunRecorder start(Workspace workspace, RunStart start, Optional<Path> output) {
    RunRecorder recorder = new RunRecorder(workspace, start, output);
    // The marker comes second: one without the other is a run that seems to have been killed.
    try {
      Runtime.getRuntime().addShutdownHook(recorder.atEnd);
    } catch (IllegalStateException ending) {
      throw LabException.failed("interrupted", ending);
    }
    try {
      recorder.marker.save();
    } catch (UncheckedIOException e) {
      recorder.ended.set(true);
      recorder.forget();
      throw e;
    }
    recorder.keepAlive();
    return recorder;
  }

  private void keepAlive() {
    Thread heart =
        new Thread(
            () -> {
              try {
                while (!ended.get()) {
                  marker.touch();
                  Thread.sleep(HEARTBEAT.toMillis());
                }
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            },
            "run-heartbeat");
    heart.setDaemon(true);
    heart.start();
  }

  String runId() {
    return start.runId();
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

  /** The session is ready: what is known goes into the marker, and from here on the clock runs. */
  void bodyStarts(OptionalDouble startupSec) {
    this.startupSec = startupSec;
    clockStart = Moment.now();
    marker = marker.with(known(), false);
    marker.save();
    clockStart = Moment.now();
  }

  /** The run's work is done by a process of its own. */
  void runs(ProcessHandle command) {
    marker = marker.runs(RunProcess.of(command));
    try {
      marker.save();
    } catch (UncheckedIOException full) {
      // The old marker stays: the variable in the command's environment still finds it.
    }
  }

  /** The output is written: the clock stops. */
  void bodyEnded() {
    clockEnd = Moment.now();
  }

  /** From here on a failure no longer means that the previous output is in place. */
  void published() {
    published = true;
  }

  /** Logs the run as SUCCESS. */
  Run succeeded() {
    return log(clockEnd, Status.SUCCESS, "");
  }

  /**
   * Logs the run as FAILED, with one sentence. In a JVM that is ending this does not return: what
   * fails then was interrupted, and is logged so.
   */
  void failed(String error) {
    if (Interruption.isUnderWay()) {
      JobProcess.leaveToInterruption();
    }
    log(clockEnd == null ? Moment.now() : clockEnd, Status.FAILED, error + whichOutput());
  }

  private void interrupted() {
    log(Moment.now(), Status.ABORTED, Run.INTERRUPTED + whichOutput());
  }

  private String whichOutput() {
    return published ? "; the new output was published before" : "";
  }

  /** The marker goes only when the line is in the log; the next command tries again. */
  private Run log(Moment end, Status status, String error) {
    double seconds = (end.nanos() - clockStart.nanos()) / 1e9;
    Run run = known().ended(end.time(), seconds, status, error);
    if (ended.compareAndSet(false, true)) {
      try {
        marker.with(run, true).save();
      } catch (UncheckedIOException full) {
        // The old marker stays, which counts the run as aborted if the log cannot be written
        // either.
      }
      append(run);
      marker.remove();
      forget();
    }
    return run;
  }

  /** One JVM may make many runs. */
  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException ending) {
      // It is this hook that is at work.
    }
  }

  private void append(Run run) {
    try {
      new RunLog(workspace.runs()).append(run);
    } catch (LabException e) {
      throw LabException.failed(
          "%s. Run %s ended as %s%s; the next command will log it"
              .formatted(
                  e.getMessage(),
                  run.runId(),
                  run.status(),
                  run.error().isEmpty() ? "" : " (%s)".formatted(run.error())),
          e);
    }
  }

  private Run known() {
    return new Run(
        start.runId(),
        start.jobName(),
        start.variant(),
        start.experiment(),
        start.pair(),
        clockStart.time(),
        clockStart.time(),
        startupSec,
        0,
        Status.ABORTED,
        start.rateEurPerHour(),
        0,
        start.settings(),
        data,
        output,
        totals,
        environment,
        "");
  }
}
