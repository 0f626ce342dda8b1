//SOURCES Selection.java
//SOURCES ../compare/Quantile.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../compare/Tail.java
package report;

import compare.Quantile;
import compare.SpeedUp;
import compare.Tail;
import java.util.ArrayList;
import java.util.List;

/** How the numbers were made, and what they do not say. */
final class Method {
  private Method() {}

  /** What holds for a comparison of this kind. */
  static List<String> lines(Selection selection) {
    List<String> lines = new ArrayList<>();
    lines.add(clock(selection));
    lines.add(
        "An experiment alternates its arms, A B then B A, after a warm-up that does not count, so"
            + " that a machine that slowly changes favours neither. A round in which an arm fails"
            + " is dropped and counted. No run is dropped for being slow.");
    lines.add(conditions(selection));
    lines.add(
        "The ratio is the geometric mean of A / B over the pairs, with Student's t interval of the"
            + " logarithms; the signed-rank estimate stands beside it where the two disagree. Below"
            + " %d pairs there is no interval and no claim."
                .formatted(SpeedUp.PAIRS_FOR_AN_INTERVAL));
    lines.add(
        "Faster or slower is claimed when the whole interval lies beyond the noise band. The band"
            + " is measured by an A/A experiment, one arm against itself; without one it is 2 %,"
            + " which a noisy machine can exceed.");
    lines.add(
        "Quantiles are %s. A p50 has the interval of its order statistics. A p95 of few runs is"
                .formatted(Quantile.DEFINITION)
            + " nearly the slowest of them; a 95 %% bound for the true p95 needs %d runs."
                .formatted(Tail.RUNS_FOR_A_BOUND));
    if (selection.commands()) {
      lines.add(
          "Without the same answer there is no speed claim: after each pair schema, rows and sums"
              + " of both outputs must be equal, floating-point values as far as the check says.");
    } else {
      lines.addAll(ownJob());
    }
    lines.add(
        "Cost is job time x hourly rate, an estimate and no bill: a cluster also costs while it"
            + " starts and waits. A saving reaches from the lower end of the interval at the"
            + " cheapest rate to the upper end at the dearest. What is paid once, as compacting,"
            + " pays back after its seconds / the seconds saved, counting reads like the measured"
            + " ones. Another machine, other data or another scale can give another"
            + " ratio: measure there.");
    return lines;
  }

  private static String clock(Selection selection) {
    if (selection.commands()) {
      return "Every run is one process of the command, started by sh. Job time is the whole of it,"
          + " from its start to its end, with whatever it starts and stops itself; the outputs are"
          + " compared after it.";
    }
    String body =
        " Job time runs from the first line of the job's body, with the session ready, to the"
            + " completely written output; the checks of the output and the renaming that"
            + " publishes it come after that.";
    return selection.warm()
        ? sharedJvms(selection.warmJvms())
            + ", each with a session of its own, as in a long-lived service: most of the loading"
            + " and compiling is done before the first run that counts."
            + body
        : "Every run is a JVM of its own, as a daily job is: the cold start of the compiler is part"
            + " of the job."
            + body
            + " The start of JVM and session stands beside it.";
  }

  private static String sharedJvms(int jvms) {
    return jvms == 1
        ? "All runs share one JVM"
        : ("The experiment was stopped and went on: its runs share %d JVMs, one after the other, of"
                + " which each was warmed up anew and ran whole rounds")
            .formatted(jvms);
  }

  private static String conditions(Selection selection) {
    return selection.commands()
        ? "What the commands read, and with which JVM, the lab does not know: that it is the same"
            + " for both is up to who wrote them."
        : "Compared are only runs over the same data, on the same machine, with the same JVM, and"
            + " with one set of settings for each arm. Runs that were typed one by one are selected"
            + " by the same rules; the others are listed with their reason.";
  }

  /** About what the lab knows of its own job only. */
  private static List<String> ownJob() {
    return List.of(
        "The share of a step is ln(its ratio) / ln(the whole ratio), in the order in which the"
            + " steps were added: another order gives other shares. Left out of the full set, a"
            + " step is judged without that order.",
        "Without the same answer there is no speed claim: schema, rows, keys and sums must be"
            + " equal, exactly, or the fingerprints of all outputs.",
        "The replay schedules the recorded tasks on other numbers of cores. It is a model: tasks"
            + " take as long as they did, though more cores share memory, disk and network, and"
            + " Spark would cut the work otherwise.");
  }
}
