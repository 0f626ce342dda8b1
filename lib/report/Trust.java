//SOURCES ../project/Quantity.java
//SOURCES Findings.java
//SOURCES Numbers.java
//SOURCES Pairs.java
//SOURCES Sample.java
//SOURCES TimeTables.java
//SOURCES ../runs/DataRef.java
//SOURCES ../runs/ExperimentRuns.java
//SOURCES ../runs/Run.java
package report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import project.Quantity;
import runs.DataRef;
import runs.Environment;
import runs.ExperimentRuns;
import runs.Run;

/**
 * What a sceptical reader checks before believing the result.
 *
 * @param question what is asked
 * @param answer what the run log says about it
 */
record Trust(String question, String answer) {
  /** More letters than this are not read. */
  private static final int MOST_LETTERS = 24;

  /** The questions in the order they are asked. */
  static List<Trust> of(Findings f) {
    List<Trust> facts = new ArrayList<>();
    f.selection().experiment().ifPresent(e -> facts.add(new Trust("Experiment", experiment(e))));
    facts.add(new Trust("Runs", runs(f.selection())));
    facts.add(new Trust("Order", order(f.selection())));
    facts.add(new Trust("Noise of this machine", f.noise().sentence()));
    facts.add(new Trust("Settings", settings(f)));
    facts.add(new Trust("Data", data(f.newest())));
    facts.add(new Trust("Machine", machine(f.newest().environment())));
    facts.add(new Trust("Same answer", answer(f)));
    facts.add(new Trust("Price", f.cost().rate()));
    facts.add(new Trust("Outliers", outliers(f.selection())));
    f.selection().samples().stream()
        .filter(s -> !s.isEmpty() || !s.failures().isEmpty())
        .forEach(s -> facts.add(new Trust("Reliability", TimeTables.successBound(s))));
    facts.add(new Trust("Left out", leftOut(f.selection())));
    return facts;
  }

  /** Its id and what became of its rounds. */
  private static String experiment(ExperimentRuns e) {
    String dropped =
        e.dropped().isEmpty()
            ? "none dropped"
            : e.dropped().size()
                + " dropped: "
                + e.dropped().stream().map(Trust::dropped).collect(Collectors.joining("; "));
    return "%s: %d of %s complete, %s"
        .formatted(
            e.plan().id(),
            e.complete().size(),
            Quantity.count(e.plan().rounds(), "round"),
            dropped);
  }

  private static String dropped(ExperimentRuns.Dropped round) {
    Run failed = round.failed();
    return "round %d, %s %s%s"
        .formatted(
            round.number(),
            failed.variant(),
            failed.status(),
            failed.error().isEmpty() ? "" : " (" + failed.error() + ")");
  }

  private static String runs(Selection selection) {
    long warmUps = selection.notCompared().stream().filter(n -> n.run().warmUp()).count();
    return "%s, %s; %s of warm-up left out"
        .formatted(
            selection.samples().stream()
                .map(s -> s.runs().size() + " " + s.name())
                .collect(Collectors.joining(", ")),
            Pairs.of(selection).size() == 1
                ? "1 complete pair"
                : Pairs.of(selection).size() + " complete pairs",
            Numbers.runs((int) warmUps));
  }

  /** The order as letters, so that interleaving can be seen: A B B A. */
  private static String order(Selection selection) {
    List<Run> runs = selection.compared();
    String letters =
        runs.stream()
            .limit(MOST_LETTERS)
            .map(r -> letter(selection, r))
            .collect(Collectors.joining(" "));
    String rest =
        runs.size() > MOST_LETTERS ? " and %d more".formatted(runs.size() - MOST_LETTERS) : "";
    return "%s%s (%s; %s)"
        .formatted(
            letters,
            rest,
            selection.samples().stream()
                .map(s -> s.side().letter() + " " + s.name())
                .collect(Collectors.joining(", ")),
            processes(selection));
  }

  private static String processes(Selection selection) {
    if (selection.commands()) {
      return "each a process of its own";
    }
    if (!selection.warm()) {
      return "each a JVM of its own";
    }
    int jvms = selection.warmJvms();
    return jvms == 1
        ? "all in one warm JVM"
        : "in %d warm JVMs, one after the other, each warmed up first".formatted(jvms);
  }

