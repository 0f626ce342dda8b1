//SOURCES CommandProcesses.java
//SOURCES RunFolder.java
//SOURCES RunLog.java
//SOURCES RunningMarker.java
//SOURCES ../project/Workspace.java
package runs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import project.Workspace;

/**
 * Finds the runs whose process is gone and whose line is not in the log, and writes it: as ABORTED,
 * or as they ended when only the log could not be written.
 */
public final class AbortedRuns {
  private AbortedRuns() {}

  /**
   * Logs every run that started and can no longer end. Two processes may do this at once: a run is
   * logged once.
   *
   * @return a sentence for each run found
   */
  public static List<String> log(Workspace workspace) {
    RunLog log = new RunLog(workspace.runs());
    return RunningMarker.abandoned(workspace.ops("running")).stream()
        .map(marker -> log(log, marker))
        .toList();
  }

  private static String log(RunLog log, RunningMarker marker) {
    Run run = marker.run();
    // Nobody waits for it any more, and it would disturb the runs that follow and their outputs.
    String orphans = marker.startedBy().map(AbortedRuns::end).orElse("");
    log.append(marker.ended() ? run : killed(marker));
    marker.remove();
    return marker.ended()
        ? "Run %s (%s/%s) ended as %s when the log could not be written: logged now."
            .formatted(run.runId(), run.jobName(), run.variant(), run.status())
        : "Run %s (%s/%s) was killed before it ended: counted as ABORTED.%s"
            .formatted(
                run.runId(), run.jobName(), run.variant(), orphans);
  }

  private static String end(CommandProcesses started) {
    List<ProcessHandle> found = started.running();
    if (found.isEmpty()) {
      return "";
    }
    List<ProcessHandle> left = started.end();
    return " Its command went on as process %s: %s"
        .formatted(
            CommandProcesses.numbers(found),
            left.isEmpty()
                ? "ended now."
                : "%s cannot be ended, and disturbs what is measured. End it yourself."
                    .formatted(CommandProcesses.numbers(left)));
  }

  private static Run killed(RunningMarker marker) {
    Run run = marker.run();
    // Its own clock went with the process: only time stamps are left.
    double seconds = Duration.between(run.startTime(), marker.lastSeen()).toNanos() / 1e9;
    String output =
        marker
            .output()
            .map(folder -> ofJob(run, folder))
            .orElse("what the command wrote may be incomplete");
    return run.ended(
        marker.lastSeen(),
        seconds,
        Status.ABORTED,
        "process %d was killed; %s".formatted(marker.process().pid(), output));
  }

  private static String ofJob(Run run, Path folder) {
    return RunFolder.in(folder).filter(output -> run.runId().equals(output.runId())).isPresent()
        ? "its output is complete"
        : "the previous output is unchanged";
  }
}
