package sales;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table in plain text: columns of even width, two blanks apart, indented by two.
 *
 * @param align a letter per column: {@code l} text, {@code r} numbers
 * @param header a name per column
 * @param rows cells as they are printed, each row as long as the header
 */
record TextTable(String align, List<String> header, List<List<String>> rows) {

  /** The table as lines, without a line break at the end. */
  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, header.size())
            .map(c -> rows.stream().mapToInt(r -> r.get(c).length()).max().orElse(0))
            .toArray();
    return IntStream.rangeClosed(-1, rows.size() - 1)
        .mapToObj(r -> line(r < 0 ? header : rows.get(r), widths))
        .collect(Collectors.joining("\n"));
  }

  private String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            c -> {
              int width = Math.max(widths[c], header.get(c).length());
              return ("%" + (align.charAt(c) == 'r' ? "" : "-") + width + "s")
                  .formatted(cells.get(c));
            })
        .collect(Collectors.joining("  ", "  ", ""))
        .stripTrailing();
  }

  /** The same cells as a Markdown table. */
  String markdown() {
    String rule =
        align.chars().mapToObj(a -> a == 'r' ? "---:" : "---").collect(Collectors.joining(" | "));
    return markdownLine(header)
        + "| "
        + rule
        + " |\n"
        + rows.stream().map(TextTable::markdownLine).collect(Collectors.joining());
  }

  private static String markdownLine(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
