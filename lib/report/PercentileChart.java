//SOURCES ../project/Quantity.java
//DEPS org.jfree:jfreechart:1.5.6
//SOURCES ChartFont.java
//SOURCES Findings.java
//SOURCES Headline.java
//SOURCES LabelledBars.java
//SOURCES Numbers.java
//SOURCES Trust.java
//SOURCES ../runs/Environment.java
//SOURCES ../runs/Run.java
//SOURCES ../project/AtomicFile.java
package report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.ScatterRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.statistics.DefaultMultiValueCategoryDataset;
import project.AtomicFile;
import project.Quantity;
import runs.Environment;
import runs.Run;

/** {@code p95_chart.png}: p50, p95 and every run of both variants, for a slide. */
final class PercentileChart {
  static final int WIDTH = 1600;
  static final int HEIGHT = 900;

  private static final Color INK = new Color(0x1c2430);
  private static final Color MUTED = new Color(0x5a6472);
  private static final Color GRID = new Color(0xdde2e8);
  private static final String EVERY_RUN = "every run";

  private PercentileChart() {}

  /**
   * Draws the chart; without a claim to make it shows the sentence and no bars.
   *
   * @throws ChartFont.Missing when Java finds no font to write with
   */
  static void write(Findings f, Path file) {
    ChartFont.require(file.getFileName().toString(), "report");
    boolean bars = f.comparable() || !f.selection().complete();
    JFreeChart chart = new JFreeChart(null, null, bars ? plot(f) : empty(f), bars);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(36, 44, 28, 52));
    titles(f).forEach(chart::addSubtitle);
    if (bars) {
      chart.getLegend().setPosition(RectangleEdge.TOP);
      chart.getLegend().setHorizontalAlignment(HorizontalAlignment.LEFT);
      chart.getLegend().setItemFont(ChartFont.plain(24));
      chart.getLegend().setItemPaint(INK);
      chart.getLegend().setFrame(BlockBorder.NONE);
      chart.getLegend().setPadding(14, 0, 14, 0);
      chart.getLegend().setItemLabelPadding(new RectangleInsets(2, 10, 2, 40));
      // Subtitles are laid out in order: the legend belongs below the text.
      chart.addSubtitle(chart.getSubtitleCount(), chart.getLegend());
      chart.removeSubtitle(chart.getSubtitle(0));
    }
    AtomicFile.write(file, temporary -> save(chart, temporary));
  }

  private static void save(JFreeChart chart, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ChartUtils.writeChartAsPNG(out, chart, WIDTH, HEIGHT);
    }
  }

  private static List<TextTitle> titles(Findings f) {
    Headline headline = Headline.of(f);
    String finding = headline.lead() + (f.comparable() ? ", identical output" : "");
    return List.of(
        title(finding, 42, true, INK),
        title(headline.basis(), 24, false, MUTED),
        title(conditions(f.newest()), 24, false, MUTED));
  }

  /** Data and machine in one line; of a command of the reader's less is known. */
  private static String conditions(Run run) {
    Environment e = run.environment();
    return e.sparkVersion().isEmpty()
        ? Trust.machine(e)
        : "%s rows in %s files \u00b7 %d cores, heap %s MiB, Spark %s, Java %s"
            .formatted(
                Quantity.count(run.data().rows()),
                Quantity.count(run.data().files()),
                e.cores(),
                Quantity.count(e.heapMb()),
                e.sparkVersion(),
                e.javaVersion());
  }

  private static TextTitle title(String text, int size, boolean bold, Color color) {
    TextTitle title = new TextTitle(text, bold ? ChartFont.bold(size) : ChartFont.plain(size));
    title.setPaint(color);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(3, 0, 3, 0);
    return title;
  }

  private static CategoryPlot empty(Findings f) {
    CategoryPlot plot = new CategoryPlot(null, null, null, null);
    plot.setNoDataMessage(Headline.of(f).facts());
    plot.setNoDataMessageFont(ChartFont.plain(30));
    plot.setNoDataMessagePaint(INK);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    return plot;
  }

  private static CategoryPlot plot(Findings f) {
    DefaultCategoryDataset bars = new DefaultCategoryDataset();
    DefaultMultiValueCategoryDataset dots = new DefaultMultiValueCategoryDataset();
    for (Sample sample : f.selection().samples()) {
      if (!sample.isEmpty()) {
        String series = "%s (%s)".formatted(sample.name(), Numbers.runs(sample.runs().size()));
        bars.addValue(f.durations(sample).p50(), series, "p50");
        bars.addValue(f.durations(sample).p95(), series, "p95");
        bars.addValue(null, series, EVERY_RUN);
        dots.add(List.of(), series, "p50");
        dots.add(List.of(), series, "p95");
        dots.add(Arrays.stream(sample.durationsSec()).boxed().toList(), series, EVERY_RUN);
      }
    }
    CategoryPlot plot =
        new CategoryPlot(
            bars,
            categories(),
            seconds(),
            new LabelledBars(INK, ChartFont.bold(28), Numbers::seconds));
    plot.setDataset(1, dots);
    plot.setRenderer(1, scatter());
    int series = 0;
    for (Sample sample : f.selection().samples()) {
      if (!sample.isEmpty()) {
        Color color = Color.decode(sample.side().color());
        plot.getRenderer(0).setSeriesPaint(series, color);
        plot.getRenderer(1).setSeriesPaint(series++, color);
      }
    }
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(GRID);
    plot.setRangeGridlineStroke(new BasicStroke(1.5f));
    return plot;
  }

  private static CategoryAxis categories() {
    CategoryAxis axis = new CategoryAxis();
    axis.setTickLabelFont(ChartFont.plain(26));
    axis.setTickLabelPaint(INK);
    axis.setAxisLineVisible(false);
    axis.setCategoryMargin(0.22);
    axis.setLowerMargin(0.02);
    axis.setUpperMargin(0.02);
    return axis;
  }

  private static NumberAxis seconds() {
    NumberAxis axis = new NumberAxis("job time, seconds");
    axis.setLabelFont(ChartFont.plain(22));
    axis.setLabelPaint(MUTED);
    axis.setTickLabelFont(ChartFont.plain(22));
    axis.setTickLabelPaint(MUTED);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    // A bar that does not start at zero lies about its length.
    axis.setAutoRangeIncludesZero(true);
    // Roomy labels make JFreeChart choose fewer ticks: the values stand on the bars.
    axis.setTickLabelInsets(new RectangleInsets(24, 4, 24, 10));
    axis.setUpperMargin(0.12);
    return axis;
  }

  private static ScatterRenderer scatter() {
    ScatterRenderer dots = new ScatterRenderer();
    dots.setUseSeriesOffset(true);
    dots.setItemMargin(0.04);
    dots.setDefaultShape(new Ellipse2D.Double(-9, -9, 18, 18));
    dots.setAutoPopulateSeriesShape(false);
    dots.setUseFillPaint(false);
    dots.setDrawOutlines(true);
    dots.setUseOutlinePaint(true);
    dots.setDefaultOutlinePaint(Color.WHITE);
    dots.setAutoPopulateSeriesOutlinePaint(false);
    dots.setDefaultSeriesVisibleInLegend(false);
    return dots;
  }
}
