//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//SOURCES Grid.java
//SOURCES Html.java
//SOURCES PlotlyScript.java
package report;

import java.util.List;
import tech.tablesaw.plotly.components.Figure;

/**
 * A chart of the page and the table with the same numbers.
 *
 * @param id of its element
 * @param title what it shows
 * @param alt what a reader who cannot see it should know
 * @param figure drawn by Plotly
 * @param labels for each trace the text at each of its points; empty for none
 * @param table the numbers of the chart
 */
record Chart(
    String id, String title, String alt, Figure figure, List<List<String>> labels, Grid table) {

  /** The same chart beside another table. */
  Chart with(Grid other) {
    return new Chart(id, title, alt, figure, labels, other);
  }

  /** The place of the chart, its fallback text, and its table. */
  String html() {
    return
"""
<figure class="chart" id="figure-%1$s">
<figcaption><h3>%2$s</h3></figcaption>
<div class="plot" id="%1$s" role="img" aria-label="%3$s"></div>
<p class="fallback">The chart is drawn by JavaScript; the table has the same numbers.</p>
%4$s</figure>
"""
        .formatted(id, Html.prose(title), Html.escape(alt), table.html());
  }

  /** JavaScript that hands the figure to the page. */
  String script() {
    return PlotlyScript.of(id, labels, figure);
  }
}
