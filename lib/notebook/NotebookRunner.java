//SOURCES CellRun.java
//SOURCES JavaSession.java
//SOURCES NotebookReader.java
//SOURCES NotebookRun.java
//SOURCES Shown.java
//SOURCES ../lesson/Lab.java
package notebook;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lesson.Lab;

/**
 * Runs notebooks, each in a Java session and a Spark context of its own, and stops at the first
 * problem.
 */
public final class NotebookRunner {
  private NotebookRunner() {}

  /**
   * Runs all cells of a notebook, or those up to the first that has a problem.
   *
   * @param whenRun told of every cell when it has run
   */
  public static NotebookRun run(Notebook notebook, Consumer<CellRun> whenRun) {
    List<CellRun> cells = new ArrayList<>();
    long start = System.nanoTime();
    // The Spark context finds the classes of the cells through the session's class loader.
    Lab.close();
    try (JavaSession session = new JavaSession(Lab::cancelJobs)) {
      for (Cell cell : notebook.cells()) {
        CellRun run = run(session, cell);
        cells.add(run);
        whenRun.accept(run);
        if (run.problem().isPresent()) {
          break;
        }
      }
    } finally {
      Lab.close();
    }
    return new NotebookRun(notebook, List.copyOf(cells), (System.nanoTime() - start) / 1e9);
  }

  private static CellRun run(JavaSession session, Cell cell) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    long start = System.nanoTime();
    Outcome outcome;
    Optional<Shown> shown = Optional.empty();
    try {
      outcome = session.run(cell.code(), cell.line());
      if (outcome instanceof Outcome.Done done) {
        shown = done.value().map(Shown::of);
      }
    } catch (Exception e) {
      // A Dataset is run when it is shown, not by the cell that describes it.
      outcome = new Outcome.Threw(lastLine(cell), e);
    } finally {
      System.setOut(out);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new CellRun(cell, seconds, printed.toString(StandardCharsets.UTF_8), outcome, shown);
  }

  private static int lastLine(Cell cell) {
    return cell.line() + (int) cell.code().stripTrailing().lines().count() - 1;
  }
}
