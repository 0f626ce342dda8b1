//DEPS org.jfree:jfreechart:1.5.6
//DEPS org.jfree:org.jfree.svg:5.0.7
//SOURCES ../lesson/Bars.java
//SOURCES ../report/ChartFont.java
//SOURCES ../report/Html.java
//SOURCES ../report/LabelledBars.java
//SOURCES ../report/Side.java
package notebook;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import lesson.Bars;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import report.ChartFont;
import report.Html;
import report.LabelledBars;
import report.Side;

/**
 * Draws {@link Bars} as SVG. It has a light ground of its own, so that it reads on white and on
 * dark pages, and the same bars give the same bytes wherever the same fonts are.
 */
final class BarsPicture {
  private static final int WIDTH = 640;
  private static final int BAR = 30;

  /** A generous width of a letter; where the fonts differ, labels still fit. */
  private static final int LETTER = 9;

  /** The share of the width that names may take. */
  private static final float NAMES = 0.45f;

  private static final Color INK = new Color(0x1c2430);
  private static final Color GROUND = new Color(0xfbfaf8);
  private static final String NAIVE = "naive";
  private static final String TUNED = "tuned";

  private BarsPicture() {}

  /**
   * An {@code svg} element, which is also a file.
   *
   * @throws ChartFont.Missing when Java finds no font to write with
   */
  static String svg(Bars bars) {
    ChartFont.require("The picture", "notebook pictures all");
    int height =
        66 + bars.bars().size() * BAR + bars.names().size() * 12 + (bars.isPaired() ? 34 : 0);
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, height);
    // The library counts nanoseconds for it: two pictures in one page must not share a name.
    graphics.setDefsKeyPrefix("bars" + Integer.toHexString(bars.sentence().hashCode()));
    graphics.setGeomDoubleConverter(place -> String.format(Locale.ROOT, "%.1f", place));
    chart(bars).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
    String element =
        graphics.getSVGElement(null, true, new ViewBox(0, 0, WIDTH, height), null, null);
    String named = "<svg role=\"img\" aria-label=\"%s\" ".formatted(Html.escape(bars.sentence()));
    return named + element.substring("<svg ".length()).strip() + "\n";
  }

  private static JFreeChart chart(Bars bars) {
    boolean paired = bars.isPaired();
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    if (paired) {
      // Both rows in this order, whichever bar comes first.
      for (boolean tuned : new boolean[] {false, true}) {
        bars.names().forEach(name -> data.addValue(null, tuned ? TUNED : NAIVE, name));
      }
    }
    for (Bars.Bar bar : bars.bars()) {
      data.addValue(bar.value(), paired && bar.tuned() ? TUNED : NAIVE, bar.name());
    }
    CategoryPlot plot = new CategoryPlot(data, names(), values(bars), renderer(bars));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setBackgroundPaint(GROUND);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinesVisible(false);
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(GROUND);
    chart.setPadding(new RectangleInsets(16, 20, 12, 20));
    TextTitle title = new TextTitle(bars.title(), ChartFont.bold(16));
    title.setPaint(INK);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPadding(0, 0, 6, 0);
    chart.setTitle(title);
    if (paired) {
      chart.addLegend(legend(plot));
    }
    return chart;
  }

  private static LegendTitle legend(CategoryPlot plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setItemFont(ChartFont.plain(14));
    legend.setItemPaint(INK);
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(GROUND);
    legend.setItemLabelPadding(new RectangleInsets(2, 6, 2, 18));
    return legend;
  }

  /** The form's colour, also where a name has one bar only and needs no row beside it. */
  private static LabelledBars renderer(Bars bars) {
    LabelledBars renderer =
        new LabelledBars(INK, ChartFont.plain(14), bars::label) {
          @Override
          public Paint getItemPaint(int row, int column) {
            boolean tuned = bars.isPaired() ? row == 1 : bars.bars().get(column).tuned();
            return color(tuned);
          }
        };
    renderer.setSeriesPaint(0, color(false));
    renderer.setSeriesPaint(1, color(true));
    renderer.setDefaultLegendShape(new Rectangle2D.Double(-6, -6, 12, 12));
    renderer.setMaximumBarWidth(1);
    renderer.setMinimumBarLength(1);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    renderer.setItemLabelInsets(new RectangleInsets(4, 4, 4, 4));
    return renderer;
  }

  private static Color color(boolean tuned) {
    return Color.decode((tuned ? Side.AFTER : Side.BEFORE).color());
  }

  private static CategoryAxis names() {
    CategoryAxis axis = new CategoryAxis();
    axis.setTickLabelFont(ChartFont.plain(14));
    axis.setTickLabelPaint(INK);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setCategoryMargin(0.24);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
    axis.setMaximumCategoryLabelWidthRatio(NAMES);
    axis.setMaximumCategoryLabelLines(2);
    return axis;
  }

  /** Not drawn: the values stand beside their bars. */
  private static NumberAxis values(Bars bars) {
    NumberAxis axis = new NumberAxis();
    axis.setAutoRangeIncludesZero(true);
    int names = bars.names().stream().mapToInt(String::length).max().orElse(0) * LETTER;
    int values =
        bars.bars().stream().mapToInt(bar -> bars.label(bar.value()).length()).max().orElse(0);
    double room = values * LETTER + 2 * LETTER;
    double width = WIDTH - 40 - Math.min(names, NAMES * WIDTH);
    axis.setUpperMargin(Math.max(0, room / Math.max(LETTER, width - room)));
    axis.setVisible(false);
    return axis;
  }
}
