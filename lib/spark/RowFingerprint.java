//SOURCES Sessions.java
package spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.EvalMode;
import org.apache.spark.sql.catalyst.expressions.aggregate.Sum;
import org.apache.spark.sql.types.StructType;

/**
 * A number for a set of rows that does not depend on their order, their partitions or their files:
 * the count, and the sum of xxhash64 over each row, modulo 2^64. Column names and types go into the
 * text form too, so a changed schema is a changed fingerprint.
 *
 * @param rows how many rows
 * @param hashSum sum of the rows' xxhash64, wrapping
 * @param schema names and types, {@code id bigint,…}
 */
public record RowFingerprint(long rows, long hashSum, String schema) {

  /** The fingerprint of {@code data}, in one pass. */
  public static RowFingerprint of(Dataset<Row> data) {
    return of(data.schema(), data.agg(rowCount(), hashSum(data.columns())).first());
  }

  /** The aggregate that counts. */
  static Column rowCount() {
    return count(lit(1));
  }

  /**
   * The aggregate that sums the hashes of {@code columns}. xxhash64 passes over nulls, so that (x,
   * null) and (null, x) would be the same: where the nulls are is hashed as well.
   */
  static Column hashSum(String... columns) {
    List<Column> cols = Arrays.stream(columns).map(c -> col("`" + c + "`")).toList();
    Stream<Column> nulls = cols.stream().map(Column::isNull);
    return wrappingSum(xxhash64(Stream.concat(cols.stream(), nulls).toArray(Column[]::new)));
  }

  /**
   * The sum of a long column, modulo 2^64. Plain {@code sum} wraps as well, except in ANSI mode
   * ({@code spark.sql.ansi.enabled}), where it fails: no session setting may change a fingerprint.
   */
  public static Column wrappingSum(Column hashes) {
    return new Column(new Sum(hashes.expr(), EvalMode.LEGACY()).toAggregateExpression());
  }

  private static RowFingerprint of(StructType schema, Row row) {
    return new RowFingerprint(
        row.getLong(0), row.isNullAt(1) ? 0 : row.getLong(1), describe(schema));
  }

  /** Names and types of a schema, in order; nullability is the storage's affair, not the data's. */
  public static String describe(StructType schema) {
    return String.join(
        ",",
        Arrays.stream(schema.fields())
            .map(f -> f.name() + " " + f.dataType().catalogString())
            .toList());
  }

  /** Sixteen hexadecimal digits for everything above. */
  public String digits() {
    long mixed = hashSum * 31 + rows;
    return "%016x".formatted(mixed * 31 + schema.hashCode());
  }
}