  private static String letter(Selection selection, Run run) {
    return (run.variant().equals(selection.before().name()) ? Side.BEFORE : Side.AFTER).letter();
  }

  /** What the command lines asked for: all compared runs of a variant asked for the same. */
  private static String settings(Findings f) {
    if (f.selection().commands()) {
      return f.selection().experiment().orElseThrow().plan().arms().stream()
          .map(arm -> arm.label() + ": " + arm.what())
          .collect(Collectors.joining("; "));
    }
    return f.selection().samples().stream()
        .filter(s -> !s.isEmpty())
        .map(s -> s.runs().get(s.runs().size() - 1))
        .map(
            r ->
                "%s %s, Spark settings %s"
                    .formatted(
                        r.variant(),
                        r.settings(),
                        r.environment().confHash().isEmpty()
                            ? "unknown"
                            : r.environment().confHash()))
        .collect(Collectors.joining("; "));
  }

  /** Rows, files, size and fingerprint of the input. */
  static String data(Run run) {
    if (run.data().equals(DataRef.UNKNOWN)) {
      return "not recorded";
    }
    return "%s rows in %s files, %s, fingerprint %s"
        .formatted(
            Quantity.count(run.data().rows()),
            Quantity.count(run.data().files()),
            Quantity.bytes(run.data().bytes()),
            run.data().fingerprint().isEmpty() ? "unknown" : run.data().fingerprint());
  }

  /** Host, cores, heap, Spark, Java and JVM flags. */
  static String machine(Environment e) {
    String host = e.host().isEmpty() ? "unknown host" : e.host();
    return e.sparkVersion().isEmpty()
        ? "%s: %s".formatted(host, Quantity.count(e.cores(), "core"))
        : "%s: %s (%s), heap %s MiB, Spark %s, Java %s%s"
            .formatted(
                host,
                Quantity.count(e.cores(), "core"),
                e.master(),
                Quantity.count(e.heapMb()),
                e.sparkVersion(),
                e.javaVersion(),
                e.jvmFlags().isEmpty() ? "" : ", flags " + e.jvmFlags());
  }

  private static String answer(Findings f) {
    int comparisons = f.answers().comparisons();
    String rows = "row by row, " + Quantity.count(comparisons, "time");
    boolean fingerprints =
        f.selection().compared().stream().noneMatch(r -> r.output().fingerprint().isEmpty());
    String how =
        comparisons == 0
            ? "by the fingerprints of the outputs"
            : fingerprints ? rows + ", and by the fingerprint of every output" : rows;
    return switch (f.answers().state()) {
      case IDENTICAL -> "outputs identical: yes, compared " + how;
      case DIFFERENT -> "outputs identical: NO, compared " + how;
      case NOT_CHECKED -> "outputs " + f.answers().notCompared();
    };
  }

  /** Flagged by the modified z score, and counted like every other run. */
  private static String outliers(Selection selection) {
    List<String> found =
        selection.samples().stream()
            .flatMap(s -> s.outliers().stream())
            .map(
                r ->
                    "%s %s%s"
                        .formatted(
                            r.variant(),
                            Numbers.seconds(r.durationSec()),
                            r.pair().isPresent() ? " in pair " + r.pair().getAsInt() : ""))
            .toList();
    if (!found.isEmpty()) {
      return "flagged and kept: " + String.join(", ", found);
    }
    boolean few =
        selection.samples().stream().anyMatch(s -> s.runs().size() < Sample.RUNS_FOR_OUTLIERS);
    return few
        ? "not looked for below %d runs".formatted(Sample.RUNS_FOR_OUTLIERS)
        : "none flagged";
  }

  private static String leftOut(Selection selection) {
    int others = selection.notCompared().size();
    String whole = selection.experiment().isPresent() ? "experiment" : "job";
    return others == 0
        ? "no run of this " + whole
        : "%s of this %s, each listed below with its reason".formatted(Numbers.runs(others), whole);
  }
}
