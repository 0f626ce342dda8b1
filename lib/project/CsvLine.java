package project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One physical line of a CSV file, read on its own: a quote that a killed writer left open cannot
 * swallow the lines after it.
 */
public final class CsvLine {
  private static final char QUOTE = '"';

  private CsvLine() {}

  /**
   * The values of a line; quotes around a value are taken off, doubled ones inside it become one.
   *
   * @return empty when the quotes are broken
   */
  public static Optional<List<String>> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      boolean quoted = at < line.length() && line.charAt(at) == QUOTE;
      int end = quoted ? closing(line, at + 1) + 1 : line.indexOf(separator, at);
      if (quoted && (end == 0 || end < line.length() && line.charAt(end) != separator)) {
        return Optional.empty();
      }
      int stop = end < 0 ? line.length() : end;
      fields.add(
          quoted
              ? line.substring(at + 1, stop - 1).replace("\"\"", "\"")
              : line.substring(at, stop));
      at = stop + 1;
    }
    return Optional.of(fields);
  }

  /** Where the quote is that ends the value; -1 without one. */
  private static int closing(String line, int from) {
    int at = line.indexOf(QUOTE, from);
    while (at >= 0 && at + 1 < line.length() && line.charAt(at + 1) == QUOTE) {
      at = line.indexOf(QUOTE, at + 2);
    }
    return at;
  }
}
