///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Alternates variants of daily_sales in fresh JVMs and says what may be claimed
//JAVA 17
//SOURCES compact.java
//SOURCES generate_data.java
//SOURCES job_baseline.java
//SOURCES job_optimized.java
//SOURCES job_steps.java
//SOURCES parity.java
//SOURCES ../lib/project/Cli.java
//SOURCES ../lib/project/LabException.java
//SOURCES ../lib/project/Launcher.java
//SOURCES ../lib/project/Workspace.java
//SOURCES ../lib/report/Report.java
//SOURCES ../lib/runs/CommandOptions.java
//SOURCES ../lib/runs/ExperimentOptions.java
//SOURCES ../lib/runs/StepExperiments.java
//SOURCES ../lib/sales/Steps.java

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import project.Cli;
import project.LabException;
import project.Launcher;
import project.Workspace;
import report.Report;
import runs.CommandOptions;
import runs.ExperimentOptions;
import runs.ExperimentPlan;
import runs.ExperimentRuns;
import runs.StepExperiments;
import runs.StepPlans;
import runs.StepPlans.Variant;
import sales.Step;
import sales.Steps;

/** Is b faster than a, by how much, and how sure is that? */
@Command(
    name = "experiment",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = experiment.Ladder.class,
    description = {
      "Runs two variants of daily_sales in turn, each time in a fresh JVM, order ABBA ABBA, after a"
          + " warm-up couple that does not count; compares the outputs; says what may be claimed.",
      "",
      "A variant is a set of steps: none, all, native,broadcast, all,-aqe (jbang steps --list). Two"
          + " commands of yours and the folders they write are timed and compared the same way.",
      "",
      "Spark is set by conf/spark_local.conf, then by each step in its naive or tuned form, then by"
          + " --conf. conf/baseline.conf and conf/optimized.conf are read by the commands baseline"
          + " and optimized alone.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  jbang experiment --a none --b all",
      "  jbang experiment --a all --b all,compacted --pairs 10",
      "  jbang experiment --a all --b all      (the noise of this machine)",
      "  jbang experiment --a all --b all --b-conf spark.sql.shuffle.partitions=200",
      "  jbang experiment --a-cmd ./a.sh --b-cmd ./b.sh --output-a a/ --output-b b/",
      "  jbang experiment --resume",
      "  jbang experiment ladder",
      "",
      "Exit codes: 0 reported, 1 the outputs differ, or a run or the data stood in the way, 2"
          + " wrong usage, 130 interrupted."
    })
public class experiment implements Callable<Integer> {
  @Option(
      names = "--a",
      paramLabel = "STEPS",
      description = "The variant to compare with (default: ${DEFAULT-VALUE}).",
      defaultValue = "none")
  String a;

