//SOURCES AbortedRuns.java
//SOURCES CompactedInput.java
//SOURCES EditedSettings.java
//SOURCES EnvironmentProbe.java
//SOURCES Experiment.java
//SOURCES ExperimentOptions.java
//SOURCES InputData.java
//SOURCES JobOptions.java
//SOURCES JobProcess.java
//SOURCES MemoryOption.java
//SOURCES OutputCheck.java
//SOURCES ResumeCheck.java
//SOURCES RunLog.java
//SOURCES SettingsFiles.java
//SOURCES StepPlans.java
//SOURCES ../compare/Parity.java
//SOURCES ../project/Interruption.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/RawData.java
//SOURCES ../sales/Steps.java
//SOURCES ../spark/SessionSpec.java
//SOURCES ../spark/SettingNames.java
//SOURCES ../spark/SparkConfFile.java
package runs;

import compare.Parity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.Interruption;
import project.LabException;
import project.Launcher;
import project.Quantity;
import project.Workspace;
import sales.RawData;
import sales.Steps;
import spark.SessionSpec;
import spark.SettingNames;
import spark.SparkConfFile;

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
  private static final Collector<CharSequence, ?, String> LIST = Collectors.joining(", ");

  /**
   * Generates the data when there are none.
   *
   * @param command line that needs them, as it was typed
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
    Stream.concat(EditedSettings.notRead().stream(), unknownSettings(plan).stream())
        .forEach(sentence -> System.err.println("warning: " + sentence));
    plan.save(workspace);
    return plan;
  }

  /** Spark's registry takes a moment to load: nobody waits for it who typed no setting. */
  private static List<String> unknownSettings(ExperimentPlan plan) {
    List<String> typed =
        plan.arms().stream().flatMap(arm -> arm.conf().keySet().stream()).distinct().toList();
    return typed.isEmpty() ? List.of() : SettingNames.warnings(typed);
  }

  /**
   * An experiment that is not finished, or that is and lost rounds; says on stderr which one that
   * is, and which others there are.
   *
   * @param id of the one that is meant; empty for the newest that was stopped and whose warm-up did
   *     not fail
   * @throws LabException when there is none, or it would go on over other data or under other
   *     conditions
   */
  public ExperimentPlan stopped(String id) {
    AbortedRuns.log(workspace).forEach(System.err::println);
    List<Run> log = new RunLog(workspace.runs()).read().runs();
    List<Parity> parities = ExperimentRuns.parities(workspace);
    List<ExperimentRuns> all =
        ExperimentPlan.all(ExperimentPlan.folder(workspace)).stream()
            .map(p -> ExperimentRuns.soFar(p, log, parities))
            .toList();
    List<ExperimentPlan> open =
        all.stream().filter(r -> !r.finished()).map(ExperimentRuns::plan).toList();
    ExperimentRuns chosen =
        all.stream()
            .filter(r -> !r.finished() || r.lost() > 0 && !id.isEmpty())
            .filter(r -> id.isEmpty() ? !neverStarted(r.plan(), log) : r.plan().id().equals(id))
            .reduce((older, newer) -> newer)
            .orElseThrow(() -> noneStopped(id, open));
    ExperimentPlan plan = chosen.plan();
    String others =
        open.stream()
            .filter(p -> !p.id().equals(plan.id()) && !neverStarted(p, log))
            .map(ExperimentPlan::id)
            .collect(LIST);
    if (!others.isEmpty()) {
      System.err.printf(
          "     Also stopped before their end: %s. To go on with one: %s%n",
          others, Launcher.command("experiment --resume ID"));
    }
    refuseOtherData(plan);
    refuseOtherConditions(plan, log);
    System.err.printf(
        "     Going on with %s: %s, %s; %d of %s over%s.%n",
        plan.id(),
        plan.jobName(),
        plan.arms().stream().map(StepExperiments::named).collect(Collectors.joining(", ")),
        chosen.over(),
        Quantity.count(plan.rounds(), "round"),
        chosen.lost() == 0
            ? ""
            : ", %d of them lost: so many more are run to make up for it".formatted(chosen.lost()));
    return plan;
  }

  /** Whether an experiment has not even a warm-up that ran, or that could: nothing was measured. */
  private static boolean neverStarted(ExperimentPlan plan, List<Run> log) {
    List<Run> runs = log.stream().filter(r -> r.experiment().equals(plan.id())).toList();
    return runs.stream().allMatch(Run::warmUp)
        && (runs.isEmpty() || runs.stream().anyMatch(r -> r.status() == Status.FAILED));
  }

  private static LabException noneStopped(String id, List<ExperimentPlan> open) {
    String start = " Start one: " + Launcher.command("experiment");
    if (id.isEmpty()) {
      return LabException.failed("No experiment was stopped before its end." + start);
    }
    String known = open.stream().map(ExperimentPlan::id).collect(LIST);
    return LabException.failed(
        "Experiment %s is not one that was stopped before its end or lost a round (%s).%s"
            .formatted(id, known.isEmpty() ? "none was stopped" : "stopped were: " + known, start));
  }

  private static String named(Arm arm) {
    return arm.runsCommand() ? "%s (%s)".formatted(arm.label(), arm.what()) : arm.label();
  }

  private void refuseOtherData(ExperimentPlan plan) {
    if (plan.runsCommands()) {
      return;
    }
    String found = RawData.open(workspace.raw()).fingerprint();
    if (!plan.dataFingerprint().equals(found)) {
      throw LabException.failed(
          "Experiment %s ran over data %s, found %s: runs over different data are not compared."
                  .formatted(plan.id(), plan.dataFingerprint(), found)
              + " Start a new one: "
              + plan.typed());
    }
  }

  private void refuseOtherConditions(ExperimentPlan plan, List<Run> log) {
    List<Run> earlier = log.stream().filter(r -> r.experiment().equals(plan.id())).toList();
    Environment now =
        plan.runsCommands()
            ? EnvironmentProbe.ofCommand(workspace, EnvironmentProbe.loadAverage())
            : EnvironmentProbe.expected(
                JobOptions.master(plan.arms().get(0).cores()),
                MemoryOption.mebibytes(plan.memory()));
    String difference =
        Stream.concat(
                Stream.of(ResumeCheck.difference(earlier, now)),
                plan.arms().stream().flatMap(arm -> settingsDifferences(arm, earlier).stream()))
            .filter(Predicate.not(String::isEmpty))
            .distinct()
            .collect(LIST);
    if (!difference.isEmpty()) {
      throw LabException.failed(
          "Experiment %s would go on with %s: runs under different conditions are not compared."
                  .formatted(plan.id(), difference)
              + " Make that as it was, or start a new one: "
              + plan.typed());
    }
  }

  /** Somebody may have edited {@code conf/} since. */
  private List<String> settingsDifferences(Arm arm, List<Run> earlier) {
    if (arm.runsCommand()) {
      return List.of();
    }
    // A job that is not made of steps has a file in conf/ that is named like its variant.
    Map<String, String> settings =
        new LinkedHashMap<>(
            arm.job().get(0).equals(steps.getName())
                ? Steps.parse(arm.job().get(1)).settings()
                : SparkConfFile.read(arm.label()));
    settings.putAll(arm.conf());
    List<Run> ofArm = earlier.stream().filter(r -> r.variant().equals(arm.label())).toList();
    return ResumeCheck.settingsDifferences(
        ofArm,
        SessionSpec.local("", "").with(settings),
        new SettingsFiles(workspace.ops("settings")));
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
      String cores = "" + plan.arms().get(0).cores();
      List<String> job = List.of("--cores", cores, "--memory", plan.memory());
      if (JobProcess.run(compact.getName(), job, plan.memory(), workspace, false) != 0) {
        throw LabException.failed("The input could not be compacted (see above)");
      }
    }
    return plan.warm() ? inOneJvm(plan) : Experiment.inFreshJvms(workspace, plan).run();
  }

  /**
   * The rounds run in a JVM of their own, too: its heap and flags are the experiment's. It starts
   * like a run of the first arm, so that its context has the cores that every arm is planned with.
   */
  private ExperimentRuns inOneJvm(ExperimentPlan plan) {
    List<String> job = new ArrayList<>(plan.arms().get(0).arguments());
    job.addAll(List.of("--plan", plan.id()));
    try (Interruption handled =
        Interruption.handledBy(() -> Experiment.whatIsKept(workspace, plan))) {
      int exit = JobProcess.runWarm(steps.getName(), job, plan.memory(), workspace);
      if (exit == LabException.FAILED) {
        throw LabException.failed("The experiment stopped (see above)");
      }
      if (exit != 0) {
        throw LabException.failed(
            "The JVM of the runs ended with exit code %d: the experiment stopped. %s"
                .formatted(exit, Experiment.whatIsKept(workspace, plan)));
      }
    }
    return ExperimentRuns.soFar(workspace, plan);
  }
}
