//SOURCES CourseGuide.java
//SOURCES MarkdownHtml.java
//SOURCES NotebookPage.java
//SOURCES NotebookRun.java
//SOURCES PageFolder.java
//SOURCES ../report/Html.java
package notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import report.Html;

/**
 * The page of the course: part by part every notebook, what it teaches, and how its run ended; then
 * the words.
 */
final class CoursePage {
  private CoursePage() {}

  static String of(List<NotebookRun> runs, CourseGuide guide) {
    long failed = runs.stream().filter(run -> run.problem().isPresent()).count();
    String body =
        """
        <header class="hero">
        <p class="eyebrow">Spark tuning lab</p>
        <h1>The course</h1>
        <p class="lead">One idea a notebook: explained, applied, and proved by what Spark itself says.</p>
        <p class="ran">%d passed, %d failed, on %s.</p>
        </header>
        <main class="course-page">
        <p class="notice" id="notice" hidden></p>
        %s%s</main>
        """
            .formatted(
                runs.size() - failed,
                failed,
                NotebookPage.machine(),
                parts(runs, guide),
                guide.words().isEmpty()
                    ? ""
                    : section("words", "Words", MarkdownHtml.text(guide.words())));
    return NotebookPage.page("The course", body, List.of()).html();
  }

  private static String parts(List<NotebookRun> runs, CourseGuide guide) {
    Map<Optional<CourseGuide.Part>, List<NotebookRun>> parts =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    run -> guide.part(run.notebook().id()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    StringBuilder out = new StringBuilder();
    parts.forEach(
        (part, ofIt) -> {
          String list =
              ofIt.stream()
                  .map(CoursePage::entry)
                  .collect(Collectors.joining("", "<ol class=\"list\">\n", "</ol>\n"));
          out.append(
              part.map(
                      p ->
                          section(
                              "part-" + p.letter(),
                              p.letter() + ". " + p.title(),
                              MarkdownHtml.text(p.prose()) + list))
                  .orElse(list));
        });
    return out.toString();
  }

  private static String section(String id, String title, String html) {
    return "<section>\n<h2 id=\"%s\">%s</h2>\n%s</section>\n"
        .formatted(Html.escape(id), Html.escape(title), html);
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
