//DEPS org.jfree:jfreechart:1.5.6
//SOURCES ChartFont.java
//SOURCES Numbers.java
package report;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;

/** Flat bars with their value in seconds written above them. */
final class LabelledBars extends BarRenderer {
  LabelledBars(Color ink) {
    setBarPainter(new StandardBarPainter());
    setShadowVisible(false);
    setItemMargin(0.04);
    setMaximumBarWidth(0.13);
    setDefaultItemLabelGenerator(new Seconds());
    setDefaultItemLabelsVisible(true);
    setDefaultItemLabelFont(ChartFont.bold(28));
    setDefaultItemLabelPaint(ink);
    setItemLabelInsets(new RectangleInsets(8, 8, 8, 8));
    setDefaultLegendShape(new Rectangle2D.Double(-13, -13, 26, 26));
    setAutoPopulateSeriesShape(false);
  }

  private static final class Seconds implements CategoryItemLabelGenerator {
    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
      Number value = data.getValue(row, column);
      return value == null ? "" : Numbers.seconds(value.doubleValue());
    }

    @Override
    public String generateRowLabel(CategoryDataset data, int row) {
      return data.getRowKey(row).toString();
    }

    @Override
    public String generateColumnLabel(CategoryDataset data, int column) {
      return data.getColumnKey(column).toString();
    }
  }
}
