package operate.contract;

import java.util.List;
import java.util.Optional;

/** What a rule counts. Columns are named as the files store them. */
public sealed interface Metric {

  /** The columns it needs; none for the whole table. */
  default List<String> columns() {
    return List.of();
  }

  /** Declared columns that the files lack or have with another type. */
  record WrongColumns() implements Metric {}

  /** Columns of the files that are not declared. */
  record OtherColumns() implements Metric {}

  /** Rows of the table. */
  record RowCount() implements Metric {}

  /** Rows without a value. */
  record NullValues(String column) implements Metric {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /**
   * Rows with a value that stands for none.
   *
   * @param nulls whether a null counts
   */
  record MissingValues(String column, List<String> values, boolean nulls) implements Metric {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /**
   * Rows with a value that is none of these, or is not written like this. A null is no value.
   *
   * @param pattern a regular expression that matches somewhere in a good value
   */
  record InvalidValues(String column, Optional<List<String>> valid, Optional<String> pattern)
      implements Metric {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /**
   * Rows with a value outside these bounds. A null is no value.
   *
   * @param ofLength whether they bound the length of a text
   */
  record OutOfRange(String column, List<Bound> bounds, boolean ofLength) implements Metric {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** Rows with a value that is no multiple of this number. */
  record NotMultiple(String column, String of) implements Metric {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** Rows with a value that the column of another table lacks. A null is no value. */
  record Orphans(String column, Reference target) implements Metric {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** Rows for which a condition of Spark SQL holds. */
  record Matching(String condition) implements Metric {}

  /**
   * Rows beyond the first of their values. In a single column nulls are not compared, as SQL has it
   * for UNIQUE; in several a null is a value like any other, or rows with one would go unseen.
   */
  record DuplicateValues(List<String> columns) implements Metric {}

  /**
   * Minutes since the newest value of a column, a date counting from its end; without a column,
   * since the table was written.
   */
  record Latency(Optional<String> column) implements Metric {
    @Override
    public List<String> columns() {
      return column.stream().toList();
    }
  }

  /**
   * Nothing: a query of Spark SQL that this lab does not run, though it has to be one that could.
   *
   * @param query one value of the table, which it calls {@link #TABLE}
   */
  record OtherQuery(String query, String reason) implements Metric {
    /** What the table is called in a query. */
    static final String TABLE = "contract_object";
  }

  /** Nothing: the standard knows the rule, this lab does not run it. */
  record NotRun(String reason) implements Metric {}

  /**
   * One end of a range.
   *
   * @param comparison {@code >=}, {@code >}, {@code <=} or {@code <}
   * @param value a number, a date or a time, as the column's logical type has it
   */
  record Bound(String comparison, String value) {}

  /**
   * A column of another table.
   *
   * @param table {@code raw.customers}
   * @param property id or name of the column in that table's contract
   */
  record Reference(String table, String property) {
    /** {@code raw.customers}, where the column has the same name, else with the column's. */
    String seenFrom(String column) {
      return column.equals(property) ? table : this.toString();
    }

    @Override
    public String toString() {
      return table + "." + property;
    }
  }
}
