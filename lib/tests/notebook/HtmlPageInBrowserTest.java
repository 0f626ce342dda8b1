//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES HandMadeRun.java
//SOURCES ../report/Browser.java
//SOURCES ../../lesson/Bars.java
//SOURCES ../../notebook/HtmlPages.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import lesson.Bars;
import notebook.Course;
import notebook.HtmlPages;
import notebook.NotebookRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import project.TextTable;
import project.Workspace;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.BarTrace;
import tests.report.Browser;

/** A page of a notebook in a browser without a network. */
@Tag("browser")
class HtmlPageInBrowserTest {
  private static final String WIDE = "a_word_without_any_blank_".repeat(12);

  @TempDir static Path folder;
  static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page() {
    String cell = "```java\nvar x = \"" + WIDE + "\";\n```\n\n";
    List<String> columns = IntStream.range(0, 12).mapToObj(i -> "a_column_" + i).toList();
    NotebookRun run =
        HandMadeRun.of(
                folder.resolve("C3_wide.md"),
                "## "
                    + WIDE
                    + "\n\n"
                    + WIDE
                    + " `"
                    + WIDE
                    + "`\n\n| a | b |\n|---|---|\n| `"
                    + WIDE
                    + "` | 1 |\n\n```sh\n"
                    + WIDE
                    + "\n```\n\n"
                    + cell.repeat(5))
            .gave(WIDE + "\nholds: " + WIDE + "\n", null)
            .gave("", new TextTable("l".repeat(12), columns, List.of(columns)))
            .gave("", Bars.bytes(WIDE).naive(WIDE, 5).tuned(WIDE, 3))
            .gave(
                "",
                new Figure(
                    Layout.builder().title("What was counted here ".repeat(5)).build(),
                    named("the first of two"),
                    named("the second of two")))
            .threw("", new IllegalStateException(WIDE))
            .run();
    Course course = new Course(Workspace.here(), List.of());
    return new HtmlPages(folder, course, List.of(run.notebook()), false).write(run);
  }

  private static BarTrace named(String name) {
    return BarTrace.builder(new String[] {"a", "b"}, new double[] {1, 2}).name(name).build();
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void itFitsWithoutNetworkOrComplaint(int width) throws IOException {
    Path page = page();
    browser.open(page, width, 900);
    browser.await("document.documentElement?.dataset.chartsDrawn !== undefined");
    assertEquals(List.of(), browser.requests(page));
    assertEquals(List.of(), browser.complaints());
    assertEquals("1", browser.evaluate("document.documentElement.dataset.chartsDrawn").asText());
    assertEquals(
        0,
        browser
            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            .asInt());
    // The title of the chart is text of the page, which breaks into lines.
    assertTrue(
        browser
            .evaluate("document.querySelector('.chart figcaption').textContent")
            .asText()
            .startsWith("What was counted here "));
    assertEquals(0, browser.evaluate("document.querySelectorAll('.gtitle').length").asInt());
    // The legend leaves the chart its room.
    double share =
        browser
            .evaluate(
                "document.querySelector('.plot .bglayer rect, .plot .nsewdrag')"
                    + ".getBoundingClientRect().width"
                    + " / document.querySelector('.plot').getBoundingClientRect().width")
            .asDouble();
    assertTrue(share > (width < 600 ? 0.7 : 0.6), "the bars have %.2f of the chart's width".formatted(share));
    // The code scrolls inside its box.
    assertTrue(
        browser
            .evaluate("(p => p.scrollWidth > p.clientWidth)(document.querySelector('.cell .java'))")
            .asBoolean());
    assertEquals(
        5, browser.evaluate("document.querySelectorAll('.copy:not([hidden])').length").asInt());
  }
}
