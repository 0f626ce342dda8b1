//SOURCES RowFingerprint.java
//SOURCES TableSpec.java
//SOURCES ../compare/ParityCheck.java
package spark;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import compare.ParityCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * Compares two outputs of one table: schema, row count, uniqueness of the key, the rows as
 * multisets in both directions, and the sum of every numeric column, all for equality.
 *
 * <p>Floating-point columns cannot be equal: what a job computes in them depends on the order of
 * its rows. Rows are compared with such values rounded to {@link #DIGITS} significant digits, and
 * their sums may differ by {@link #TOLERANCE} of the sum of their absolute values. A check says so
 * in its name.
 */
public final class OutputParity {
  /** What the order of additions may make of a sum of doubles, as a share of the sum of |x|. */
  static final double TOLERANCE = 1e-9;

  /** Enough to see a wrong value; few enough that an order of additions hardly ever shows. */
  static final int DIGITS = 6;

  /** Differing rows shown for each side. */
  private static final int SHOWN = 3;

  private OutputParity() {}

  /** All checks, cheap and structural first; after a differing schema no row is compared. */
  public static List<ParityCheck> checks(TableSpec table, Dataset<Row> left, Dataset<Row> right) {
    return checks(table.key(), left, right);
  }

  /**
   * All checks of two outputs of any kind.
   *
   * @param key the columns that make a row unique; empty when no such columns are known, and then
   *     nothing is said about duplicates
   */
  public static List<ParityCheck> checks(List<String> key, Dataset<Row> left, Dataset<Row> right) {
    ParityCheck schema = schema(left, right);
    if (!schema.equal()) {
      return List.of(schema);
    }
    List<ParityCheck> checks = new ArrayList<>();
    checks.add(schema);
    Row leftTotals = totals(left);
    Row rightTotals = totals(right);
    checks.add(check(ParityCheck.ROWS, leftTotals.get(0), rightTotals.get(0), ""));
    if (!key.isEmpty()) {
      checks.add(keys(key, left, right));
    }
    checks.add(differingRows(left, right));
    List<StructField> numeric = numeric(left);
    for (int i = 0; i < numeric.size(); i++) {
      String name = "sum(" + numeric.get(i).name() + ")";
      Object leftSum = leftTotals.get(2 * i + 1);
      Object rightSum = rightTotals.get(2 * i + 1);
      checks.add(
          isFloating(numeric.get(i))
              ? nearly(name, leftSum, rightSum, leftTotals.get(2 * i + 2))
              : check(name, leftSum, rightSum, ""));
    }
    return List.copyOf(checks);
  }

  private static ParityCheck schema(Dataset<Row> left, Dataset<Row> right) {
    return check(
        ParityCheck.SCHEMA,
        RowFingerprint.describe(left.schema()),
        RowFingerprint.describe(right.schema()),
        "");
  }

  private static ParityCheck keys(List<String> key, Dataset<Row> left, Dataset<Row> right) {
    long leftDuplicates = duplicateKeys(key, left);
    long rightDuplicates = duplicateKeys(key, right);
    return new ParityCheck(
        "duplicate keys (%s)".formatted(String.join(", ", key)),
        String.valueOf(leftDuplicates),
        String.valueOf(rightDuplicates),
        leftDuplicates == 0 && rightDuplicates == 0,
        "");
  }

  /** Rows beyond the first of their key; a null is a value like any other. */
  public static long duplicateKeys(List<String> key, Dataset<Row> rows) {
    Column[] columns = key.stream().map(OutputParity::named).toArray(Column[]::new);
    Row sum = rows.groupBy(columns).agg(count(lit(1)).as("n")).agg(sum(col("n").minus(1))).first();
    return sum.isNullAt(0) ? 0 : sum.getLong(0);
  }

  private static ParityCheck differingRows(Dataset<Row> left, Dataset<Row> right) {
    Dataset<Row> onlyLeft = rounded(left).exceptAll(rounded(right));
    Dataset<Row> onlyRight = rounded(right).exceptAll(rounded(left));
    long leftCount = onlyLeft.count();
    long rightCount = onlyRight.count();
    String detail =
        leftCount + rightCount == 0
            ? ""
            : "left: %s; right: %s".formatted(show(onlyLeft), show(onlyRight));
    String floating =
        Arrays.stream(left.schema().fields())
            .filter(OutputParity::isFloating)
            .map(StructField::name)
            .collect(Collectors.joining(", "));
    return new ParityCheck(
        ParityCheck.DIFFERING_ROWS
            + (floating.isEmpty() ? "" : " (%s to %d digits)".formatted(floating, DIGITS)),
        String.valueOf(leftCount),
        String.valueOf(rightCount),
        leftCount + rightCount == 0,
        detail);
  }

  private static String show(Dataset<Row> rows) {
    Column[] order = Arrays.stream(rows.columns()).map(OutputParity::named).toArray(Column[]::new);
    List<Row> first = rows.orderBy(order).limit(SHOWN).collectAsList();
    return first.isEmpty()
        ? "none"
        : first.stream().map(Row::toString).collect(Collectors.joining(" "));
  }

  /** The count, then for each numeric column its sum and the sum of its absolute values. */
  private static Row totals(Dataset<Row> rows) {
    Column[] sums =
        numeric(rows).stream()
            .map(f -> named(f.name()))
            .flatMap(c -> Stream.of(sum(c), sum(abs(c))))
            .toArray(Column[]::new);
    return rows.agg(count(lit(1)), sums).first();
  }

  /** Adding 0 makes a negative zero a zero; text makes NaN equal to itself. */
  private static Dataset<Row> rounded(Dataset<Row> rows) {
    return rows.select(
        Arrays.stream(rows.schema().fields())
            .map(f -> isFloating(f) ? rounded(f.name()) : named(f.name()))
            .toArray(Column[]::new));
  }

  private static Column rounded(String name) {
    String format = "%." + (DIGITS - 1) + "e";
    Column zeroed = named(name).cast(DataTypes.DoubleType).plus(lit(0.0));
    return when(named(name).isNotNull(), format_string(format, zeroed)).as(name);
  }

  private static Column named(String column) {
    return col("`" + column + "`");
  }

  private static boolean isFloating(StructField field) {
    return field.dataType() instanceof DoubleType || field.dataType() instanceof FloatType;
  }

  private static ParityCheck nearly(String name, Object left, Object right, Object size) {
    boolean both = left != null && right != null;
    boolean equal =
        both
            ? Math.abs((Double) left - (Double) right) <= TOLERANCE * (Double) size
                || left.equals(right)
            : left == right;
    return new ParityCheck(name, String.valueOf(left), String.valueOf(right), equal, "");
  }

  private static List<StructField> numeric(Dataset<Row> rows) {
    return Arrays.stream(rows.schema().fields()).filter(f -> isNumeric(f.dataType())).toList();
  }

  private static boolean isNumeric(DataType type) {
    return type instanceof NumericType;
  }

  private static ParityCheck check(String name, Object left, Object right, String detail) {
    return new ParityCheck(
        name,
        String.valueOf(left),
        String.valueOf(right),
        String.valueOf(left).equals(String.valueOf(right)),
        detail);
  }
}
