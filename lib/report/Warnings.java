//SOURCES HandMadeRuns.java
//SOURCES Noise.java
//SOURCES Numbers.java
//SOURCES Selection.java
//SOURCES ../project/Launcher.java
//SOURCES ../compare/NoiseBand.java
//SOURCES ../runs/ExperimentRuns.java
//SOURCES ../runs/Run.java
//SOURCES ../project/Quantity.java
package report;

import compare.NoiseBand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import project.Launcher;
import project.Quantity;
import runs.ExperimentRuns;
import runs.Run;

/** What could mislead a reader of the compared runs, a sentence each. */
final class Warnings {
  /** The run before it alone leaves about one waiting task a core behind; more is somebody else. */
  private static final double BUSY = 1.5;

  private Warnings() {}

  static List<String> of(Selection selection, Noise noise) {
    List<String> warnings = new ArrayList<>();
    selection.experiment().ifPresent(e -> rounds(e, warnings));
    noise
        .calibrated()
        .filter(NoiseBand.Calibrated::biased)
        .ifPresent(
            aa ->
                warnings.add(
                    "The A/A experiment %s found a difference where there is none: %s. Repeat it: %s"
                        .formatted(noise.experiment(), aa.text(), noise.howTo())));
    commits(selection, warnings);
    rates(selection, warnings);
    blocked(selection, warnings);
    busy(selection, warnings);
    otherAnswers(selection, warnings);
    newer(selection, warnings);
    return warnings;
  }

  private static void rounds(ExperimentRuns experiment, List<String> warnings) {
    if (!experiment.finished()) {
      warnings.add(
          "The experiment was stopped when %d of %s had ended. Go on: %s"
              .formatted(
                  experiment.over(),
                  Quantity.count(experiment.plan().rounds(), "round"),
                  Launcher.command("experiment --resume")));
    }
    if (!experiment.dropped().isEmpty()) {
      warnings.add(
          "%d of %s dropped because a run failed: what is left may be the easier part."
              .formatted(experiment.dropped().size(), Quantity.count(experiment.over(), "round")));
    }
  }

  private static void commits(Selection selection, List<String> warnings) {
    Map<String, Long> commits = count(selection, r -> r.environment().gitCommit());
    if (commits.size() > 1) {
      warnings.add("The compared runs come from different commits: " + list(commits) + ".");
    }
  }

  private static void rates(Selection selection, List<String> warnings) {
    Map<String, Long> rates = count(selection, r -> String.valueOf(r.rateEurPerHour()));
    if (rates.size() > 1) {
      warnings.add(
          "The runs were logged with different hourly rates (%s); all costs use the default one."
              .formatted(list(rates)));
    }
  }

  private static void blocked(Selection selection, List<String> warnings) {
    List<String> variants = selection.compared().stream().map(Run::variant).toList();
    long switches = 0;
    for (int i = 1; i < variants.size(); i++) {
      switches += variants.get(i).equals(variants.get(i - 1)) ? 0 : 1;
    }
    if (switches == 1 && variants.size() >= 4) {
      warnings.add(
          "All runs of one variant ran before all of the other: a machine that changed meanwhile"
              + " looks like a difference. Run: "
              + Launcher.command("demo"));
    }
  }

  private static void busy(Selection selection, List<String> warnings) {
    List<Run> busy =
        selection.compared().stream()
            .filter(r -> r.environment().loadAverage() > BUSY * r.environment().cores())
            .toList();
    if (!busy.isEmpty()) {
      double highest =
          busy.stream().mapToDouble(r -> r.environment().loadAverage()).max().orElse(0);
      warnings.add(
          "%d of %s started while the machine was busy (load average up to %s on %s)."
              .formatted(
                  busy.size(),
                  Quantity.count(selection.compared().size(), "run"),
                  Numbers.decimals(highest, 1),
                  Quantity.count(busy.get(0).environment().cores(), "core")));
    }
  }

  private static void otherAnswers(Selection selection, List<String> warnings) {
    long others =
        selection.notCompared().stream()
            .filter(n -> n.reason().equals(HandMadeRuns.OTHER_ANSWER))
            .count();
    if (others > 0) {
      warnings.add(
          "%s over the same data gave another output than the compared runs of the variant."
              .formatted(Quantity.count(others, "run")));
    }
  }

  private static void newer(Selection selection, List<String> warnings) {
    List<Run> compared = selection.compared();
    Instant newest = compared.get(compared.size() - 1).startTime();
    selection.notCompared().stream()
        .filter(n -> selection.experiment().isEmpty())
        .filter(n -> n.run().counts() && n.run().startTime().isAfter(newest))
        .map(n -> "%s: %s".formatted(n.run().variant(), n.reason()))
        .distinct()
        .forEach(
            n -> warnings.add("A newer run is left out, the couples of runs count (" + n + ")."));
  }

  private static Map<String, Long> count(Selection selection, Function<Run, String> of) {
    return selection.compared().stream()
        .collect(Collectors.groupingBy(of, TreeMap::new, Collectors.counting()));
  }

  private static String list(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(
            e ->
                "%s (%s)"
                    .formatted(
                        e.getKey().isEmpty() ? "none" : e.getKey(),
                        Quantity.count(e.getValue(), "run")))
        .collect(Collectors.joining(", "));
  }
}
