//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES HandMadeRun.java
//SOURCES ../../lesson/Bars.java
//SOURCES ../../notebook/HtmlPages.java
package tests.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lesson.Bars;
import notebook.Course;
import notebook.HtmlPages;
import notebook.Notebook;
import notebook.NotebookReader;
import notebook.NotebookRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.TextTable;
import project.Workspace;
import tech.tablesaw.plotly.components.Figure;
import tech.tablesaw.plotly.traces.ScatterTrace;

/** Pages of notebooks: what is in them, and that nothing in a notebook becomes markup. */
class HtmlPagesTest {
  @TempDir Path temp;

  private static Course course(Path... files) {
    return new Course(Workspace.here(), List.of(files));
  }

  private String page(HandMadeRun made) throws IOException {
    NotebookRun run = made.run();
    return Files.readString(
        new HtmlPages(temp.resolve("out"), course(), List.of(run.notebook()), false).write(run));
  }

  private HandMadeRun made(String text) {
    return HandMadeRun.of(temp.resolve("C3_broadcast.md"), text);
  }

  /** The page without its style and its scripts. */
  private static String body(String page) {
    return page.substring(page.indexOf("<body>")).replaceAll("(?s)<script.*?</script>", "");
  }

  private String prose(String markdown) throws IOException {
    String body = body(page(made(markdown)));
    int start = body.indexOf("id=\"notice\" hidden></p>");
    return body.substring(start, body.indexOf("</article>")).split("</p>", 2)[1].strip();
  }

  @Test
  void theHeadSaysWhatItTeachesAndTheTitleStandsOnce() throws IOException {
    String body = body(page(made("## Explain\n\nWhy.\n")));
    assertTrue(body.contains("<h1>Broadcast &lt;it&gt;</h1>"), body);
    assertTrue(body.contains("<p>What <code>it</code> teaches.</p>"), body);
    assertEquals(2, body.split("Broadcast").length, body);
    assertTrue(
        body.contains("About 20 s. <span class=\"good\">Passed</span> in 1.50 s on Java"), body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>bold</b>|<p>&lt;b&gt;bold&lt;/b&gt;</p>",
        "<script>alert(1)</script>|<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "[x](javascript:alert(1))|<p><a rel=\"nofollow\" href=\"\">x</a></p>",
        "[x](https://spark.apache.org)|<p><a rel=\"nofollow\""
            + " href=\"https://spark.apache.org\">x</a></p>",
        "![x](https://example.org/x.png)|<p><a rel=\"nofollow\""
            + " href=\"https://example.org/x.png\">x</a></p>",
        "[x](#watch-out)|<p><a rel=\"nofollow\" href=\"#watch-out\">x</a></p>",
        "[x](../lib/X.java)|<p><a rel=\"nofollow\" href=\"../../lib/X.java\">x</a></p>",
        "![the bars](images/C3_1.svg)|''",
        "![gone](gone.png)|<p><a rel=\"nofollow\" href=\"gone.png\">gone</a></p>",
      })
  void proseMakesNoMarkupAndNoRequest(String markdown, String html) throws IOException {
    assertEquals(html, prose(markdown));
  }

  @Test
  void anImageTravelsInThePage() throws IOException {
    Files.write(temp.resolve("dot.png"), new byte[] {1, 2, 3});
    assertEquals(
        "<p><img src=\"data:image/png;base64,AQID\" alt=\"a dot\" /></p>",
        prose("![a dot](dot.png)"));
  }

  @Test
  void tablesScrollInABoxAndNumbersStandToTheRight() throws IOException {
    String html = prose("| a | b |\n|---|---:|\n| x | 1 |\n");
    assertTrue(html.startsWith("<div class=\"scroll\" tabindex=\"0\"><table>"), html);
    assertTrue(html.contains("<td align=\"right\">1</td>"), html);
    assertTrue(html.endsWith("</table></div>"), html);
  }

