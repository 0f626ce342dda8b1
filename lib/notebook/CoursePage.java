//SOURCES MarkdownHtml.java
//SOURCES NotebookPage.java
//SOURCES NotebookRun.java
//SOURCES PageFolder.java
//SOURCES ../report/Html.java
package notebook;

import java.util.List;
import java.util.stream.Collectors;
import report.Html;

/** The page of the course: every notebook, what it teaches, and how its run ended. */
final class CoursePage {
  private CoursePage() {}

  static String of(List<NotebookRun> runs) {
    long failed = runs.stream().filter(run -> run.problem().isPresent()).count();
    String body =
        """
        <header class="hero">
        <p class="eyebrow">Spark tuning lab</p>
        <h1>The course</h1>
        <p class="lead">One idea a notebook: explained, applied, and proved by what Spark itself says.</p>
        <p class="ran">%d passed, %d failed, on %s.</p>
        </header>
        <main>
        <p class="notice" id="notice" hidden></p>
        <ol class="list">
        %s</ol>
        </main>
        """
            .formatted(
                runs.size() - failed,
                failed,
                NotebookPage.machine(),
                runs.stream().map(CoursePage::entry).collect(Collectors.joining()));
    return NotebookPage.page("The course", body, List.of()).html();
  }

  private static String entry(NotebookRun run) {
    Notebook notebook = run.notebook();
    boolean passed = run.problem().isEmpty();
    return """
    <li><b>%s</b> <a href="%s">%s</a>
    %s
    <p class="ran"><span class="%s">%s</span> in %s</p>
    </li>
    """
        .formatted(
            Html.escape(notebook.id()),
            Html.escape(PageFolder.name(notebook.file())),
            Html.escape(notebook.title()),
            MarkdownHtml.inline(notebook.teaches()),
            passed ? "good" : "bad",
            passed ? "passed" : "failed",
            CellHtml.time(run.seconds()));
  }
}
