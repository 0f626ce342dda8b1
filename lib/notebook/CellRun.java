//SOURCES Cell.java
//SOURCES Outcome.java
//SOURCES Problem.java
//SOURCES Shown.java
package notebook;

import java.util.Optional;

/**
 * A cell that ran.
 *
 * @param seconds it took
 * @param printed on standard output, as it stands
 * @param outcome how it ended
 * @param shown its value, if it has one
 */
public record CellRun(
    Cell cell, double seconds, String printed, Outcome outcome, Optional<Shown> shown) {

  /** What it printed and its value, as a console shows them. */
  public String output() {
    String value = shown.map(Shown::text).orElse("");
    String between = printed.isEmpty() || printed.endsWith("\n") || value.isEmpty() ? "" : "\n";
    return (printed + between + value).stripTrailing();
  }

  /** What is wrong with it: where, and what; empty if nothing is. */
  public Optional<Problem> problem() {
    return Problem.of(outcome).or(this::unexpected);
  }

  private Optional<Problem> unexpected() {
    return cell.expected()
        .filter(expected -> differs())
        .map(
            expected ->
                new Problem(
                    expected.line(), "the output is not the expected one", Optional.empty()));
  }

  /** Whether it ran, and its output is not the expected one. */
  public boolean differs() {
    return outcome instanceof Outcome.Done
        && cell.expected().filter(expected -> !expected.matches(output())).isPresent();
  }
}
