//SOURCES NotebookRun.java
package notebook;

import java.util.Locale;
import java.util.Optional;

/** What a console shows of a notebook that runs. */
public final class Transcript {
  private static final int INDENT = 6;

  private Transcript() {}

  /** The head of a notebook: {@code C3. Broadcast the small table (notebooks/C3_broadcast.md)}. */
  public static String head(Notebook notebook) {
    return "%s. %s (%s)".formatted(notebook.id(), notebook.title(), notebook.file());
  }

  /** A cell: its line, its time, what it printed and its value. */
  public static String of(CellRun run) {
    String head = String.format(Locale.ROOT, "line %-5d %5.1f s", run.cell().line(), run.seconds());
    return run.output().isEmpty() ? head : head + "\n" + run.output().indent(INDENT);
  }

  /** One line: {@code passed C3 12.3 s Broadcast the small table}. */
  public static String line(NotebookRun run) {
    return String.format(
        Locale.ROOT,
        "%s  %-3s  %5.1f s  %s",
        run.problem().isEmpty() ? "passed" : "FAILED",
        run.notebook().id(),
        run.seconds(),
        run.notebook().title());
  }

  /** Why it failed: {@code file:line: message}, and the two outputs where they differ. */
  public static Optional<String> failure(NotebookRun run) {
    return run.failure().map(failure -> failure + outputs(run));
  }

  private static String outputs(NotebookRun run) {
    CellRun last = run.cells().get(run.cells().size() - 1);
    return last.differs()
        ? last.cell()
            .expected()
            .map(
                expected ->
                    "\n  expected:\n%s  found:\n%s"
                        .formatted(
                            expected.text().indent(4), last.output().indent(4).stripTrailing()))
            .orElse("")
        : "";
  }
}
