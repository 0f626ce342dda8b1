//SOURCES ../compare/Quantile.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../compare/Tail.java
package report;

import compare.Quantile;
import compare.SpeedUp;
import compare.Tail;
import java.util.List;

/** How the numbers were made, and what they do not say. */
final class Method {
  private Method() {}

  static List<String> lines() {
    return List.of(
        "Every run is a JVM of its own, as a daily job is: the cold start of the compiler is part"
            + " of the job; only an experiment with --warm shares one JVM, and says so. Job time"
            + " runs from the first line of the job's body, with the session ready, to the"
            + " published output; the start of JVM and session stands beside it.",
        "An experiment alternates its arms, A B then B A, after a warm-up that does not count, so"
            + " that a machine that slowly changes favours neither. A round in which an arm fails"
            + " is dropped and counted. No run is dropped for being slow.",
        "Compared are only runs over the same data, on the same machine, with the same JVM, and"
            + " with one set of settings for each arm. Runs that were typed one by one are selected"
            + " by the same rules; the others are listed with their reason.",
        "The ratio is the geometric mean of A / B over the pairs, with Student's t interval of the"
            + " logarithms; the signed-rank estimate stands beside it where the two disagree. Below"
            + " %d pairs there is no interval and no claim."
                .formatted(SpeedUp.PAIRS_FOR_AN_INTERVAL),
        "Faster or slower is claimed when the whole interval lies beyond the noise band. The band"
            + " is measured by an A/A experiment, one arm against itself; without one it is 2 %,"
            + " which a noisy machine can exceed.",
        "Quantiles are %s. A p50 has the interval of its order statistics. A p95 of few runs is"
                .formatted(Quantile.DEFINITION)
            + " nearly the slowest of them; a 95 %% bound for the true p95 needs %d runs."
                .formatted(Tail.RUNS_FOR_A_BOUND),
        "The share of a step is ln(its ratio) / ln(the whole ratio), in the order in which the"
            + " steps were added: another order gives other shares. Left out of the full set, a"
            + " step is judged without that order.",
        "Without the same answer there is no speed claim: schema, rows, keys and sums must be"
            + " equal, exactly, or the fingerprints of all outputs.",
        "The replay schedules the recorded tasks on other numbers of cores. It is a model: tasks"
            + " take as long as they did, though more cores share memory, disk and network, and"
            + " Spark would cut the work otherwise.",
        "Cost is job time x hourly rate, an estimate and no bill: a cluster also costs while it"
            + " starts and waits. A saving reaches from the lower end of the interval at the"
            + " cheapest rate to the upper end at the dearest. What is paid once, as compacting,"
            + " pays back after its seconds / the seconds saved, counting reads like the measured"
            + " ones. Another machine, other data or another scale can give another"
            + " ratio: measure there.");
  }
}
