//SOURCES Arm.java
//SOURCES ExperimentOptions.java
//SOURCES ExperimentPlan.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/DailySales.java
//SOURCES ../sales/RawData.java
//SOURCES ../sales/Steps.java
package runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import project.Workspace;
import runs.ExperimentPlan.Kind;
import sales.DailySales;
import sales.RawData;
import sales.Step;
import sales.Steps;

/**
 * Plans experiments with sets of steps of {@code daily_sales}.
 *
 * @param script class of the script that runs it with any steps
 * @param arguments the command line that asked for the experiment
 */
public record StepPlans(
    Workspace workspace, ExperimentOptions options, String script, List<String> arguments) {

  /**
   * One variant of a couple.
   *
   * @param conf Spark settings of this variant alone
   */
  public record Variant(Steps steps, Map<String, String> conf) {}

  /** Two variants; the same twice shows how noisy the machine is. */
  public ExperimentPlan pair(Variant a, Variant b, int pairs) {
    String id = ExperimentPlan.newId();
    String first = a.steps().label();
    String second = b.steps().label();
    if (first.equals(second)) {
      second += a.equals(b) ? "-again" : "-b";
    }
    List<Arm> arms = List.of(arm(id, first, first, a), arm(id, second, first, b));
    return plan(id, a.equals(b) ? Kind.AA : Kind.PAIR, arms, List.of(), pairs);
  }

  /**
   * Adds one step after the other, leaves each out of the full set, and tries others on top of it.
   *
   * @param order the steps in the order they are added, at least one
   * @param onTop steps tried one by one on top of all of {@code order}
   */
  public ExperimentPlan ladder(List<Step> order, List<Step> onTop, int rounds) {
    Map<String, Steps> sets = new LinkedHashMap<>();
    Steps full = Steps.NONE;
    sets.put(full.label(), full);
    for (Step step : order) {
      full = full.with(step);
      sets.put(full.label(), full);
    }
    for (Step step : order) {
      Steps without = full.without(step);
      sets.putIfAbsent(without.label(), without);
    }
    for (Step step : onTop) {
      Steps more = full.with(step);
      sets.putIfAbsent(more.label(), more);
    }
    String id = ExperimentPlan.newId();
    List<Arm> arms = new ArrayList<>();
    sets.forEach(
        (label, steps) ->
            arms.add(arm(id, label, Steps.NONE.label(), new Variant(steps, Map.of()))));
    return plan(id, Kind.LADDER, arms, order.stream().map(Step::id).toList(), rounds);
  }

  /**
   * Whether an arm of the plan reads the compacted input.
   *
   * @param script class of the script that runs steps; other jobs do not read it
   */
  static boolean readsCompacted(ExperimentPlan plan, String script) {
    return plan.arms().stream()
        .filter(arm -> !arm.runsCommand() && arm.job().get(0).equals(script))
        .anyMatch(arm -> Steps.parse(arm.job().get(1)).has(Step.COMPACTED));
  }

  private ExperimentPlan plan(
      String id, Kind kind, List<Arm> arms, List<String> steps, int rounds) {
    return new ExperimentPlan(
        id,
        kind,
        DailySales.TABLE.name(),
        arms,
        steps,
        List.of(),
        options.warm(),
        rounds,
        options.memory(),
        options.rateEurPerHour(),
        RawData.open(workspace.raw()).fingerprint(),
        arguments);
  }

  private Arm arm(String experiment, String label, String reference, Variant variant) {
    Path outputs = workspace.root().resolve("data/experiments").resolve(experiment);
    List<String> job = new ArrayList<>(List.of(script, variant.steps().toString()));
    job.addAll(List.of("--label", label, "--reference", reference, "--into", outputs.toString()));
    job.addAll(options.jobArguments());
    StringBuilder what = new StringBuilder(variant.steps().toString());
    variant
        .conf()
        .forEach(
            (key, value) -> {
              job.addAll(List.of("--conf", key + "=" + value));
              what.append(" --conf ").append(key).append('=').append(value);
            });
    return new Arm(label, what.toString(), List.copyOf(job), "");
  }
}
