//SOURCES Experiment.java
//SOURCES ExperimentPlan.java
//SOURCES JobOptions.java
//SOURCES JobProcess.java
//SOURCES JobSpec.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../spark/Sessions.java
package runs;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Workspace;
import spark.SessionSpec;
import spark.Sessions;

/** All runs of an experiment in this JVM, on one Spark context, each in a session of its own. */
public final class WarmRuns {
  /** Runs a job with the arguments of its command line on an open context. */
  @FunctionalInterface
  public interface WarmJob {
    /** Throws a {@link LabException} when the run failed; it is logged then, too. */
    void run(List<String> arguments, SparkSession context);
  }

  private WarmRuns() {}

  /**
   * Runs what is left of a plan.
   *
   * @param id of the plan
   * @throws LabException when there is no such plan, or its runs fail
   */
  public static void run(Workspace workspace, String id, String master, WarmJob job) {
    ExperimentPlan plan =
        ExperimentPlan.all(ExperimentPlan.folder(workspace)).stream()
            .filter(p -> p.id().equals(id))
            .findFirst()
            .orElseThrow(() -> LabException.failed("There is no experiment " + id));
    JobProcess.endWithParent();
    try (SparkSession context = Sessions.open(SessionSpec.local(id, master))) {
      ArmRunner runner = (round, arm) -> succeeds(plan, round, arm, job, context);
      new Experiment(workspace, plan, runner, Optional.empty()).run();
    }
  }

  private static boolean succeeds(
      ExperimentPlan plan, int round, Arm arm, WarmJob job, SparkSession context) {
    try {
      job.run(Experiment.arguments(plan, round, arm), context);
      return true;
    } catch (LabException failed) {
      JobProcess.leaveToInterruption();
      return false;
    }
  }
}
