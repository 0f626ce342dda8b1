//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LocalSession.java
//SOURCES ../../spark/OutputParity.java
package tests.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.ParityCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spark.OutputParity;
import spark.TableSpec;

@Tag("spark")
class OutputParityTest {
  private static final String ROWS =
      "('d1', 'a', 2L, 10.50), ('d1', null, 1L, null), ('d2', 'a', 3L, 0.03)";
  private static final Dataset<Row> TABLE = table(ROWS);
  private static final TableSpec SPEC =
      new TableSpec(
          "silver", "daily", TABLE.schema(), List.of("day", "segment"), Optional.of("tx_count"));

  static Dataset<Row> table(String rows) {
    return LocalSession.open()
        .sql(
            "select day, segment, n, cast(revenue as decimal(18,2)) as revenue from values "
                + rows
                + " as t(day, segment, n, revenue)");
  }

  static Map<String, ParityCheck> checks(Dataset<Row> left, Dataset<Row> right) {
    return OutputParity.checks(SPEC, left, right).stream()
        .collect(Collectors.toMap(ParityCheck::name, Function.identity()));
  }

  static List<String> failing(Dataset<Row> right) {
    return OutputParity.checks(SPEC, TABLE, right).stream()
        .filter(c -> !c.equal())
        .map(ParityCheck::name)
        .toList();
  }

  @Test
  void theSameRowsInAnyOrderPassEveryCheckAndNullsAreEqual() {
    Map<String, ParityCheck> checks = checks(TABLE, TABLE.repartition(3).orderBy("n"));
    assertEquals(6, checks.size());
    assertTrue(checks.values().stream().allMatch(c -> c.equal() && c.detail().isEmpty()));
    assertEquals("3", checks.get("rows").left());
    assertEquals("10.53", checks.get("sum(revenue)").right());
    assertEquals("6", checks.get("sum(n)").right());
  }

  @Test
  void aDifferentTypeOrNameIsADifferentSchemaAndNothingElseIsCompared() {
    Dataset<Row> wider = TABLE.withColumn("n", TABLE.col("n").cast("decimal(20,0)"));
    for (Dataset<Row> other : List.of(wider, TABLE.withColumnRenamed("n", "m"), TABLE.drop("n"))) {
      assertEquals(List.of("schema"), failing(other));
      assertEquals(1, OutputParity.checks(SPEC, TABLE, other).size());
    }
  }

  @Test
  void aMissingRowIsADifferentCount() {
    assertEquals(
        List.of("rows", "rows only on this side", "sum(n)", "sum(revenue)"),
        failing(TABLE.where("day <> 'd2'")));
  }

  @Test
  void aRowTwiceIsADuplicateKeyAndARowOnlyThere() {
    Dataset<Row> twice = table(ROWS + ", ('d1', null, 0L, 0.00)");
    ParityCheck keys = checks(TABLE, twice).get("duplicate keys (day, segment)");
    assertEquals(List.of("0", "1"), List.of(keys.left(), keys.right()));
    assertTrue(failing(twice).contains("rows only on this side"));
  }

  @Test
  void duplicatesOnBothSidesAreStillWrong() {
    Dataset<Row> twice = TABLE.union(TABLE);
    ParityCheck keys = checks(twice, twice).get("duplicate keys (day, segment)");
    assertEquals("3", keys.left());
    assertEquals(false, keys.equal());
  }

  /** Sums and counts are the same, and yet the answer is not. */
  @Test
  void valuesThatChangedPlacesAreFoundByComparingRows() {
    Dataset<Row> swapped =
        table("('d1', 'a', 2L, 0.03), ('d1', null, 1L, null), ('d2', 'a', 3L, 10.50)");
    assertEquals(List.of("rows only on this side"), failing(swapped));
    assertEquals(
        "left: [d1,a,2,10.50] [d2,a,3,0.03]; right: [d1,a,2,0.03] [d2,a,3,10.50]",
        checks(TABLE, swapped).get("rows only on this side").detail());
  }

