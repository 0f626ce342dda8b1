//SOURCES Course.java
//SOURCES CourseGuide.java
//SOURCES CoursePage.java
//SOURCES NotebookPage.java
//SOURCES PageFolder.java
//SOURCES ../project/AtomicFile.java
package notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import project.AtomicFile;

/** Writes the pages of notebooks into a folder. */
public final class HtmlPages {
  private final PageFolder pages;
  private final CourseGuide guide;
  private final List<NotebookRun> runs = new ArrayList<>();

  /**
   * Pages of {@code notebooks}.
   *
   * @param index whether a page of the course is going to be written, too
   */
  public HtmlPages(Path folder, Course course, List<Notebook> notebooks, boolean index) {
    this.pages =
        new PageFolder(
            folder, course.files(), notebooks.stream().map(Notebook::file).toList(), index);
    this.guide = CourseGuide.of(course);
  }

  /** Writes the page of a notebook that ran, and says where it is. */
  public Path write(NotebookRun run) {
    Path file = pages.page(run.notebook().file());
    Function<Path, String> title =
        other -> {
          Notebook notebook = NotebookReader.read(other);
          return notebook.id() + ". " + notebook.title();
        };
    AtomicFile.write(file, NotebookPage.of(run, pages, title));
    runs.add(run);
    return file;
  }

  /** Writes the page of the course when all its notebooks have theirs, and says where it is. */
  public Optional<Path> writeIndex() {
    if (!pages.withIndex() || runs.size() < pages.written().size()) {
      return Optional.empty();
    }
    AtomicFile.write(pages.index(), CoursePage.of(runs, guide));
    return Optional.of(pages.index());
  }
}
