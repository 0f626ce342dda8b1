//SOURCES Rule.java
//SOURCES ../../project/LabException.java
//SOURCES ../../spark/Sessions.java
package operate.contract;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import operate.contract.Metric.Bound;
import operate.contract.Metric.InvalidValues;
import operate.contract.Metric.Matching;
import operate.contract.Metric.MissingValues;
import operate.contract.Metric.NotMultiple;
import operate.contract.Metric.NullValues;
import operate.contract.Metric.Orphans;
import operate.contract.Metric.OutOfRange;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** Which rows offend against a rule, as a condition that Spark can count by. */
final class OffendingRows {
  private OffendingRows() {}

  /**
   * The condition of a rule that looks at one row at a time; empty for any other.
   *
   * @param schema of the rows
   */
  static Optional<Column> of(Rule rule, StructType schema) {
    Metric metric = rule.metric();
    if (metric instanceof NullValues m) {
      return Optional.of(named(m.column()).isNull());
    }
    if (metric instanceof MissingValues m) {
      Column missing = isIn(m.column(), m.values(), schema);
      return Optional.of(m.nulls() ? missing.or(named(m.column()).isNull()) : missing);
    }
    if (metric instanceof InvalidValues m) {
      return Optional.of(invalid(m, schema));
    }
    if (metric instanceof OutOfRange m) {
      return Optional.of(outside(m, schema));
    }
    if (metric instanceof NotMultiple m) {
      Column rest = named(m.column()).mod(lit(new BigDecimal(m.of())));
      return Optional.of(rest.notEqual(lit(0)));
    }
    if (metric instanceof Orphans m) {
      return Optional.of(named(m.column()).isNotNull().and(known(rule).isNull()));
    }
    if (metric instanceof Matching m) {
      return Optional.of(expr(m.condition()));
    }
    return Optional.empty();
  }

  static Column named(String column) {
    return col("`" + column + "`");
  }

  /**
   * The column that a join adds for {@link Orphans}: null where the other table lacks the value.
   */
  static Column known(Rule rule) {
    return named(knownName(rule));
  }

  static String knownName(Rule rule) {
    return "known in " + ((Orphans) rule.metric()).target() + " for " + rule.place();
  }

  private static Column invalid(InvalidValues m, StructType schema) {
    Column value = named(m.column());
    Column bad = m.valid().map(valid -> not(isIn(m.column(), valid, schema))).orElse(lit(false));
    Column unlike =
        m.pattern().map(p -> not(value.cast(DataTypes.StringType).rlike(p))).orElse(lit(false));
    return value.isNotNull().and(bad.or(unlike));
  }

  /** False for a null; a text that is no value of the column's type equals none. */
  private static Column isIn(String column, List<String> values, StructType schema) {
    DataType type = schema.apply(column).dataType();
    return values.stream()
        .map(v -> named(column).equalTo(literal(v, type)))
        .map(same -> coalesce(same, lit(false)))
        .reduce(Column::or)
        .orElse(lit(false));
  }

  private static Column literal(String text, DataType type) {
    String quoted = "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    return expr("try_cast(%s AS %s)".formatted(quoted, type.catalogString()));
  }

  private static Column outside(OutOfRange m, StructType schema) {
    DataType type = schema.apply(m.column()).dataType();
    Column value = m.ofLength() ? length(named(m.column())) : named(m.column());
    return m.bounds().stream()
        .map(bound -> not(within(value, bound, end(bound, m.ofLength(), type))))
        .reduce(Column::or)
        .orElseThrow();
  }

  private static Column within(Column value, Bound bound, Column end) {
    return switch (bound.comparison()) {
      case ">=" -> value.geq(end);
      case ">" -> value.gt(end);
      case "<=" -> value.leq(end);
      default -> value.lt(end);
    };
  }

  private static Column end(Bound bound, boolean ofLength, DataType type) {
    if (!ofLength && type instanceof DateType) {
      return lit(LocalDate.parse(bound.value()));
    }
    if (!ofLength && type instanceof TimestampType) {
      return lit(OffsetDateTime.parse(bound.value()).toInstant());
    }
    if (!ofLength && type instanceof TimestampNTZType) {
      return lit(OffsetDateTime.parse(bound.value()).toLocalDateTime());
    }
    return lit(new BigDecimal(bound.value()));
  }
}
