//SOURCES CompactedInput.java
//SOURCES Experiment.java
//SOURCES ExperimentOptions.java
//SOURCES InputData.java
//SOURCES JobProcess.java
//SOURCES OutputCheck.java
//SOURCES RunLog.java
//SOURCES StepPlans.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/RawData.java
package runs;

import java.util.List;
import java.util.function.Function;
import project.LabException;
import project.Launcher;
import project.Workspace;
import sales.RawData;

/**
 * What stands around an experiment: for steps of {@code daily_sales} it sees to the data and to the
 * compacted copy; it plans or goes on with what was stopped, and runs.
 *
 * @param steps script that runs the job with any steps
 * @param generate script that generates data
 * @param compact script that writes the compacted copy
 * @param parity script that compares two folders
 */
public record StepExperiments(
    Workspace workspace,
    ExperimentOptions options,
    Class<?> steps,
    Class<?> generate,
    Class<?> compact,
    Class<?> parity) {

  /**
   * Generates the data when there are none.
   *
   * @param command that needs them, as it is typed
   * @return 0, or the exit code of the generator, which has said what went wrong
   */
  public int data(String command) {
    InputData data = new InputData(workspace, options.rows(), options.overwrite(), command);
    return data.isThere() ? 0 : data.generate(generate, options.cores(), options.memory());
  }

  /**
   * Plans an experiment; nothing has run yet.
   *
   * @param arguments the command line that asks for it
   */
  public ExperimentPlan plan(List<String> arguments, Function<StepPlans, ExperimentPlan> question) {
    ExperimentPlan plan =
        question.apply(new StepPlans(workspace, options, steps.getName(), arguments));
    plan.save(workspace);
    return plan;
  }

  /**
   * The newest experiment that is not finished.
   *
   * @throws LabException when there is none, or the data are others now
   */
  public ExperimentPlan stopped() {
    List<Run> log = new RunLog(workspace.runs()).read().runs();
    ExperimentPlan plan =
        ExperimentPlan.all(ExperimentPlan.folder(workspace)).stream()
            .filter(p -> !ExperimentRuns.of(p, log).finished())
            .reduce((older, newer) -> newer)
            .orElseThrow(
                () ->
                    LabException.failed(
                        "No experiment was stopped before its end. Start one: "
                            + Launcher.command("experiment")));
    if (plan.runsCommands()) {
      return plan;
    }
    String found = RawData.open(workspace.raw()).fingerprint();
    if (!plan.dataFingerprint().equals(found)) {
      throw LabException.failed(
          "Experiment %s ran over data %s, found %s: runs over different data are not compared."
                  .formatted(plan.id(), plan.dataFingerprint(), found)
              + " Start a new one: "
              + Launcher.command("experiment"));
    }
    return plan;
  }

  /**
   * Runs what is left of a plan, after the compacted copy was made that it may need.
   *
   * @throws LabException when that copy cannot be made, or the runs fail
   */
  public ExperimentRuns run(ExperimentPlan plan) {
    if (plan.runsCommands()) {
      OutputCheck check = new OutputCheck(workspace, parity.getName());
      return Experiment.withCommands(workspace, plan, check).run();
    }
    boolean needed = StepPlans.readsCompacted(plan, steps.getName());
    if (needed && CompactedInput.of(workspace, RawData.open(workspace.raw())).isEmpty()) {
      System.err.println("     Compacting the input first: a run of its own, in the log.");
      List<String> job = List.of("--cores", "" + options.cores(), "--memory", plan.memory());
      if (JobProcess.run(compact.getName(), job, plan.memory(), workspace, false) != 0) {
        throw LabException.failed("The input could not be compacted (see above)");
      }
    }
    return plan.warm() ? inOneJvm(plan) : Experiment.inFreshJvms(workspace, plan).run();
  }

  /** The rounds run in a JVM of their own, too: its heap and flags are the experiment's. */
  private ExperimentRuns inOneJvm(ExperimentPlan plan) {
    List<String> job = List.of("--plan", plan.id());
    if (JobProcess.runWarm(steps.getName(), job, plan.memory(), workspace) != 0) {
      throw LabException.failed("The experiment stopped (see above)");
    }
    return ExperimentRuns.of(plan, new RunLog(workspace.runs()).read().runs());
  }
}
