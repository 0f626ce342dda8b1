//SOURCES Html.java
//SOURCES LineageDiagram.java
//SOURCES LineageDrawing.java
//SOURCES LineageLabels.java
//SOURCES LineageRails.java
//SOURCES ../operate/lineage/Lineage.java
//SOURCES ../project/Packed.java
//SOURCES ../project/Quantity.java
//FILES report/lineage.css=lineage.css
package report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import operate.lineage.Lineage;
import operate.lineage.LineageLayers;
import project.Packed;
import project.Quantity;
import report.LineageLabels.Arrow;

/**
 * The lineage as one SVG, for a page and for a file: from left to right in a large window, from top
 * to bottom in a small one, light or dark as the reader has it.
 */
public final class LineagePicture {
  /** A generous width of a letter of the legend. */
  private static final double LETTER = 6.3;

  private static final int LEGEND_LINE = 20;

  /** How small, of its own size, a page may show it before it scrolls. */
  private static final double LEAST = 0.66;

  /** Around everything. */
  private static final int MARGIN = 18;

  private LineagePicture() {}

  /** An {@code svg} element, which is also a file. */
  public static String svg(Lineage lineage) {
    LineageLabels labels = new LineageLabels(lineage);
    LineageLayers layout = LineageLayers.of(lineage.graph());
    List<Arrow> arrows =
        Stream.of(Arrow.values())
            .filter(a -> lineage.graph().edges().stream().anyMatch(e -> Arrow.of(e) == a))
            .toList();
    LineageDrawing wide = legendBeside(new LineageDiagram(labels, layout).drawing(), arrows);
    LineageDrawing narrow = legendBelow(new LineageRails(labels, layout).drawing(), arrows);
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="lineage" role="img" width="%d" height="%d" \
    style="--least: %dpx" aria-label="%s">
    <style>
    %s</style>
    %s%s</svg>
    """
        .formatted(
            wide.width(),
            wide.height(),
            Math.round(LEAST * wide.width()),
            Html.escape(description(lineage)),
            Packed.text("/report/lineage.css")
                .replace("WIDE_WIDTH", Integer.toString(wide.width()))
                .replace("WIDE_HEIGHT", Integer.toString(wide.height()))
                .replace("NARROW_WIDTH", Integer.toString(narrow.width()))
                .replace("NARROW_HEIGHT", Integer.toString(narrow.height())),
            part("wide", wide),
            part("narrow", narrow));
  }

  private static String part(String name, LineageDrawing drawing) {
    return """
    <svg class="%s" viewBox="%d %d %d %d" width="100%%" height="100%%" \
    preserveAspectRatio="xMinYMin meet">
    <rect class="paper" x="%d" y="%d" width="%d" height="%d" rx="10"/>
    %s</svg>
    """
        .formatted(
            name,
            -MARGIN,
            -MARGIN,
            drawing.width(),
            drawing.height(),
            -MARGIN,
            -MARGIN,
            drawing.width(),
            drawing.height(),
            drawing.svg());
  }

  private static LineageDrawing legendBeside(LineageDrawing drawing, List<Arrow> arrows) {
    StringBuilder out = new StringBuilder(drawing.svg());
    double x = 0;
    for (Arrow arrow : arrows) {
      out.append(entry(arrow, x, drawing.height() + 24));
      x += 70 + arrow.meaning.length() * LETTER;
    }
    return framed(Math.max(drawing.width(), x), drawing.height() + 28, out);
  }

  private static LineageDrawing legendBelow(LineageDrawing drawing, List<Arrow> arrows) {
    StringBuilder out = new StringBuilder(drawing.svg());
    double y = drawing.height() + 20;
    for (boolean job : new boolean[] {false, true}) {
      double x = job ? 90 : 8;
      out.append(LineageDrawing.shape(job, x, y - 12, 16, 16));
      out.append(LineageDrawing.text("note", x + 24, y, job ? "job" : "table"));
    }
    for (Arrow arrow : arrows) {
      y += LEGEND_LINE;
      out.append(entry(arrow, 0, y));
    }
    return framed(drawing.width(), y + 4, out);
  }

  private static LineageDrawing framed(double width, double height, StringBuilder svg) {
    return new LineageDrawing(
        (int) Math.ceil(width) + 2 * MARGIN, (int) Math.ceil(height) + 2 * MARGIN, svg.toString());
  }

  private static String entry(Arrow arrow, double x, double y) {
    String line = LineageDrawing.path("M%s %sh26", x, y - 4);
    return LineageDrawing.arrow(arrow, line, x + 33, y - 4)
        + LineageDrawing.text("note", x + 42, y, arrow.meaning);
  }

  /** What the picture shows, for whoever cannot see it. */
  private static String description(Lineage lineage) {
    String jobs =
        lineage.jobs().stream()
            .map(
                job ->
                    "%s reads %s and writes %s"
                        .formatted(
                            job.name(),
                            tables(lineage, job.name(), true),
                            tables(lineage, job.name(), false)))
            .collect(Collectors.joining("; "));
    return String.format(
        Locale.ROOT,
        "Lineage of %s: %s.",
        Quantity.count(lineage.graph().jobs().size(), "job"),
        jobs);
  }

  private static String tables(Lineage lineage, String job, boolean reads) {
    String tables =
        lineage.graph().of(job).stream()
            .filter(edge -> edge.reads() == reads)
            .map(edge -> edge.table())
            .collect(Collectors.joining(", "));
    return tables.isEmpty() ? "nothing" : tables;
  }
}
