//SOURCES Html.java
//SOURCES LineageLabels.java
package report;

import java.util.Locale;
import report.LineageLabels.Arrow;

/**
 * A part of the picture of the lineage, in units that are pixels where there is room.
 *
 * @param svg its elements
 */
record LineageDrawing(int width, int height, String svg) {

  /** A line of text. */
  static String text(String style, double x, double y, String text) {
    return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>%n"
        .formatted(style, number(x), number(y), Html.escape(text));
  }

  /** What stands for a table or a job. */
  static String shape(boolean job, double x, double y, double width, double height) {
    return "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>%n"
        .formatted(
            job ? "job" : "table",
            number(x),
            number(y),
            number(width),
            number(height),
            number(job ? Math.min(10, height / 2) : 2));
  }

  /**
   * A line with a tip.
   *
   * @param x where the tip ends; the line stops a little before
   */
  static String arrow(Arrow arrow, String line, double x, double y) {
    return "<path class=\"line %s\" d=\"%s\"/>%n<path class=\"tip %s\" d=\"M%s %sl-7 -4.5v9z\"/>%n"
        .formatted(arrow.style(), line, arrow.style(), number(x), number(y));
  }

  /** Numbers as in the drawing, so that the same number reads the same on every machine. */
  static String path(String pattern, double... numbers) {
    Object[] texts = new Object[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      texts[i] = number(numbers[i]);
    }
    return pattern.formatted(texts);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }
}
