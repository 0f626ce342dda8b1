//SOURCES ../project/Quantity.java
//SOURCES Findings.java
//SOURCES Numbers.java
//SOURCES Pairs.java
//SOURCES TimeTables.java
//SOURCES ../runs/Run.java
package report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import project.Quantity;
import runs.Environment;
import runs.Run;

/**
 * What a sceptical reader checks before believing the result.
 *
 * @param question what is asked
 * @param answer what the run log says about it
 */
record Trust(String question, String answer) {

  /** The questions in the order they are asked. */
  static List<Trust> of(Findings f) {
    List<Trust> facts = new ArrayList<>();
    facts.add(new Trust("Runs", runs(f)));
    facts.add(new Trust("Order", order(f.selection().compared())));
    facts.add(new Trust("Settings", settings(f)));
    facts.add(new Trust("Data", data(f.newest())));
    facts.add(new Trust("Machine", machine(f.newest().environment())));
    facts.add(new Trust("Same answer", answer(f)));
    facts.add(new Trust("Price", f.cost().rate()));
    f.selection().samples().stream()
        .filter(s -> !s.isEmpty() || !s.failures().isEmpty())
        .forEach(s -> facts.add(new Trust("Reliability", TimeTables.successBound(s))));
    facts.add(new Trust("Left out", leftOut(f)));
    return facts;
  }

  private static String runs(Findings f) {
    return "%d baseline, %d optimized, %d complete pairs"
        .formatted(
            f.selection().baseline().runs().size(),
            f.selection().optimized().runs().size(),
            Pairs.of(f.selection()).size());
  }

  /** The order as letters, so that interleaving can be seen: B O O B. */
  private static String order(List<Run> runs) {
    int shown = 24;
    String letters =
        runs.stream()
            .limit(shown)
            .map(r -> r.variant().equals(Side.BASELINE.variant()) ? "B" : "O")
            .collect(Collectors.joining(" "));
    String rest = runs.size() > shown ? " and %d more".formatted(runs.size() - shown) : "";
    return letters + rest + " (B baseline, O optimized; each a JVM of its own)";
  }

  /** What the command lines asked for: all compared runs of a variant asked for the same. */
  private static String settings(Findings f) {
    return f.selection().samples().stream()
        .filter(s -> !s.isEmpty())
        .map(s -> s.runs().get(s.runs().size() - 1))
        .map(
            r ->
                "%s %s, Spark settings %s"
                    .formatted(r.variant(), r.settings(), r.environment().confHash()))
        .collect(Collectors.joining("; "));
  }

  /** Rows, files, size and fingerprint of the input. */
  static String data(Run run) {
    return "%s rows in %s files, %s, fingerprint %s"
        .formatted(
            Quantity.count(run.data().rows()),
            Quantity.count(run.data().files()),
            Quantity.bytes(run.data().bytes()),
            run.data().fingerprint().isEmpty() ? "unknown" : run.data().fingerprint());
  }

  /** Host, cores, heap, Spark, Java and JVM flags. */
  static String machine(Environment e) {
    return "%s: %d cores (%s), heap %s MiB, Spark %s, Java %s%s"
        .formatted(
            e.host().isEmpty() ? "unknown host" : e.host(),
            e.cores(),
            e.master(),
            Quantity.count(e.heapMb()),
            e.sparkVersion(),
            e.javaVersion(),
            e.jvmFlags().isEmpty() ? "" : ", flags " + e.jvmFlags());
  }

  private static String answer(Findings f) {
    int comparisons = f.answers().comparisons();
    String how =
        comparisons == 0
            ? "by the fingerprints of the outputs"
            : "row by row, %d time%s, and by the fingerprint of every output"
                .formatted(comparisons, comparisons == 1 ? "" : "s");
    return switch (f.answers().state()) {
      case IDENTICAL -> "outputs identical: yes, compared " + how;
      case DIFFERENT -> "outputs identical: NO, compared " + how;
      case NOT_CHECKED -> "outputs were not compared";
    };
  }

  private static String leftOut(Findings f) {
    int others = f.selection().notCompared().size();
    return others == 0
        ? "no run of this job"
        : "%d run%s of this job, each listed below with its reason"
            .formatted(others, others == 1 ? "" : "s");
  }
}
