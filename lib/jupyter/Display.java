//DEPS org.dflib.jjava:jjava-jupyter:1.0-a6
//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//SOURCES ../notebook/Shown.java
//SOURCES ../report/Html.java
//SOURCES ../report/PlotlyBundle.java
package jupyter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import notebook.Shown;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import project.TextTable;
import report.Html;
import report.PlotlyBundle;
import tech.tablesaw.plotly.components.Figure;

/**
 * Values as Jupyter shows them: text always, and HTML or a picture beside it. The first chart
 * carries Plotly itself, so that a notebook needs no network; the others use that of the first.
 */
final class Display {
  /** Defines {@code window.sparkLabPlotly}, a promise of Plotly. */
  private static final String PLOTLY =
      """
      <script>
      window.sparkLabPlotly = window.sparkLabPlotly || (async function () {
        const zipped = Uint8Array.from(atob("%s"), c => c.charCodeAt(0));
        const plain = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
        const module = {exports: {}};
        new Function("module", "exports", "define", await new Response(plain).text())(
            module, module.exports, undefined);
        return module.exports;
      })();
      </script>
      """;

  private static final String CHART =
      """
      <div id="%1$s">The chart needs that of the notebook's first chart: run that one, too.</div>
      <script>
      window.sparkLabPlotly && window.sparkLabPlotly.then(function (Plotly) {
        document.getElementById("%1$s").textContent = "";
      %2$s
      });
      </script>
      """;

  private int charts;

  /** What is shown of a value. */
  DisplayData of(Shown shown) {
    DisplayData data = new DisplayData(shown.text());
    shown.table().ifPresent(table -> data.putHTML(html(table)));
    shown.figure().ifPresent(figure -> data.putHTML(html(figure)));
    shown.svg().ifPresent(svg -> data.putData("image/svg+xml", svg));
    shown.png().ifPresent(png -> data.putData("image/png", png));
    return data;
  }

  private static String html(TextTable table) {
    return "<table><thead>%s</thead><tbody>%s</tbody></table>"
        .formatted(
            row(table, "th", table.header()),
            table.rows().stream()
                .map(row -> row(table, "td", row))
                .collect(Collectors.joining("\n")));
  }

  private static String row(TextTable table, String element, List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            c ->
                "<%1$s style=\"text-align:%2$s\">%3$s</%1$s>"
                    .formatted(
                        element, table.isNumber(c) ? "right" : "left", Html.escape(cells.get(c))))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private String html(Figure figure) {
    charts++;
    // Unique in a page that several kernels have written to; Tablesaw names a variable so.
    String id = "chart%dx%d".formatted(ProcessHandle.current().pid(), charts);
    String script = figure.asJavascript(id).replaceAll("^\\s*<script>|</script>\\s*$", "");
    return (charts == 1 ? PLOTLY.formatted(PlotlyBundle.gzipBase64()) : "")
        + CHART.formatted(id, script.replace("</", "<\\/").replace("<!--", "<\\!--"));
  }
}
