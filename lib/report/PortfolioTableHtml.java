//SOURCES Grid.java
//SOURCES Html.java
package report;

import java.util.List;
import java.util.Locale;

/** A table of a portfolio as HTML: with bars behind its names, or a drawing beside them. */
final class PortfolioTableHtml {
  private PortfolioTableHtml() {}

  /**
   * A table in its own scrolling container.
   *
   * @param kind a class of the table
   * @param bars for each row a length from 0 to 1; empty for none
   * @param drawn name of the column of drawings, the second; ignored without any
   * @param drawings HTML for each row; empty for none
   */
  static String of(Grid grid, String kind, double[] bars, String drawn, List<String> drawings) {
    String caption = Html.prose(grid.caption());
    StringBuilder out = new StringBuilder();
    out.append(
        "<div class=\"scroll tall\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n<table%s>\n"
            .formatted(
                Html.escape(grid.caption()), kind.isEmpty() ? "" : " class=\"" + kind + "\""));
    out.append("<caption>").append(caption).append("</caption>\n<thead><tr>");
    for (int c = 0; c < grid.header().size(); c++) {
      out.append(cell(grid, "th scope=\"col\"", "th", c, grid.header().get(c)));
      boolean here = c == 0 && !drawings.isEmpty();
      out.append(here ? "<th scope=\"col\">" + Html.escape(drawn) + "</th>" : "");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int r = 0; r < grid.rows().size(); r++) {
      List<String> row = grid.rows().get(r);
      out.append("<tr");
      if (bars.length > 0) {
        out.append(String.format(Locale.ROOT, " style=\"--bar:%.1f%%\"", 100 * bars[r]));
      }
      out.append('>').append(cell(grid, "th scope=\"row\"", "th", 0, row.get(0)));
      out.append(drawings.isEmpty() ? "" : "<td>" + drawings.get(r) + "</td>");
      for (int c = 1; c < row.size(); c++) {
        out.append(cell(grid, "td", "td", c, row.get(c)));
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private static String cell(Grid grid, String open, String close, int column, String text) {
    String kind = grid.align().charAt(column) == 'r' ? " class=\"n\"" : "";
    return "<" + open + kind + ">" + Html.prose(text) + "</" + close + ">";
  }
}
