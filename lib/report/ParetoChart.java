//SOURCES Html.java
//SOURCES ../compare/Pareto.java
//SOURCES ../project/Quantity.java
package report;

import compare.Pareto;
import java.util.Locale;
import project.Quantity;

/**
 * Bars, largest first, and the line of their running sum. It has no text of its own, so that it can
 * be stretched to any width; the table below it has the names and numbers.
 */
final class ParetoChart {
  private static final int HEIGHT = 100;

  /** Of the width of a bar and its gap. */
  private static final double BAR = 0.82;

  private ParetoChart() {}

  static String html(Pareto pareto, String unit) {
    int n = pareto.items().size();
    StringBuilder bars = new StringBuilder();
    StringBuilder line = new StringBuilder("M0 " + HEIGHT);
    double largest = pareto.items().get(0).value();
    for (int i = 0; i < n; i++) {
      Pareto.Item item = pareto.items().get(i);
      double height = HEIGHT * item.value() / largest;
      bars.append(
          text(
              "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"><title>%s</title></rect>",
              i + (1 - BAR) / 2, HEIGHT - height, BAR, height, Html.escape(item.name())));
      line.append(text("L%d %.2f", i + 1, HEIGHT * (1 - item.cumulative())));
    }
    return """
<figure class="pareto">
<svg viewBox="0 0 %1$d %2$d" preserveAspectRatio="none" role="img" aria-label="%3$s">
<g>%4$s</g><path class="eighty" d="M0 %5$s H%1$d"/><path class="sum" d="%6$s"/></svg>
<figcaption>Bars: %7$s, largest first. Line: share of the sum; dashed: 80&nbsp;%%.</figcaption>
</figure>
"""
        .formatted(
            n,
            HEIGHT,
            Html.escape(
                "%s of %s, largest first, and their running sum; the table has the numbers"
                    .formatted(unit, Quantity.count(n, "model"))),
            bars,
            text("%.0f", 0.2 * HEIGHT),
            line,
            Html.escape(unit));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
