//SOURCES Pairs.java
//SOURCES Selection.java
//SOURCES ../compare/Parity.java
//SOURCES ../compare/ParityCheck.java
//SOURCES ../project/Quantity.java
//SOURCES ../runs/ExperimentRuns.java
//SOURCES ../runs/Run.java
package report;

import compare.Parity;
import compare.ParityCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import project.Quantity;
import runs.ExperimentRuns;
import runs.Run;

/**
 * Whether the compared runs gave the same answer. Without that there is no speed claim: a wrong
 * fast job is wrong.
 *
 * @param state the answer
 * @param parity the row-by-row comparison to show: one that failed, else the newest, if any
 * @param comparisons how many couples of compared runs were compared row by row
 * @param couples how many there are
 * @param open how many of them were not compared, where fingerprints do not tell
 */
public record Answers(
    State state, Optional<Parity> parity, int comparisons, int couples, int open) {
  /** The cases. */
  public enum State {
    /** The fingerprints of all outputs are equal, or every couple was compared and is equal. */
    IDENTICAL,
    /** A check failed or the fingerprints differ. */
    DIFFERENT,
    /** Of some outputs nothing is known. */
    NOT_CHECKED
  }

  /**
   * Looks at the outputs' fingerprints and at every comparison of compared runs in the log.
   *
   * @param log every comparison there is
   */
  static Answers of(Selection selection, List<Parity> log) {
    return of(selection.compared(), Pairs.of(selection), log);
  }

  /** The same for all arms of an experiment: in each round the first against every other. */
  static Answers of(ExperimentRuns experiment, List<Parity> log) {
    List<Run> runs = experiment.complete().stream().flatMap(r -> r.runs().stream()).toList();
    List<Pairs.Couple> couples =
        experiment.complete().stream()
            .flatMap(r -> r.runs().stream().skip(1).map(o -> new Pairs.Couple(r.runs().get(0), o)))
            .toList();
    return of(runs, couples, log);
  }

  private static Answers of(List<Run> compared, List<Pairs.Couple> couples, List<Parity> log) {
    if (compared.stream().map(Run::variant).distinct().count() < 2) {
      return new Answers(State.NOT_CHECKED, Optional.empty(), 0, 0, 0);
    }
    Set<String> ids = compared.stream().map(Run::runId).collect(Collectors.toSet());
    List<Parity> relevant =
        log.stream()
            .filter(p -> ids.contains(p.leftRunId()) && ids.contains(p.rightRunId()))
            .filter(p -> !p.leftVariant().equals(p.rightVariant()))
            .filter(p -> p.identical() || p.different())
            .toList();
    Optional<Parity> different =
        relevant.stream().filter(Parity::different).reduce((older, newer) -> newer);
    Optional<Parity> newest = relevant.stream().reduce((older, newer) -> newer);
    Set<String> fingerprints =
        compared.stream().map(r -> r.output().fingerprint()).collect(Collectors.toSet());
    boolean allKnown = !fingerprints.remove("");
    Set<Set<String>> done =
        relevant.stream()
            .map(p -> Set.of(p.leftRunId(), p.rightRunId()))
            .collect(Collectors.toSet());
    List<Set<String>> sides =
        couples.stream().map(c -> Set.of(c.before().runId(), c.after().runId())).toList();
    int open = allKnown ? 0 : (int) sides.stream().filter(s -> !done.contains(s)).count();
    // A run that stands beside no other is in no couple that could have been compared.
    boolean alone = !sides.stream().flatMap(Set::stream).collect(Collectors.toSet()).equals(ids);
    State state = State.IDENTICAL;
    if (different.isPresent() || fingerprints.size() > 1) {
      state = State.DIFFERENT;
    } else if (!allKnown && (alone || open > 0)) {
      state = State.NOT_CHECKED;
    }
    return new Answers(state, different.or(() -> newest), relevant.size(), couples.size(), open);
  }

  /** Whether a speed claim may be made. */
  public boolean identical() {
    return state == State.IDENTICAL;
  }

  /** {@code were not compared}, {@code were not compared for 2 of 6 pairs}. */
  String notCompared() {
    return open == 0 || open == couples
        ? "were not compared"
        : "were not compared for %d of %s".formatted(open, Quantity.count(couples, "pair"));
  }

  /** The checks that failed. */
  List<ParityCheck> failedChecks() {
    return parity.stream().flatMap(p -> p.checks().stream()).filter(c -> !c.equal()).toList();
  }
}
