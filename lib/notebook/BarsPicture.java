//DEPS org.jfree:org.jfree.svg:5.0.7
//SOURCES ../lesson/Bars.java
//SOURCES ../report/ChartFont.java
//SOURCES ../report/Html.java
//SOURCES ../report/Side.java
package notebook;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lesson.Bars;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import report.ChartFont;
import report.Html;
import report.Side;

/**
 * Draws {@link Bars} as SVG: a name above its bars, a value to the right of each. So the picture is
 * narrow, and its letters are still read where a phone makes it narrower. It has a light ground of
 * its own, so that it reads on white and on dark pages, and the same bars give the same bytes
 * wherever the same fonts are.
 */
final class BarsPicture {
  private static final int WIDTH = 440;
  private static final int EDGE = 16;

  /** From the base of one line of text to that of the next. */
  private static final int LINE = 21;

  private static final int BAR = 18;
  private static final int BETWEEN_BARS = 4;
  private static final int BETWEEN_NAMES = 12;

  /** From the end of a bar to its value. */
  private static final int GAP = 7;

  /** Fonts differ between machines: text that was measured here still fits elsewhere. */
  private static final double OTHER_FONTS = 1.12;

  private static final Color INK = new Color(0x1c2430);
  private static final Color GROUND = new Color(0xfbfaf8);

  private final Bars bars;
  private final SVGGraphics2D graphics;
  private final Font bold = ChartFont.bold(16);
  private final Font plain = ChartFont.plain(15);

  /** Pixels of the longest bar. */
  private final double longest;

  /** Where the next thing begins. */
  private int y = EDGE;

  private BarsPicture(Bars bars, SVGGraphics2D graphics) {
    this.bars = bars;
    this.graphics = graphics;
    double values =
        bars.bars().stream()
            .mapToDouble(bar -> width(plain, bars.label(bar.value())))
            .max()
            .orElse(0);
    this.longest = Math.max(BAR, WIDTH - 2 * EDGE - GAP - values);
  }

  /**
   * An {@code svg} element, which is also a file.
   *
   * @throws ChartFont.Missing when Java finds no font to write with
   */
  static String svg(Bars bars) {
    ChartFont.require("The picture", "notebook pictures all");
    int height = draw(bars, 1).y + EDGE;
    SVGGraphics2D graphics = draw(bars, height).graphics;
    String element =
        graphics.getSVGElement(null, true, new ViewBox(0, 0, WIDTH, height), null, null);
    String named = "<svg role=\"img\" aria-label=\"%s\" ".formatted(Html.escape(bars.sentence()));
    return named + element.substring("<svg ".length()).strip() + "\n";
  }

  /** The height that it needs is known when it is drawn. */
  private static BarsPicture draw(Bars bars, int height) {
    SVGGraphics2D graphics = new SVGGraphics2D(WIDTH, height);
    graphics.setGeomDoubleConverter(place -> String.format(Locale.ROOT, "%.1f", place));
    graphics.setPaint(GROUND);
    graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, height));
    BarsPicture picture = new BarsPicture(bars, graphics);
    picture.draw();
    return picture;
  }

  private void draw() {
    lines(bold, bars.title());
    if (bars.isPaired()) {
      legend();
    }
    for (String name : bars.names()) {
      y += BETWEEN_NAMES;
      lines(plain, name);
      y += BETWEEN_BARS;
      bars.bars().stream()
          .filter(bar -> bar.name().equals(name))
          .sorted(Comparator.comparing(Bars.Bar::tuned))
          .forEach(this::bar);
    }
  }

  private void legend() {
    y += BETWEEN_BARS;
    int x = EDGE;
    for (boolean tuned : new boolean[] {false, true}) {
      String form = tuned ? "tuned" : "naive";
      graphics.setPaint(color(tuned));
      graphics.fill(new Rectangle2D.Double(x, y + 4, 12, 12));
      text(plain, form, x + 12 + GAP, y);
      x += (int) (12 + 3 * GAP + width(plain, form));
    }
    y += LINE;
  }

  private void bar(Bars.Bar bar) {
    double most = bars.bars().stream().mapToDouble(Bars.Bar::value).max().orElse(0);
    double length = most == 0 ? 0 : longest * bar.value() / most;
    graphics.setPaint(color(bar.tuned()));
    // What is not zero is seen.
    graphics.fill(new Rectangle2D.Double(EDGE, y, bar.value() == 0 ? 0 : Math.max(1, length), BAR));
    text(plain, bars.label(bar.value()), EDGE + length + GAP, y - (LINE - BAR) / 2.0);
    y += BAR + BETWEEN_BARS;
  }

  /** Text in as many lines as it needs. */
  private void lines(Font font, String text) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (String word : text.split(" ")) {
      int last = lines.size() - 1;
      String longer = (lines.get(last) + " " + word).strip();
      if (width(font, longer) <= WIDTH - 2 * EDGE || lines.get(last).isEmpty()) {
        lines.set(last, longer);
      } else {
        lines.add(word);
      }
    }
    for (String line : lines) {
      text(font, line, EDGE, y);
      y += LINE;
    }
  }

  /** A line of text whose upper end is {@code top}. */
  private void text(Font font, String text, double x, double top) {
    graphics.setPaint(INK);
    graphics.setFont(font);
    graphics.drawString(text, (float) x, (float) (top + LINE - 6));
  }

  private static double width(Font font, String text) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    return OTHER_FONTS * font.getStringBounds(text, context).getWidth();
  }

  private static Color color(boolean tuned) {
    return Color.decode((tuned ? Side.AFTER : Side.BEFORE).color());
  }
}
