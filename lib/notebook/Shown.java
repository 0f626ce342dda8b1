//DEPS tech.tablesaw:tablesaw-jsplot:0.44.4
//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//DEPS com.google.guava:guava:33.0.0-jre
//SOURCES ../lesson/Bars.java
//SOURCES ../lesson/Measured.java
//SOURCES ../project/TextTable.java
//SOURCES ../spark/Sessions.java
//SOURCES BarsPicture.java
//SOURCES ../report/ChartFont.java
package notebook;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lesson.Bars;
import lesson.Measured;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import project.TextTable;
import report.ChartFont;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.plotly.components.Figure;

/**
 * A value as a reader sees it.
 *
 * @param text for a console, one or more lines
 * @param table where the value is a table
 * @param below what is said below the table
 * @param figure where it is a chart
 * @param image where it is a picture
 * @param bars where it is a bar chart that {@link BarsPicture} draws
 */
public record Shown(
    String text,
    Optional<TextTable> table,
    Optional<String> below,
    Optional<Figure> figure,
    Optional<RenderedImage> image,
    Optional<Bars> bars) {

  /** Rows of a Spark Dataset that are shown. */
  public static final int ROWS = 20;

  /** Characters of one cell of a table that are shown. */
  private static final int CELL = 60;

  /** The picture as a PNG file in Base64. */
  public Optional<String> png() {
    return image.map(
        picture -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          try {
            ImageIO.write(picture, "png", bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return Base64.getEncoder().encodeToString(bytes.toByteArray());
        });
  }

  /** The bar chart as an {@code svg} element; empty where Java finds no font to write with. */
  public Optional<String> svg() {
    try {
      return bars.map(BarsPicture::svg);
    } catch (ChartFont.Missing noFont) {
      return Optional.empty();
    }
  }

  /** Any value, null included. A Spark Dataset is run as far as its first rows need it. */
  public static Shown of(Object value) {
    if (value instanceof Dataset<?> rows) {
      return first(rows.toDF());
    }
    if (value instanceof TextTable table) {
      return of(table, "");
    }
    if (value instanceof Measured<?> measured) {
      return of(measured.table(), "");
    }
    if (value instanceof Table table) {
      return of(table(table), "");
    }
    if (value instanceof Figure figure) {
      return new Shown(
          "a chart: notebook html shows it",
          Optional.empty(),
          Optional.empty(),
          Optional.of(figure),
          Optional.empty(),
          Optional.empty());
    }
    if (value instanceof RenderedImage image) {
      return new Shown(
          "a picture of %d x %d".formatted(image.getWidth(), image.getHeight()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(image),
          Optional.empty());
    }
    return new Shown(
        text(value),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        value instanceof Bars bars ? Optional.of(bars) : Optional.empty());
  }

  private static Shown of(TextTable table, String below) {
    return new Shown(
        table.plain("") + (below.isEmpty() ? "" : "\n" + below),
        Optional.of(table),
        Optional.of(below).filter(sentence -> !sentence.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String text(Object value) {
    return value instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(value);
  }

  private static Shown first(Dataset<Row> rows) {
    List<Row> found = rows.takeAsList(ROWS + 1);
    StructField[] fields = rows.schema().fields();
    TextTable table =
        new TextTable(
            alignment(i -> fields[i].dataType() instanceof NumericType, fields.length),
            Arrays.stream(fields).map(StructField::name).toList(),
            found.stream().limit(ROWS).map(row -> cells(row, fields.length)).toList());
    return of(table, found.size() > ROWS ? "the first %d rows".formatted(ROWS) : "");
  }

  private static List<String> cells(Row row, int width) {
    return IntStream.range(0, width).mapToObj(i -> cell(row.get(i))).toList();
  }

  private static TextTable table(Table table) {
    List<Column<?>> columns = table.columns();
    return new TextTable(
        alignment(i -> columns.get(i) instanceof NumericColumn<?>, columns.size()),
        table.columnNames(),
        IntStream.range(0, table.rowCount())
            .mapToObj(r -> columns.stream().map(c -> cell(c.getString(r))).toList())
            .toList());
  }

  private static String alignment(IntPredicate number, int columns) {
    StringBuilder letters = new StringBuilder();
    IntStream.range(0, columns).forEach(i -> letters.append(number.test(i) ? 'r' : 'l'));
    return letters.toString();
  }

  private static String cell(Object value) {
    String text = text(value).replaceAll("\\R", " ");
    return text.length() > CELL ? text.substring(0, CELL - 1) + "…" : text;
  }
}
