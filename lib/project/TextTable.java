//SOURCES Markdown.java
package project;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of text, for a console and for Markdown.
 *
 * @param align a letter per column: {@code l} text, {@code r} numbers
 * @param header a name per column
 * @param rows cells as they are printed, each row as long as the header
 */
public record TextTable(String align, List<String> header, List<List<String>> rows) {

  /** Checks that every row fits. */
  public TextTable {
    for (List<String> row : rows) {
      if (row.size() != header.size() || align.length() != header.size()) {
        throw new IllegalArgumentException("row " + row + " does not fit " + header);
      }
    }
  }

  /** The same table without the column of this name. */
  public TextTable without(String column) {
    int left = header.indexOf(column);
    return new TextTable(
        align.substring(0, left) + align.substring(left + 1),
        without(header, left),
        rows.stream().map(row -> without(row, left)).toList());
  }

  private static List<String> without(List<String> cells, int left) {
    return IntStream.range(0, cells.size()).filter(c -> c != left).mapToObj(cells::get).toList();
  }

  /** Whether a column holds numbers, which stand to the right. */
  public boolean isNumber(int column) {
    return align.charAt(column) == 'r';
  }

  /**
   * Columns of even width, two blanks apart; no line break at the end.
   *
   * @param indent what every line starts with
   */
  public String plain(String indent) {
    int[] widths =
        IntStream.range(0, header.size())
            .map(c -> rows.stream().mapToInt(r -> r.get(c).length()).max().orElse(0))
            .toArray();
    return IntStream.rangeClosed(-1, rows.size() - 1)
        .mapToObj(r -> indent + plainRow(r < 0 ? header : rows.get(r), widths))
        .collect(Collectors.joining("\n"));
  }

  private String plainRow(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            c -> {
              int width = Math.max(1, Math.max(widths[c], header.get(c).length()));
              return ("%" + (isNumber(c) ? "" : "-") + width + "s").formatted(cells.get(c));
            })
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  /** A Markdown table; what Markdown would take for markup is escaped. */
  public String markdown() {
    StringBuilder out = new StringBuilder(markdownRow(header));
    out.append(
        IntStream.range(0, header.size())
            .mapToObj(c -> isNumber(c) ? "---:" : "---")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    rows.forEach(row -> out.append(markdownRow(row)));
    return out.toString();
  }

  private static String markdownRow(List<String> cells) {
    return cells.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
