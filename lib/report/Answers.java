//SOURCES Selection.java
//SOURCES ../compare/Parity.java
//SOURCES ../compare/ParityCheck.java
//SOURCES ../runs/Run.java
package report;

import compare.Parity;
import compare.ParityCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import runs.Run;

/**
 * Whether the compared runs of both variants gave the same answer. Without that there is no speed
 * claim: a wrong fast job is wrong.
 *
 * @param state the answer
 * @param parity the row-by-row comparison to show: one that failed, else the newest, if any
 * @param comparisons how many couples of compared runs were compared row by row
 */
public record Answers(State state, Optional<Parity> parity, int comparisons) {
  /** The cases. */
  public enum State {
    /** Every check passed, or the fingerprints of all outputs are equal. */
    IDENTICAL,
    /** A check failed or the fingerprints differ. */
    DIFFERENT,
    /** Nothing is known about it. */
    NOT_CHECKED
  }

  /** Looks at the outputs' fingerprints and at every comparison of compared runs in the log. */
  static Answers of(Selection selection, List<Parity> log) {
    List<Parity> relevant = log.stream().filter(p -> concerns(p, selection)).toList();
    Optional<Parity> different =
        relevant.stream().filter(p -> !p.identical()).reduce((older, newer) -> newer);
    Optional<Parity> newest = relevant.stream().reduce((older, newer) -> newer);
    if (!selection.complete()) {
      return new Answers(State.NOT_CHECKED, Optional.empty(), 0);
    }
    String left = fingerprint(selection.baseline());
    String right = fingerprint(selection.optimized());
    boolean bothKnown = !left.isEmpty() && !right.isEmpty();
    if (different.isPresent() || (bothKnown && !left.equals(right))) {
      return new Answers(State.DIFFERENT, different.or(() -> newest), relevant.size());
    }
    State state = bothKnown || newest.isPresent() ? State.IDENTICAL : State.NOT_CHECKED;
    return new Answers(state, newest, relevant.size());
  }

  private static boolean concerns(Parity parity, Selection selection) {
    Set<String> left = ids(selection.baseline());
    Set<String> right = ids(selection.optimized());
    return (left.contains(parity.leftRunId()) && right.contains(parity.rightRunId()))
        || (right.contains(parity.leftRunId()) && left.contains(parity.rightRunId()));
  }

  private static Set<String> ids(Sample sample) {
    return sample.runs().stream().map(Run::runId).collect(Collectors.toSet());
  }

  /** All compared runs of a variant have the fingerprint of its newest run. */
  private static String fingerprint(Sample sample) {
    return sample.runs().get(sample.runs().size() - 1).output().fingerprint();
  }

  /** Whether a speed claim may be made. */
  public boolean identical() {
    return state == State.IDENTICAL;
  }

  /** The checks that failed. */
  List<ParityCheck> failedChecks() {
    return parity.stream().flatMap(p -> p.checks().stream()).filter(c -> !c.equal()).toList();
  }
}
