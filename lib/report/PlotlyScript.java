//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
package report;

import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.plotly.components.Figure;

/**
 * JavaScript that hands a figure to its page. Tablesaw's own script runs unchanged, but the Plotly
 * it sees is the page's, which adds what Tablesaw has no way to say: bar labels, theme.
 */
public final class PlotlyScript {
  private PlotlyScript() {}

  /**
   * A figure as it stands, in the page's colours.
   *
   * @param id of the element it is drawn into, letters and digits: Tablesaw names a variable so
   */
  public static String of(String id, Figure figure) {
    return of(id, "null", figure);
  }

  /**
   * A chart of times over runs, laid out by the page.
   *
   * @param labels for each trace the text at each of its points; empty for none
   */
  static String of(String id, List<List<String>> labels, Figure figure) {
    return of(id, array(labels), figure);
  }

  private static String of(String id, String labels, Figure figure) {
    String script = figure.asJavascript(id).replaceAll("^\\s*<script>|</script>\\s*$", "");
    return "lab.charts.push({id: '%s', labels: %s, draw: function (Plotly) {\n%s\n}});\n"
        .formatted(id, labels, contained(script));
  }

  /** What the data say must not end the page's script. */
  private static String contained(String script) {
    return script.replace("</", "<\\/").replace("<!--", "<\\!--");
  }

  private static String array(List<List<String>> labels) {
    return labels.stream()
        .map(l -> l.stream().map(s -> "\"" + s + "\"").collect(Collectors.joining(",", "[", "]")))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
