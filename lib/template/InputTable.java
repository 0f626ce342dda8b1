//SOURCES ModelName.java
//SOURCES ../operate/contract/Contract.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Yaml.java
package template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import operate.contract.Contract;
import project.LabException;
import project.Yaml;

/**
 * A table that a new model reads, as far as its contract tells.
 *
 * @param table {@code raw.transactions}
 * @param variant of the job that publishes it; empty for a raw table
 * @param date the column that says which day a row is of
 * @param time whether that is a time, of which the day is taken
 * @param prefix what the columns made from it begin with, {@code transactions}
 * @param sums the columns that can be added up exactly
 */
public record InputTable(
    String table, String variant, String date, boolean time, String prefix, List<Sum> sums) {
  private static final Pattern PLACE = Pattern.compile("data/\\w+/\\w+(?:/(\\w+))?/?");
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d+),\\s*(\\d+)\\)");
  private static final Set<String> INTEGERS = Set.of("bigint", "int", "smallint", "tinyint");

  /** What the code around it calls something else. */
  private static final Set<String> TAKEN = Set.of("days", "job", "options");

  private static final int MOST_DIGITS = 38;

  /**
   * A column to add up.
   *
   * @param column of the input
   * @param stored its type there, {@code decimal(8,2)}
   * @param digits of the sum; 0 when it is a bigint
   * @param scale of it
   */
  public record Sum(String column, String stored, int digits, int scale) {
    private static Optional<Sum> of(String column, String type) {
      Matcher decimal = DECIMAL.matcher(type);
      if (decimal.matches()) {
        int precision = Integer.parseInt(decimal.group(1));
        int scale = Integer.parseInt(decimal.group(2));
        // As Spark has it: ten digits more, so that a sum of ten billion values fits.
        return precision > scale
            ? Optional.of(new Sum(column, type, Math.min(precision + 10, MOST_DIGITS), scale))
            : Optional.empty();
      }
      return INTEGERS.contains(type) ? Optional.of(new Sum(column, type, 0, 0)) : Optional.empty();
    }

    /** The type of the sum, as a contract has it. */
    String type() {
      return digits == 0 ? "bigint" : "decimal(%d,%d)".formatted(digits, scale);
    }
  }

  /**
   * A table by its contract.
   *
   * @throws LabException when the contract is malformed or names no day
   */
  static InputTable of(Path contract, String table, String prefix) {
    Contract.read(contract);
    Yaml object = Yaml.read(contract).get("schema").items().get(0);
    List<Yaml> columns = object.get("properties").items();
    Yaml date =
        date(columns)
            .orElseThrow(
                () ->
                    LabException.usage(
                        ("--inputs: %s has no date or timestamp (found: %s), and a new model begins as"
                                + " one row a day. Leave it out, and add it to the code afterwards")
                            .formatted(
                                table,
                                String.join(
                                    ", ",
                                    columns.stream().map(c -> c.get("name").text()).toList()))));
    List<Sum> sums = new ArrayList<>();
    for (Yaml column : columns) {
      if (!isKey(column)) {
        column
            .find("physicalType")
            .flatMap(type -> Sum.of(stored(column), type.text().toLowerCase().strip()))
            .ifPresent(sums::add);
      }
    }
    return new InputTable(
        table,
        variant(contract, object, table),
        stored(date),
        text(date, "logicalType").equals("timestamp"),
        prefix,
        List.copyOf(sums));
  }

  /** The folder's name before another date, and a date before a time. */
  private static Optional<Yaml> date(List<Yaml> columns) {
    List<Yaml> dates =
        columns.stream().filter(c -> text(c, "logicalType").equals("date")).toList();
    return Stream.of(
            dates.stream().filter(c -> text(c, "partitioned").equals("true")),
            dates.stream(),
            columns.stream().filter(c -> text(c, "logicalType").equals("timestamp")))
        .flatMap(found -> found)
        .findFirst();
  }

  /** Nobody wants the sum of customer numbers. */
  private static boolean isKey(Yaml column) {
    String name = column.get("name").text();
    return name.equals("id")
        || name.endsWith("_id")
        || text(column, "primaryKey").equals("true")
        || text(column, "unique").equals("true")
        || text(column, "partitioned").equals("true")
        || column.find("relationships").isPresent();
  }

  private static String text(Yaml yaml, String key) {
    return yaml.find(key).map(Yaml::text).orElse("");
  }

  private static String stored(Yaml column) {
    return column.find("physicalName").orElseGet(() -> column.get("name")).text();
  }

  private static String variant(Path contract, Yaml object, String table) {
    if (isRaw(table)) {
      return "";
    }
    Matcher place = PLACE.matcher(text(object, "physicalName"));
    if (!place.matches() || place.group(1) == null) {
      throw LabException.failed(
          ("%s line %d: physicalName is '%s', wanted the folder that readers of %s read, as"
                  + " data/silver/daily_sales/optimized")
              .formatted(contract, object.line(), text(object, "physicalName"), table));
    }
    return place.group(1);
  }

  private static boolean isRaw(String table) {
    return table.startsWith("raw.");
  }

  /** Whether it is generated, not published by a model. */
  boolean raw() {
    return isRaw(table);
  }

  /** The table without its layer. */
  String name() {
    return table.substring(table.indexOf('.') + 1);
  }

  /** What the code calls its rows: {@code dailySales}. */
  String variable() {
    String camel = ModelName.camel(prefix);
    String name = Character.toLowerCase(camel.charAt(0)) + camel.substring(1);
    return SourceVersion.isKeyword(name) || TAKEN.contains(name) ? name + "Table" : name;
  }

  /** The column with the number of its rows. */
  String rows() {
    return prefix + "_rows";
  }

  /** The column with a sum. */
  String sum(Sum sum) {
    return prefix + "_" + sum.column();
  }

  /** The columns made from it. */
  List<String> columns() {
    return Stream.concat(Stream.of(rows()), sums.stream().map(this::sum)).toList();
  }
}
