//SOURCES CellHtml.java
//SOURCES MarkdownHtml.java
//SOURCES NotebookRun.java
//SOURCES PageFolder.java
//SOURCES ../project/Quantity.java
//SOURCES ../report/Html.java
//SOURCES ../report/Page.java
//FILES notebook/notebook.css=notebook.css
//FILES notebook/notebook.js=notebook.js
package notebook;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import project.Packed;
import project.Quantity;
import report.Html;
import report.Page;

/** A notebook that ran, as a page: up to its end, or to the problem that ended it. */
final class NotebookPage {
  private static final String CSS = "/notebook/notebook.css";
  private static final String JS = "/notebook/notebook.js";

  private final NotebookRun run;
  private final PageFolder pages;
  private final Function<Path, String> title;
  private final MarkdownHtml prose;
  private final CellHtml cells = new CellHtml();

  private NotebookPage(NotebookRun run, PageFolder pages, Function<Path, String> title) {
    this.run = run;
    this.pages = pages;
    this.title = title;
    this.prose = new MarkdownHtml(run.notebook(), pages);
  }

  /**
   * The whole file.
   *
   * @param title of another notebook, for the links to it
   */
  static String of(NotebookRun run, PageFolder pages, Function<Path, String> title) {
    return new NotebookPage(run, pages, title).html();
  }

  /** What pages of notebooks share beyond what all pages do. */
  static Page page(String title, String body, List<String> charts) {
    return new Page(title, Packed.text(CSS), body, Packed.text(JS), charts);
  }

  private String html() {
    Notebook notebook = run.notebook();
    String text = text();
    String title = notebook.id() + ". " + notebook.title();
    String body =
        """
        <header class="hero">
        <p class="eyebrow">Spark tuning lab, notebook %s</p>
        <h1>%s</h1>
        <div class="lead">%s</div>
        <p class="ran">%s</p>
        </header>
        <main class="notebook">
        %s<article>
        <p class="notice" id="notice" hidden></p>
        %s%s</article>
        </main>
        """
            .formatted(
                Html.escape(notebook.id()),
                Html.escape(notebook.title()),
                MarkdownHtml.inline(notebook.teaches()),
                ran(),
                contents(),
                text,
                course());
    return page(title, body, cells.charts()).html();
  }

  private String ran() {
    long checks =
        run.cells().stream()
            .flatMap(cell -> cell.printed().lines())
            .filter(line -> line.startsWith(CellHtml.HOLDS))
            .count();
    String claims =
        checks == 0
            ? ""
            : ", %s".formatted(checks == 1 ? "one check holds" : checks + " checks hold");
    return "%s. <span class=\"%s\">%s</span> in %s on %s%s."
        .formatted(
            Html.escape(run.notebook().duration()),
            run.problem().isEmpty() ? "good" : "bad",
            run.problem().isEmpty() ? "Passed" : "Failed",
            CellHtml.time(run.seconds()),
            machine(),
            claims);
  }

  /** What a time means something with. */
  static String machine() {
    return "Java %s and %s"
        .formatted(
            System.getProperty("java.version"),
            Quantity.count(Runtime.getRuntime().availableProcessors(), "core"));
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    Iterator<CellRun> ran = run.cells().iterator();
    boolean first = true;
    for (Block block : run.notebook().blocks()) {
      if (block instanceof Prose text) {
        out.append(first ? prose.first(text) : prose.html(text));
        first = false;
        continue;
      }
      CellRun cell = ran.next();
      out.append(cells.html(cell));
      if (cell.problem().isPresent()) {
        return out.append(problem(cell)).toString();
      }
    }
    return out.toString();
  }

  private String problem(CellRun cell) {
    String expected =
        cell.differs()
            ? cell.cell()
                .expected()
                .map(
                    e ->
                        "<p>Expected was:</p>\n<pre tabindex=\"0\">%s</pre>\n"
                            .formatted(Html.code(e.text().stripTrailing())))
                .orElse("")
            : "";
    return """
    <div class="problem" role="alert">
    <p><strong>%s</strong></p>
    %s<p>The notebook ended here: what comes after this cell did not run.</p>
    </div>
    """
        .formatted(Html.escape(run.failure().orElseThrow()), expected);
  }

  private String contents() {
    if (prose.sections().isEmpty()) {
      return "";
    }
    return prose.sections().stream()
        .map(
            s ->
                "<li class=\"level-%d\"><a href=\"#%s\">%s</a></li>\n"
                    .formatted(s.level(), Html.escape(s.id()), Html.escape(s.title())))
        .collect(
            Collectors.joining(
                "", "<nav class=\"contents\" aria-label=\"Contents\">\n<ul>\n", "</ul>\n</nav>\n"));
  }

  /** Links to the notebooks before and after this one, and to the page of the course. */
  private String course() {
    String links =
        link("previous", -1)
            + pages
                .linkToIndex()
                .map(page -> "<a class=\"up\" href=\"%s\">The course</a>\n".formatted(page))
                .orElse("")
            + link("next", 1);
    return links.isEmpty()
        ? ""
        : "<nav class=\"course\" aria-label=\"Course\">\n%s</nav>\n".formatted(links);
  }

  private String link(String kind, int step) {
    Optional<Path> other = pages.neighbour(run.notebook().file(), step);
    return other
        .map(
            file ->
                "<a class=\"%s\" rel=\"%s\" href=\"%s\"><span>%s</span> %s</a>\n"
                    .formatted(
                        kind,
                        kind.equals("previous") ? "prev" : "next",
                        Html.escape(PageFolder.name(file)),
                        kind.equals("previous") ? "Before" : "Next",
                        Html.escape(title.apply(file))))
        .orElse("");
  }
}
