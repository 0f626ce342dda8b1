//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LocalSession.java
//SOURCES ../../spark/RowFingerprint.java
package tests.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import spark.RowFingerprint;

@Tag("spark")
class RowFingerprintTest {
  static final Dataset<Row> TABLE =
      sql(
          "select * from values (1L, 'a', 10.50bd), (2L, null, null), (2L, null, null),"
              + " (3L, '', 0.00bd) as t(id, name, amount)");

  static Dataset<Row> sql(String query) {
    return LocalSession.open().sql(query);
  }

  static String digits(Dataset<Row> table) {
    return RowFingerprint.of(table).digits();
  }

  static String digits(String query) {
    return digits(sql(query));
  }

  @Test
  void theOrderOfRowsAndTheirPartitionsDoNotMatter() {
    String digits = digits(TABLE);
    assertEquals(digits, digits(TABLE.orderBy(col("id").desc())));
    assertEquals(digits, digits(TABLE.repartition(7)));
    assertEquals(digits, digits(TABLE.coalesce(1)));
    assertTrue(digits.matches("[0-9a-f]{16}"), digits);
  }

  @Test
  void oneChangedValueAmongManyIsADifference() {
    Dataset<Row> many = LocalSession.open().range(10_000).select(col("id"), lit("x").as("name"));
    Dataset<Row> changed =
        many.withColumn("name", when(col("id").equalTo(7_777), "y").otherwise(col("name")));
    assertEquals(many.columns().length, changed.columns().length);
    assertNotEquals(digits(many), digits(changed));
  }

  /** Every pair of these tables differs in one thing, and in their fingerprint. */
  @Test
  void whateverDiffersGivesAnotherFingerprint() {
    String[] queries = {
      "select 1L as a, 'x' as b",
      "select 2L as a, 'x' as b",
      "select 1L as a, 'y' as b",
      "select 1L as a, '' as b",
      "select 1L as a, cast(null as string) as b",
      "select cast(null as bigint) as a, 'x' as b",
      "select cast(null as bigint) as a, cast(null as string) as b",
      "select 1 as a, 'x' as b",
      "select 1L as a, 'x' as c",
      "select 'x' as b, 1L as a",
      "select 1L as a, 'x' as b union all select 1L as a, 'x' as b",
      "select 1L as a, 'x' as b where false",
    };
    Map<String, String> seen = new HashMap<>();
    for (String query : queries) {
      String other = seen.put(digits(query), query);
      assertEquals(null, other, query);
    }
  }

  /** xxhash64 leaves nulls out, so the place of a null has to be hashed too. */
  @Test
  void aNullInAnotherColumnIsADifference() {
    assertNotEquals(
        digits("select 'x' as a, cast(null as string) as b"),
        digits("select cast(null as string) as a, 'x' as b"));
  }

  @Test
  void valuesThatChangePlacesBetweenRowsAreADifference() {
    assertNotEquals(
        digits("select * from values (1, 'x'), (2, 'y') as t(a, b)"),
        digits("select * from values (1, 'y'), (2, 'x') as t(a, b)"));
  }

  /** The value that plain sum gives when it wraps: fingerprints in old logs stay comparable. */
  @Test
  void theSumIsTheOneThatWraps() {
    Dataset<Row> many = LocalSession.open().range(1_000).toDF();
    long wrapping =
        many.select(xxhash64(col("id"), col("id").isNull())).collectAsList().stream()
            .mapToLong(row -> row.getLong(0))
            .sum();
    assertEquals(wrapping, RowFingerprint.of(many).hashSum());
    assertEquals(
        Long.MIN_VALUE,
        sql("select * from values (9223372036854775807L), (1L) as t(h)")
            .agg(RowFingerprint.wrappingSum(col("h")))
            .first()
            .getLong(0));
  }

  @Test
  void anEmptyTableHasOneToo() {
    RowFingerprint empty = RowFingerprint.of(TABLE.limit(0));
    assertEquals(0, empty.rows());
    assertEquals(0, empty.hashSum());
    assertEquals(digits(TABLE.where("id > 9")), empty.digits());
    assertNotEquals(digits(TABLE.limit(0).drop("name")), empty.digits());
  }

  @Test
  void aColumnNameWithADotIsAName() {
    assertEquals(1, RowFingerprint.of(sql("select 1 as `a.b`")).rows());
  }
}
