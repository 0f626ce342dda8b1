//SOURCES BarsPicture.java
//SOURCES NotebookRun.java
//SOURCES Picture.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../report/ChartFont.java
package notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lesson.Bars;
import project.AtomicFile;
import project.LabException;
import report.ChartFont;

/** The bar charts of a notebook as files beside it, for those who read the Markdown. */
public final class Pictures {
  /**
   * A file that was written.
   *
   * @param markdown the line that shows it
   * @param named whether the notebook has it already
   */
  public record Written(Path file, String markdown, boolean named) {}

  private Pictures() {}

  /**
   * Writes the bar charts that the cells of {@code run} show, in their order.
   *
   * @throws LabException when Java finds no font to write with
   */
  public static List<Written> write(NotebookRun run) {
    Notebook notebook = run.notebook();
    List<Bars> bars =
        run.cells().stream()
            .flatMap(cell -> cell.shown().stream())
            .map(Shown::bars)
            .flatMap(Optional::stream)
            .toList();
    List<Written> written = new ArrayList<>();
    for (Bars picture : bars) {
      int number = written.size() + 1;
      Path file = Picture.file(notebook, number);
      try {
        AtomicFile.write(file, BarsPicture.svg(picture));
      } catch (ChartFont.Missing e) {
        throw LabException.failed(e.getMessage(), e);
      }
      String address = Picture.address(notebook, number);
      String line = "![%s](%s)".formatted(picture.title(), address);
      written.add(new Written(file, line, names(notebook, address)));
    }
    return written;
  }

  private static boolean names(Notebook notebook, String address) {
    return notebook.blocks().stream()
        .anyMatch(block -> block instanceof Prose prose && prose.markdown().contains(address));
  }
}
