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
        "Job time runs from the first line of the job's body, with the session ready, to the"
            + " written output. The start of JVM and session stands beside it.",
        "Every run is a JVM of its own, as a daily job is: the cold start of the compiler is part"
            + " of the job.",
        "Compared are only runs over the same data, on the same machine, with the same JVM, and"
            + " with the settings of their variant's newest couple (else newest run). All others"
            + " are listed.",
        "The speed-up is the geometric mean of baseline / optimized over pairs that ran side by"
            + " side; where there are none, the ratio of the medians, and it says so.",
        "From %d pairs on it has a 95 %% interval (Student's t on the logarithms); below, none."
            .formatted(SpeedUp.PAIRS_FOR_AN_INTERVAL),
        "Quantiles are %s.".formatted(Quantile.DEFINITION),
        "A p95 of few runs is nearly the slowest of them. A 95 %% bound for the true p95 needs %d"
                .formatted(Tail.RUNS_FOR_A_BOUND)
            + " runs.",
        "Without the same answer there is no speed claim: schema, rows, keys and sums must be"
            + " equal, exactly.",
        "Cost is job time x hourly rate. It is an estimate and no bill: a cluster also costs while"
            + " it starts and waits. The saving is a range: over the interval of the speed-up, or"
            + " over the pairs where there is none.",
        "No run is dropped for being slow. Another machine, other data or another scale can give"
            + " another ratio: measure there.");
  }
}
