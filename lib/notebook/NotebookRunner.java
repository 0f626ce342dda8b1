//SOURCES JavaSession.java
//SOURCES NotebookReader.java
//SOURCES NotebookRun.java
//SOURCES RunningCell.java
//SOURCES ../lesson/Lab.java
//SOURCES ../project/Interruption.java
package notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lesson.Lab;
import project.Interruption;

/**
 * Runs notebooks, each in a Java session and a Spark context of its own, and stops at the first
 * problem.
 */
public final class NotebookRunner {
  private NotebookRunner() {}

  /**
   * Runs all cells of a notebook, or those up to the first that has a problem.
   *
   * @param whenRun told of every cell when it has run, and of the one that Ctrl-C ends
   */
  public static NotebookRun run(Notebook notebook, Consumer<CellRun> whenRun) {
    List<CellRun> cells = new ArrayList<>();
    long start = System.nanoTime();
    // The Spark context finds the classes of the cells through the session's class loader.
    Lab.close();
    try (JavaSession session = new JavaSession(Lab::cancelJobs)) {
      for (Cell cell : notebook.cells()) {
        RunningCell running = new RunningCell(cell);
        String place = "%s:%d was running.".formatted(notebook.file(), cell.line());
        try (Interruption stopped =
            Interruption.handledBy(() -> running.stop(whenRun) ? place : "")) {
          CellRun run = running.in(session);
          cells.add(run);
          if (!running.tell(whenRun, run) || run.problem().isPresent()) {
            break;
          }
        }
      }
    } finally {
      Lab.close();
    }
    return new NotebookRun(notebook, List.copyOf(cells), (System.nanoTime() - start) / 1e9);
  }
}
