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
 * Whether the compared runs gave the same answer. Without that there is no speed claim: a wrong
 * fast job is wrong.
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

  /**
   * Looks at the outputs' fingerprints and at every comparison of compared runs in the log.
   *
   * @param compared the runs of all variants
   */
  static Answers of(List<Run> compared, List<Parity> log) {
    Set<String> ids = compared.stream().map(Run::runId).collect(Collectors.toSet());
    List<Parity> relevant =
        log.stream()
            .filter(p -> ids.contains(p.leftRunId()) && ids.contains(p.rightRunId()))
            .filter(p -> !p.leftVariant().equals(p.rightVariant()))
            .toList();
    Optional<Parity> different =
        relevant.stream().filter(p -> !p.identical()).reduce((older, newer) -> newer);
    Optional<Parity> newest = relevant.stream().reduce((older, newer) -> newer);
    if (compared.stream().map(Run::variant).distinct().count() < 2) {
      return new Answers(State.NOT_CHECKED, Optional.empty(), 0);
    }
    Set<String> fingerprints =
        compared.stream().map(r -> r.output().fingerprint()).collect(Collectors.toSet());
    boolean allKnown = !fingerprints.remove("");
    if (different.isPresent() || fingerprints.size() > 1) {
      return new Answers(State.DIFFERENT, different.or(() -> newest), relevant.size());
    }
    State state = allKnown || newest.isPresent() ? State.IDENTICAL : State.NOT_CHECKED;
    return new Answers(state, newest, relevant.size());
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
