//SOURCES CellRun.java
//SOURCES Notebook.java
//SOURCES Problem.java
package notebook;

import java.util.List;
import java.util.Optional;

/**
 * A notebook that ran, up to its end or its first problem.
 *
 * @param cells that ran, in order
 * @param seconds from the first cell to the end of the last
 */
public record NotebookRun(Notebook notebook, List<CellRun> cells, double seconds) {

  /** Why it failed; empty if it passed. */
  public Optional<Problem> problem() {
    return cells.stream().flatMap(cell -> cell.problem().stream()).findFirst();
  }

  /** The problem as {@code file:line: message}. */
  public Optional<String> failure() {
    return problem().map(p -> "%s:%d: %s".formatted(notebook.file(), p.line(), p.message()));
  }
}
