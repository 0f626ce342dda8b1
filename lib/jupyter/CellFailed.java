//SOURCES ../notebook/Problem.java
package jupyter;

import notebook.Problem;

/** A cell that did not run to its end. Its message names the line in the cell. */
final class CellFailed extends RuntimeException {
  CellFailed(Problem problem) {
    super(
        "line %d: %s".formatted(problem.line(), problem.message()),
        problem.cause().orElse(null),
        false,
        false);
  }
}