  @Test
  void theContentsNameTheHeadings() throws IOException {
    String body = body(page(made("## Watch out\n\n### It's `x`\n\n## Watch out\n")));
    List<String> links = new ArrayList<>();
    Matcher link = Pattern.compile("<a href=\"#([^\"]*)\">([^<]*)</a>").matcher(body);
    while (link.find()) {
      links.add(link.group(1) + " " + link.group(2));
      assertTrue(body.contains(" id=\"" + link.group(1) + "\">"), link.group());
    }
    assertEquals(
        List.of("watch-out Watch out", "it-s-x It&#39;s x", "watch-out-2 Watch out"), links);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int x = 12;|<span class=\"kw\">int</span> x = <span class=\"num\">12</span>;",
        "\"a < \\\" b\" + c|<span class=\"str\">&quot;a &lt; \\&quot; b&quot;</span> + c",
        "x(); // \"no text\"|x(); <span class=\"com\">// &quot;no text&quot;</span>",
        "\"// no comment\"|<span class=\"str\">&quot;// no comment&quot;</span>",
        "'\\''|<span class=\"str\">&#39;\\&#39;&#39;</span>",
        "Map<Row> m|<span class=\"type\">Map</span>&lt;<span class=\"type\">Row</span>&gt; m",
        "1e3 0x1F 1_000L 2.5|<span class=\"num\">1e3</span> <span class=\"num\">0x1F</span> <span"
            + " class=\"num\">1_000L</span> <span class=\"num\">2.5</span>",
        "newest.format()|newest.format()",
        "\"open|<span class=\"str\">&quot;open</span>",
      })
  void codeIsColouredAndEscaped(String code, String html) throws IOException {
    String body = body(page(made("```java\n" + code + "\n```\n").gave("", null)));
    assertTrue(body.contains("<code>" + html + "</code>"), body);
  }

  @Test
  void aTextBlockKeepsItsLines() throws IOException {
    String code = "var s = \"\"\"\n\n  a // b\n  \"\"\";";
    String body = body(page(made("```java\n" + code + "\n```\n").gave("", null)));
    assertTrue(
        body.contains(
            "<span class=\"str\">&quot;&quot;&quot;\n\n  a // b\n  &quot;&quot;&quot;</span>;"),
        body);
  }

  @Test
  void claimsThatHoldGetAMarkAndTheRestStaysText() throws IOException {
    String body =
        body(page(made("```java\n1\n```\n").gave("<i>a</i>\n\tb\nholds: 2 < 3\nholds: x\n", null)));
    assertTrue(
        body.contains("<pre class=\"text\" tabindex=\"0\">&lt;i&gt;a&lt;/i&gt;\n    b</pre>"),
        body);
    assertTrue(body.contains("</span> 2 &lt; 3</p>"), body);
    assertEquals(3, body.split("<p class=\"holds\">").length, body);
    assertTrue(body.contains(", 2 checks hold."), body);
    assertTrue(body.contains("<span>0.25 s</span>"), body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A sentence of a report.|text",
        "rows: 8 against 5\\n  left: [a, b]|text",
        "name  value|text aligned",
        "A sentence.\\na   12|text aligned",
        "*(2) Project [a]\\n+- *(1) Scan|text aligned",
        "Join\\n:- Scan a|text aligned",
      })
  void proseWrapsAndColumnsDoNot(String text, String type) throws IOException {
    String body = body(page(made("```java\n1\n```\n").gave("", text.replace("\\n", "\n"))));
    assertTrue(body.contains("<pre class=\"" + type + "\" tabindex=\"0\">"), body);
  }

  @Test
  void aTableIsATable() throws IOException {
    String schema = "customer_id bigint,segment string";
    TextTable table =
        new TextTable(
            "lr", List.of("<a>", "n"), List.of(List.of("</table>", "-5x"), List.of("b", schema)));
    String body = body(page(made("```java\n1\n```\n").gave("", table)));
    assertTrue(
        body.contains(
            "<tr><th scope=\"col\">&lt;a&gt;</th><th scope=\"col\" class=\"n\">n</th></tr>"),
        body);
    assertTrue(body.contains("<tr><td>&lt;/table&gt;</td><td class=\"n\">-5x</td></tr>"), body);
    assertTrue(body.contains("<td class=\"n long\">" + schema + "</td>"), body);
  }

  @Test
  void picturesAreInThePage() throws IOException {
    Bars bars = Bars.bytes("Written <b>").naive("a & b", 2048).tuned("c", 0);
    String body =
        body(
            page(
                made("```java\n1\n```\n\n```java\n2\n```\n")
                    .gave("", new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB))
                    .gave("", bars)));
    assertTrue(body.contains(" src=\"data:image/png;base64,iVBOR"), body);
    assertTrue(body.contains("aria-label=\"Written &lt;b&gt;: a &amp; b 2.0 KiB, c 0 B\""), body);
  }

  @Test
  void plotlyTravelsOnlyWithAChart() throws IOException {
    assertFalse(page(made("none\n")).contains("id=\"plotly\""));
    Figure figure =
        new Figure(
            ScatterTrace.builder(new double[] {1}, new double[] {2}).name("</script>").build());
    String page = page(made("```java\n1\n```\n").gave("", figure));
    assertTrue(page.contains("<script type=\"text/plain\" id=\"plotly\">"));
    assertTrue(page.contains("<div class=\"plot\" id=\"chart1\""));
    assertEquals(page.split("<script").length, page.split("</script>").length);
  }

  @Test
  void aFailedNotebookGetsItsPageUpToTheProblem() throws IOException {
    HandMadeRun failed =
        made("```java\n1\n```\n\nbetween\n\n```java\n2\n```\n\nafter\n\n```java\n3\n```\n")
            .gave("", 1)
            .threw("so far\n", new IllegalStateException("<no>"));
    String body = body(page(failed));
    String file = failed.notebook().file().toString();
    assertTrue(
        body.contains("<strong>" + file + ":12: IllegalStateException: &lt;no&gt;</strong>"), body);
    assertTrue(body.contains("<span class=\"bad\">Failed</span>"), body);
    assertTrue(body.contains("so far"), body);
    assertTrue(body.contains("between"), body);
    assertFalse(body.contains("after</p>"), body);
    assertFalse(body.contains(">3<"), body);
  }

  @Test
  void whereTheOutputDiffersTheExpectedOneIsShown() throws IOException {
    String body = body(page(made("```java\nx\n```\n\n```output\n1 <\n```\n").gave("2\n", null)));
    assertTrue(body.contains(":10: the output is not the expected one</strong>"), body);
    assertTrue(body.contains("<p>Expected was:</p>\n<pre tabindex=\"0\">1 &lt;</pre>"), body);
  }

  @Test
  void notebooksOfTheCourseAreLinkedWhereTheyHaveAPage() throws IOException {
    List<Path> files = new ArrayList<>();
    List<Notebook> notebooks = new ArrayList<>();
    for (String id : List.of("A1", "A2", "A3")) {
      Path file = temp.resolve(id + "_x.md");
      Files.writeString(
          file,
          "# "
              + id
              + ". N & "
              + id
              + "\n\n*About 1 s.* It.\n\n[on](A3_x.md#end) [back](A1_x.md)\n");
      files.add(file);
      notebooks.add(NotebookReader.read(file));
    }
    Course course = course(files.toArray(Path[]::new));
    HtmlPages two = new HtmlPages(temp.resolve("out"), course, notebooks.subList(1, 3), false);
    String middle = Files.readString(two.write(new NotebookRun(notebooks.get(1), List.of(), 0)));
    assertEquals(Optional.empty(), two.writeIndex());
    assertFalse(middle.contains("class=\"previous\""), middle);
    assertFalse(middle.contains("class=\"up\""), middle);
    assertTrue(middle.contains("href=\"A3_x.html\"><span>Next</span> A3. N &amp; A3</a>"), middle);
    assertTrue(middle.contains("href=\"A3_x.html#end\">on</a>"), middle);
    assertTrue(middle.contains("href=\"../A1_x.md\">back</a>"), middle);

    HtmlPages all = new HtmlPages(temp.resolve("out"), course, notebooks, true);
    List<NotebookRun> runs = notebooks.stream().map(n -> new NotebookRun(n, List.of(), 0)).toList();
    runs.forEach(all::write);
    String index = Files.readString(all.writeIndex().orElseThrow());
    String last = Files.readString(temp.resolve("out/A3_x.html"));
    assertTrue(last.contains("href=\"A2_x.html\"><span>Before</span>"), last);
    assertTrue(last.contains("class=\"up\" href=\"index.html\""), last);
    assertFalse(last.contains("class=\"next\""), last);
    assertTrue(index.contains("<b>A1</b> <a href=\"A1_x.html\">N &amp; A1</a>"), index);
    assertTrue(index.contains("3 passed, 0 failed"), index);
    assertTrue(index.contains("<h2 id=\"part-A\">A. Know what you have</h2>\n<p>"), index);
    assertEquals(1, index.split("<ol class=\"list\">").length - 1, index);
    assertTrue(index.contains("<h2 id=\"words\">Words</h2>\n<div class=\"scroll\""), index);
    assertTrue(index.contains("<td>salt</td>"), index);
  }
}
