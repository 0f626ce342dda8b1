package sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How shares, ratios and paragraphs read in the text that {@code inspect} prints. */
final class Readable {
  /** Sentences are broken so that they read well in a terminal of 100 columns. */
  private static final int COLUMNS = 90;

  private Readable() {}

  /** {@code 20.00 %}, {@code 0.0012 %}; what is there never reads as if it were not. */
  static String share(long part, long whole) {
    if (part == 0 || whole == 0) {
      return "0 %";
    }
    double percent = 100.0 * part / whole;
    if (percent < 0.0001) {
      return "<0.0001 %";
    }
    return String.format(Locale.ROOT, percent < 0.01 ? "%.4f %%" : "%.2f %%", percent);
  }

  /** {@code 3.4}, {@code 25,008}: how many times one thing is another. */
  static String times(double times) {
    return String.format(Locale.ROOT, times < 10 ? "%.1f" : "%,.0f", times);
  }

  /** A paragraph, indented by two, broken between words. */
  static String paragraph(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ");
    for (String word : text.split(" ")) {
      if (line.length() > 1 && line.length() + 1 + word.length() > COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(" ");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return String.join("\n", lines);
  }
}
