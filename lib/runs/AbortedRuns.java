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
        .map(marker -> log(log, marker))
        .toList();
  }

  private static String log(RunLog log, RunningMarker marker) {
    RunStart start = marker.start();
    log.append(
        start.ended(
            marker.lastSeen(),
            Status.ABORTED,
            "process %d was killed; its previous output is unchanged".formatted(start.pid())));
    marker.remove();
    return "Run %s (%s/%s) was killed before it ended: counted as ABORTED."
        .formatted(start.runId(), start.jobName(), start.variant());
  }
}
