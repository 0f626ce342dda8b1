//DEPS org.jfree:jfreechart:1.5.6
package report;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.function.DoubleFunction;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.CategoryDataset;

/** Flat bars with their value written beyond their end. */
final class LabelledBars extends BarRenderer {
  /** Bars with values in this font and colour, written as {@code label} says. */
  LabelledBars(Color ink, Font font, DoubleFunction<String> label) {
    setBarPainter(new StandardBarPainter());
    setShadowVisible(false);
    setItemMargin(0.04);
    setMaximumBarWidth(0.13);
    setDefaultItemLabelGenerator(new Values(label));
    setDefaultItemLabelsVisible(true);
    setDefaultItemLabelFont(font);
    setDefaultItemLabelPaint(ink);
    setItemLabelInsets(new RectangleInsets(8, 8, 8, 8));
    setDefaultLegendShape(new Rectangle2D.Double(-13, -13, 26, 26));
    setAutoPopulateSeriesShape(false);
  }

  private record Values(DoubleFunction<String> label) implements CategoryItemLabelGenerator {
    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
      Number value = data.getValue(row, column);
      return value == null ? "" : label.apply(value.doubleValue());
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
