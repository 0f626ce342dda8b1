//SOURCES ../../notebook/NotebookReader.java
//SOURCES ../../notebook/NotebookRun.java
package tests.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import notebook.Cell;
import notebook.CellRun;
import notebook.Notebook;
import notebook.NotebookReader;
import notebook.NotebookRun;
import notebook.Outcome;
import notebook.Shown;

/** A run of a notebook that nobody ran: what its cells gave is said here. */
record HandMadeRun(Notebook notebook, List<CellRun> cells) {
  static final String HEAD = "# C3. Broadcast <it>\n\n*About 20 s.* What `it` teaches.\n\n";

  /** Of a notebook with this text below its head, as if it stood in {@code file}. */
  static HandMadeRun of(Path file, String text) {
    return new HandMadeRun(NotebookReader.parse(file, HEAD + text), List.of());
  }

  /** Its next cell printed this, and has this value; null is none. */
  HandMadeRun gave(String printed, Object value) {
    Optional<Object> given = Optional.ofNullable(value);
    return with(printed, new Outcome.Done(given), given.map(Shown::of));
  }

  /** Its next cell threw an exception in its first line. */
  HandMadeRun threw(String printed, Throwable exception) {
    return with(printed, new Outcome.Threw(next().line(), exception), Optional.empty());
  }

  private HandMadeRun with(String printed, Outcome outcome, Optional<Shown> shown) {
    List<CellRun> more = new ArrayList<>(cells);
    more.add(new CellRun(next(), 0.25, printed, outcome, shown));
    return new HandMadeRun(notebook, List.copyOf(more));
  }

  private Cell next() {
    Iterator<Cell> rest = notebook.cells().iterator();
    cells.forEach(cell -> rest.next());
    return rest.next();
  }

  NotebookRun run() {
    return new NotebookRun(notebook, cells, 1.5);
  }
}
