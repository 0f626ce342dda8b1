//SOURCES NotebookRunner.java
//SOURCES Transcript.java
//SOURCES ../project/Interruption.java
//SOURCES ../project/LabException.java
package notebook;

import java.util.List;
import java.util.function.Consumer;
import project.Interruption;
import project.LabException;

/** Runs notebooks and tells a console about it. */
public final class ConsoleRun {
  private ConsoleRun() {}

  /**
   * Runs notebooks one after another, each with a line about how it ended.
   *
   * @param show what each cell printed and its value, too
   * @param after told of every notebook that passed or failed, but not of one that was interrupted
   * @return the exit code
   */
  public static int of(List<Notebook> notebooks, boolean show, Consumer<NotebookRun> after) {
    int failed = 0;
    for (Notebook notebook : notebooks) {
      if (show) {
        System.out.println(Transcript.head(notebook));
      }
      NotebookRun run = NotebookRunner.run(notebook, cell -> print(cell, show));
      if (Interruption.isUnderWay()) {
        return LabException.FAILED;
      }
      System.out.println(Transcript.line(run));
      Transcript.failure(run).ifPresent(System.out::println);
      after.accept(run);
      failed += run.problem().isPresent() ? 1 : 0;
    }
    System.out.printf("%d passed, %d failed%n", notebooks.size() - failed, failed);
    return failed == 0 ? 0 : LabException.FAILED;
  }

  /** Prints on stderr what the notebook's last cell threw. */
  public static void trace(NotebookRun run) {
    run.problem().flatMap(Problem::cause).ifPresent(Throwable::printStackTrace);
  }

  private static void print(CellRun cell, boolean show) {
    if (show) {
      System.out.println(Transcript.of(cell).stripTrailing());
    }
  }

  /** A line about what was written, below that of its notebook. */
  public static void say(Object written) {
    System.out.println("        " + written);
  }
}