  /** A set difference would not see that a row is there once instead of twice. */
  @Test
  void rowsAreComparedWithTheirMultiplicity() {
    Dataset<Row> left = TABLE.union(TABLE.where("day = 'd2'"));
    Dataset<Row> right = TABLE.union(TABLE.where("n = 2"));
    ParityCheck rows = checks(left, right).get("rows only on this side");
    assertEquals("left: [d2,a,3,0.03]; right: [d1,a,2,10.50]", rows.detail());
  }

  @Test
  void aNullIsNotZero() {
    Dataset<Row> zero = table(ROWS.replace("1L, null", "1L, 0.00"));
    assertEquals(List.of("rows only on this side"), failing(zero));
  }

  @Test
  void aCentIsADifference() {
    Dataset<Row> cent = table(ROWS.replace("10.50", "10.51"));
    assertEquals(List.of("rows only on this side", "sum(revenue)"), failing(cent));
  }

  @Test
  void atMostThreeRowsOfEachSideAreShown() {
    Dataset<Row> other =
        LocalSession.open()
            .sql(
                "select concat('x', id) as day, 'a' as segment, 1L as n,"
                    + " cast(0 as decimal(18,2)) as revenue from range(9)");
    ParityCheck rows = checks(TABLE, other).get("rows only on this side");
    assertEquals("9", rows.right());
    assertTrue(
        rows.detail().endsWith("right: [x0,a,1,0.00] [x1,a,1,0.00] [x2,a,1,0.00]"), rows.detail());
  }

  @Test
  void twoEmptyOutputsAreEqual() {
    assertEquals(
        List.of(),
        OutputParity.checks(SPEC, TABLE.limit(0), TABLE.limit(0)).stream()
            .filter(c -> !c.equal())
            .toList());
  }

  @Test
  void sumsOfDoublesMayDifferByWhatTheirOrderMakesOfThem() {
    String query = "select id, cast(id as double) / 7 * %s as share from range(1000)";
    Dataset<Row> left = LocalSession.open().sql(query.formatted("1"));
    Dataset<Row> noise = LocalSession.open().sql(query.formatted("(1 + 1e-12)"));
    Dataset<Row> wrong = LocalSession.open().sql(query.formatted("(1 + 1e-7)"));
    List<String> none = List.of();
    assertEquals(List.of(), failing(none, left, noise));
    assertTrue(failing(none, left, wrong).contains("sum(share)"));
    assertEquals(5, OutputParity.checks(none, left, left).size(), "no key, no check of it");
    assertEquals(
        List.of("duplicate keys (id)"), failing(List.of("id"), left.union(left), left.union(left)));
  }

  private static List<String> failing(List<String> key, Dataset<Row> left, Dataset<Row> right) {
    return OutputParity.checks(key, left, right).stream()
        .filter(c -> !c.equal())
        .map(ParityCheck::name)
        .toList();
  }

  @Test
  void doublesThatChangedPlacesAreFound() {
    String query =
        "select * from values ('a', '%s'), ('b', '%s'), ('c', null), ('d', 'NaN') t(k, v)";
    Dataset<Row> left = doubles(query.formatted("1.0", "2.0"));
    assertEquals(List.of(), failing(List.of("k"), left, doubles(query.formatted("1.0", "2.0"))));
    assertEquals(
        List.of("rows only on this side (v to 6 digits)"),
        failing(
            List.of(),
            left.where("k < 'd'"),
            doubles(query.formatted("2.0", "1.0")).where("k < 'd'")));
    assertEquals(
        List.of(),
        failing(
            List.of(),
            doubles(query.formatted("0.0", "1")),
            doubles(query.formatted("-0.0", "1"))));
  }

  private static Dataset<Row> doubles(String query) {
    return LocalSession.open().sql(query).selectExpr("k", "cast(v as double) as v");
  }

  @Test
  void columnsWithADotAreCompared() {
    Dataset<Row> dotted = LocalSession.open().sql("select id as `a.b` from range(3)");
    assertEquals(
        List.of("rows", "rows only on this side", "sum(a.b)"),
        failing(List.of("a.b"), dotted, dotted.where("`a.b` < 2")));
  }
}
