//SOURCES RunFolder.java
//SOURCES RunLog.java
//SOURCES RunningMarker.java
//SOURCES RunStart.java
//SOURCES ../project/Workspace.java
package runs;

import java.util.List;
import project.Workspace;

/** Finds the runs whose process was killed and writes them into the log as ABORTED. */
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
        .map(marker -> log(workspace, log, marker))
        .toList();
  }

  private static String log(Workspace workspace, RunLog log, RunningMarker marker) {
    RunStart start = marker.start();
    boolean published =
        RunFolder.in(workspace.silver(start.jobName(), start.variant()))
            .filter(output -> start.runId().equals(output.runId()))
            .isPresent();
    log.append(
        start.ended(
            marker.lastSeen(),
            Status.ABORTED,
            "process %d was killed; %s"
                .formatted(
                    start.pid(),
                    published ? "its output is complete" : "the previous output is unchanged")));
    marker.remove();
    return "Run %s (%s/%s) was killed before it ended: counted as ABORTED."
        .formatted(start.runId(), start.jobName(), start.variant());
  }
}