  @Option(
      names = "--b",
      paramLabel = "STEPS",
      description = "The variant that should be better (default: ${DEFAULT-VALUE}).",
      defaultValue = "all")
  String b;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      description = "Couples of runs; below 6 nothing is claimed (default: ${DEFAULT-VALUE}).",
      defaultValue = "6")
  int pairs;

  @Option(names = "--a-conf", paramLabel = "KEY=VALUE", description = "A Spark setting of a alone.")
  Map<String, String> confA = new LinkedHashMap<>();

  @Option(names = "--b-conf", paramLabel = "KEY=VALUE", description = "A Spark setting of b alone.")
  Map<String, String> confB = new LinkedHashMap<>();

  @Option(
      names = "--resume",
      paramLabel = "ID",
      arity = "0..1",
      fallbackValue = "",
      description =
          "Go on with an experiment that was stopped, without ID the newest, at its first round"
              + " that is not over: a round that was broken off by Ctrl-C or a kill is run again,"
              + " one in which a run failed is dropped. With the ID of one that is finished, as many"
              + " rounds more as were dropped.")
  String resume;

  @Spec CommandSpec spec;

  @Mixin CommandOptions commands;

  @Mixin ExperimentOptions options;

  public static void main(String[] args) {
    System.exit(Cli.run(new experiment(), args));
  }

  @Override
  public Integer call() {
    atLeastOne("--pairs", pairs);
    if (resume != null) {
      refuseBesides("--resume", List.of("--resume", "--stacktrace"));
      return report(experiments(options), x -> x.stopped(resume));
    }
    if (commands.given()) {
      refuseBesides(
          "--a-cmd",
          List.of(
              "--a-cmd",
              "--b-cmd",
              "--output-a",
              "--output-b",
              "--key",
              "--name",
              "--pairs",
              "--rate",
              "--memory",
              "--stacktrace"));
      ExperimentPlan plan = commands.plan(options, pairs, typed(spec));
      plan.save(Workspace.here());
      return report(experiments(options), x -> plan);
    }
    Variant first = new Variant(Steps.parse(a), confA);
    Variant second = new Variant(Steps.parse(b), confB);
    return steps(spec, options, plans -> plans.pair(first, second, pairs));
  }

  /** An option that would be passed over in silence is refused. */
  private void refuseBesides(String option, List<String> allowed) {
    spec.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(name -> !allowed.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw LabException.usage("%s does not go with %s".formatted(name, option));
            });
  }

  /** How much does each step contribute? */
  @Command(
      name = "ladder",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Measures what each step contributes.",
        "",
        "Adds one step after the other to the naive job, then leaves each out of the full set,"
            + " then tries the remaining steps on top of it; every round runs all of these"
            + " variants, up and down in turn. Long: about 20 variants, a fresh JVM for each run.",
        "",
        "Spark is set by conf/spark_local.conf, then by each step in its naive or tuned form, then"
            + " by --conf; not by conf/baseline.conf and conf/optimized.conf.",
        "",
        "After an interruption, jbang experiment --resume goes on with the first round that is not"
            + " over: a round that was broken off is run again, one in which a run failed is"
            + " dropped.",
        ""
      },
      footer = {
        "",
        "Examples:",
        "  jbang experiment ladder",
        "  jbang experiment ladder --steps broadcast,native --rounds 6",
        "  jbang experiment --resume",
        "",
        "Exit codes: 0 reported, 1 the outputs differ, or a run or the data stood in the way, 2"
            + " wrong usage, 130 interrupted."
      })
  static class Ladder implements Callable<Integer> {
    @Option(
        names = "--steps",
        paramLabel = "STEPS",
        description = "The steps in the order they are added (default: ${DEFAULT-VALUE}).",
        defaultValue = "native,pruning,broadcast,aqe,skewjoin,partitions,output,compacted")
    String steps;

    @Option(
        names = "--rounds",
        paramLabel = "N",
        description =
            "How often each variant runs; below 6 nothing is claimed (default:"
                + " ${DEFAULT-VALUE}).",
        defaultValue = "6")
    int rounds;

    @Spec CommandSpec spec;

    @Mixin ExperimentOptions options;

    @Override
    public Integer call() {
      atLeastOne("--rounds", rounds);
      List<Step> order = List.copyOf(Steps.typed(steps));
      if (order.isEmpty()) {
        throw LabException.usage(
            "--steps %s is no step (wanted at least one; %s names them)"
                .formatted(steps, Launcher.command("steps --list")));
      }
      List<Step> onTop = Arrays.stream(Step.values()).filter(s -> !order.contains(s)).toList();
      return steps(spec, options, plans -> plans.ladder(order, onTop, rounds));
    }
  }

  private static List<String> typed(CommandSpec spec) {
    return spec.commandLine().getParseResult().originalArgs();
  }

  private static void atLeastOne(String option, int number) {
    if (number < 1) {
      throw LabException.usage(
          "%s %d is out of range (wanted at least 1)".formatted(option, number));
    }
  }

  private static StepExperiments experiments(ExperimentOptions options) {
    return new StepExperiments(
        Workspace.here(),
        options,
        job_steps.class,
        generate_data.class,
        compact.class,
        parity.class);
  }

  private static int steps(
      CommandSpec spec, ExperimentOptions options, Function<StepPlans, ExperimentPlan> question) {
    StepExperiments experiments = experiments(options);
    String typed = Launcher.command("experiment", typed(spec).toArray(String[]::new));
    int exit = experiments.data(typed);
    return exit != 0 ? exit : report(experiments, x -> x.plan(typed(spec), question));
  }

  private static int report(
      StepExperiments experiments, Function<StepExperiments, ExperimentPlan> plan) {
    ExperimentRuns runs = experiments.run(plan.apply(experiments));
    return Report.show(experiments.workspace(), runs.plan().jobName(), runs.plan().id());
  }
}
