//SOURCES ../project/TextTable.java
//SOURCES Html.java
package report;

import java.util.List;
import java.util.stream.IntStream;
import project.TextTable;

/**
 * A table to look at: the same cells as Markdown, as HTML and on the console.
 *
 * @param caption what the table shows
 * @param align a letter per column: {@code l} text, {@code r} numbers
 * @param header a name per column
 * @param rows cells as they are printed, each row as long as the header
 */
public record Grid(String caption, String align, List<String> header, List<List<String>> rows) {

  /** A longer table gets a height of its own on the page, so that the reader can scroll past it. */
  private static final int MANY = 30;

  /** Checks that every row fits. */
  public Grid {
    for (List<String> row : rows) {
      if (row.size() != header.size() || align.length() != header.size()) {
        throw new IllegalArgumentException(caption + ": row " + row + " does not fit " + header);
      }
    }
  }

  /** Whether there is nothing to show. */
  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** A Markdown table. */
  String markdown() {
    return table().markdown();
  }

  private TextTable table() {
    return new TextTable(align, header, rows);
  }

  /** An HTML table in its own scrolling container; the first column names the row. */
  String html() {
    StringBuilder out = new StringBuilder();
    out.append(
            "<div class=\"scroll%s\" tabindex=\"0\" role=\"region\" aria-label=\""
                .formatted(rows.size() > MANY ? " tall" : ""))
        .append(Html.escape(caption))
        .append("\">\n<table>\n<caption>")
        .append(Html.prose(caption))
        .append("</caption>\n<thead><tr>");
    IntStream.range(0, header.size())
        .forEach(c -> out.append(cell("th scope=\"col\"", "th", c, header.get(c))));
    out.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      out.append("<tr>").append(cell("th scope=\"row\"", "th", 0, row.get(0)));
      IntStream.range(1, row.size()).forEach(c -> out.append(cell("td", "td", c, row.get(c))));
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>\n</div>\n").toString();
  }

  private String cell(String open, String close, int column, String text) {
    return "<%s%s>%s</%s>"
        .formatted(open, isNumber(column) ? " class=\"n\"" : "", Html.prose(text), close);
  }

  /** Columns of even width, for a console. */
  String plain() {
    return table().plain("");
  }

  private boolean isNumber(int column) {
    return align.charAt(column) == 'r';
  }
}
