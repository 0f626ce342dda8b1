package spark;

import java.util.Comparator;
import java.util.List;

/**
 * Which columns a written table was made from, as the plan of its query says. Plain names: nothing
 * here needs Spark to be read.
 *
 * @param path where it was written, from the workspace's root
 * @param columns of the table, in order
 * @param rows the columns that decide which rows there are: join keys, filters, grouping
 * @param sources the tables behind it with all their columns
 * @param unknown leaves of the plan that are no files and may hide columns, by Spark's name
 */
public record ColumnLineage(
    String path,
    List<Column> columns,
    List<Input> rows,
    List<Source> sources,
    List<String> unknown) {

  /** How a column enters what was written; the names are OpenLineage's. */
  public enum How {
    /** The value as it is. */
    IDENTITY,
    /** The value of an expression. */
    TRANSFORMATION,
    /** The value of many rows. */
    AGGREGATION,
    /** Which of several values it is. */
    CONDITIONAL,
    /** The rows a window function looks at. */
    WINDOW,
    /** Which rows are joined. */
    JOIN,
    /** Which rows are kept. */
    FILTER,
    /** Which rows become one. */
    GROUP_BY,
    /** The order of rows. */
    SORT;

    /** Whether the column's values are among what the result is computed from. */
    public boolean isDirect() {
      return compareTo(AGGREGATION) <= 0;
    }

    /** This, when what it is done to was itself made so. */
    How after(How before) {
      return isDirect() && compareTo(before) < 0 ? before : this;
    }
  }

  /** A name and Spark's word for its type: {@code decimal(8,2)}. */
  public record Field(String name, String type) {}

  /** A column that was read, and how it enters. */
  public record Input(String path, String column, How how) implements Comparable<Input> {
    private static final Comparator<Input> ORDER =
        Comparator.comparing(Input::path).thenComparing(Input::column).thenComparing(Input::how);

    @Override
    public int compareTo(Input other) {
      return ORDER.compare(this, other);
    }

    /** Whether this is the same column, however it enters. */
    public boolean isOf(String path, String column) {
      return this.path.equals(path) && this.column.equals(column);
    }
  }

  /**
   * A column that was written.
   *
   * @param inputs sorted, each column once: how it enters most directly; empty for a constant or a
   *     count of rows
   */
  public record Column(String name, String type, List<Input> inputs) {

    /** Takes what a file leaves out for empty. */
    public Column {
      inputs = ColumnLineage.copy(inputs);
    }
  }

  /** A table that was read. */
  public record Source(String path, List<Field> fields) {

    /** Takes what a file leaves out for empty. */
    public Source {
      fields = ColumnLineage.copy(fields);
    }
  }

  /** Takes what a file leaves out for empty. */
  public ColumnLineage {
    columns = copy(columns);
    rows = copy(rows);
    sources = copy(sources);
    unknown = copy(unknown);
  }

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
