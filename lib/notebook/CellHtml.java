//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//SOURCES CellRun.java
//SOURCES JavaTokens.java
//SOURCES ../report/Html.java
//SOURCES ../report/PlotlyScript.java
package notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import project.TextTable;
import report.Html;
import report.PlotlyScript;
import tech.tablesaw.plotly.components.Figure;

/** Cells that ran, as HTML: the code, and below it what it printed and its value. */
final class CellHtml {
  /** What {@code lesson.Claim} prints before a claim. */
  static final String HOLDS = "holds: ";

  /** A column inside a line, or a branch of a tree: such text is not broken where a page is narrow. */
  private static final Pattern ALIGNED = Pattern.compile("\\S {2,}\\S|^[ :|]*(\\+-|:-)");

  /** Characters; what is longer among numbers, as a schema, may be broken as text is. */
  private static final int LONGEST_NUMBER = 24;

  private final List<String> charts = new ArrayList<>();

  /** The scripts that draw the charts of the cells so far. */
  List<String> charts() {
    return List.copyOf(charts);
  }

  String html(CellRun run) {
    String output = printed(run.printed()) + run.shown().map(this::value).orElse("");
    return
"""
    <div class="cell" id="line-%1$d">
    <div class="bar"><span>line %1$d</span><span>%2$s</span>
<button class="copy" type="button" hidden>Copy</button></div>
    <pre class="java" tabindex="0"><code>%3$s</code></pre>
    %4$s</div>
"""
        .formatted(
            run.cell().line(),
            time(run.seconds()),
            JavaTokens.html(run.cell().code().stripTrailing()),
            output.isEmpty() ? "" : "<div class=\"output\">\n%s</div>\n".formatted(output));
  }

  /** {@code 0.42 s}. */
  static String time(double seconds) {
    return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
  }

  /** Claims that hold, each with a mark, and other lines as they stand. */
  private static String printed(String text) {
    StringBuilder out = new StringBuilder();
    List<String> plain = new ArrayList<>();
    for (String line : text.stripTrailing().lines().toList()) {
      if (line.startsWith(HOLDS)) {
        out.append(pre(plain));
        out.append(
                "<p class=\"holds\"><span class=\"mark\" role=\"img\""
                    + " aria-label=\"holds:\">✓</span> ")
            .append(Html.escape(line.substring(HOLDS.length())))
            .append("</p>\n");
      } else {
        plain.add(line);
      }
    }
    return out.append(pre(plain)).toString();
  }

  /** Takes the lines. */
  private static String pre(List<String> lines) {
    String text = String.join("\n", lines);
    lines.clear();
    return text.isBlank() ? "" : pre(text);
  }

  private static String pre(String text) {
    boolean aligned = text.lines().anyMatch(line -> ALIGNED.matcher(line).find());
    return "<pre class=\"text%s\" tabindex=\"0\">%s</pre>\n"
        .formatted(aligned ? " aligned" : "", Html.code(text));
  }

  private String value(Shown shown) {
    if (shown.table().isPresent()) {
      String below =
          shown
              .below()
              .map(b -> "<p class=\"below\">%s</p>\n".formatted(Html.escape(b)))
              .orElse("");
      return table(shown.table().get()) + below;
    }
    if (shown.figure().isPresent()) {
      return chart(shown.figure().get());
    }
    if (shown.image().isPresent()) {
      return "<img class=\"picture\" alt=\"%s\" src=\"data:image/png;base64,%s\">\n"
          .formatted(Html.escape(shown.text()), shown.png().orElseThrow());
    }
    if (shown.bars().isPresent()) {
      // Where there is no font to draw with, bars of characters say the same.
      return shown
          .svg()
          .map(svg -> "<div class=\"picture\">%s</div>\n".formatted(svg))
          .orElseGet(() -> pre(shown.text()));
    }
    return shown.text().isBlank() ? "" : pre(shown.text());
  }

  /** Values as they are: no caption, and no column that names the row. */
  private static String table(TextTable table) {
    String head =
        IntStream.range(0, table.header().size())
            .mapToObj(c -> element("th scope=\"col\"", "th", table, c, table.header().get(c)))
            .collect(Collectors.joining());
    String rows =
        table.rows().stream()
            .map(
                row ->
                    IntStream.range(0, row.size())
                        .mapToObj(c -> element("td", "td", table, c, row.get(c)))
                        .collect(Collectors.joining("", "<tr>", "</tr>\n")))
            .collect(Collectors.joining());
    return """
    <div class="scroll" tabindex="0"><table>
    <thead><tr>%s</tr></thead>
    <tbody>
    %s</tbody>
    </table></div>
    """
        .formatted(head, rows);
  }

  private static String element(
      String open, String close, TextTable table, int column, String text) {
    String type = text.length() > LONGEST_NUMBER ? "n long" : "n";
    String number = table.isNumber(column) ? " class=\"%s\"".formatted(type) : "";
    return "<%s%s>%s</%s>".formatted(open, number, Html.escape(text), close);
  }

  private String chart(Figure figure) {
    String id = "chart" + (charts.size() + 1);
    charts.add(PlotlyScript.of(id, figure));
    return """
    <figure class="chart" id="figure-%1$s">
    <div class="plot" id="%1$s" role="img" aria-label="A chart"></div>
    <p class="fallback">The chart is drawn by JavaScript.</p>
    </figure>
    """
        .formatted(id);
  }
}
