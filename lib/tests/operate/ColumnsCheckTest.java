//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Orders.java
//SOURCES Yamls.java
//SOURCES ../spark/LocalSession.java
package tests.operate;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import operate.contract.CheckResult;
import operate.contract.Contract;
import operate.contract.TableQuality;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;
import tests.spark.LocalSession;

/** Columns and types that are not as a contract declares them. */
@Tag("spark")
class ColumnsCheckTest {
  @Test
  void aMissingColumnIsAnErrorAndItsRulesAreNotChecked() {
    Contract contract =
        Orders.contract(
            """
            {metric: rowCount, mustBe: 6}
            {metric: duplicateValues, arguments: {properties: [k, x]}, mustBe: 0}
            {type: sql, query: 'SELECT COUNT(*) FROM {object} WHERE x > 100', mustBe: 0}\
            """);
    TableQuality quality = Orders.check(contract, Orders.rows().withColumnRenamed("x", "y"));
    assertEquals(
        List.of(
            "error no x decimal(8,2)",
            "warning y",
            "passed 6",
            "not checked there is no column x",
            "not checked it needs columns that are not as declared"),
        Orders.words(quality, 0));
    assertEquals(
        "columns: found no x decimal(8,2), wanted as declared", quality.errors().get(0).sentence());
    assertEquals("other columns: found y, wanted 0", quality.warnings().get(0).sentence());
  }

  @Test
  void anotherTypeIsAnError() {
    Map<String, String> types =
        Map.of("x", "decimal(10,2)", "k", "int", "s", "binary", "d", "timestamp", "t", "string");
    Dataset<Row> rows = Orders.rows();
    for (String column : types.keySet()) {
      rows = rows.withColumn(column, col(column).cast(types.get(column)));
    }
    TableQuality quality = Orders.check(Orders.contract("{metric: rowCount, mustBe: 6}"), rows);
    assertEquals(List.of("error", "passed", "passed"), Orders.verdicts(quality));
    assertEquals(
        "d timestamp; k int; s binary; t string; x decimal(10,2)",
        quality.results().get(0).found().text());
  }

  @Test
  void logicalTypesAloneAllowEveryTypeOfTheirKind() {
    String[] kinds = {
      "integer tinyint", "integer smallint", "integer int", "integer bigint",
      "integer decimal(5,0)", "number int", "number double", "number float",
      "number decimal(8,2)", "string string", "date date", "timestamp timestamp",
      "timestamp timestamp_ntz", "boolean boolean", "array array<int>", "object struct<a:int>",
      "object map<string,int>"
    };
    String[] columns =
        IntStream.range(0, kinds.length)
            .mapToObj(i -> "{name: c%d, logicalType: %s}".formatted(i, kinds[i].split(" ")[0]))
            .toArray(String[]::new);
    String[] values =
        IntStream.range(0, kinds.length)
            .mapToObj(i -> "cast(null as %s) as c%d".formatted(kinds[i].split(" ")[1], i))
            .toArray(String[]::new);
    Dataset<Row> rows = LocalSession.open().range(1).selectExpr(values);
    CheckResult declared = Orders.check(Yamls.parse(Yamls.columns(columns)), rows).results().get(0);
    assertEquals("passed as declared", Orders.words(declared));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "physicalType: number(8) | column x has physicalType 'number(8)', wanted a type of Spark,"
            + " as bigint or decimal(8,2)",
        "logicalType: date, physicalType: bigint | column x has physicalType bigint, which is no"
            + " date",
      })
  void aPhysicalTypeThatIsNoneIsNamedByFileAndLine(String types, String said) {
    Contract contract = Yamls.parse(Yamls.columns("{name: x, %s}".formatted(types)));
    assertEquals(
        "ops/contracts/raw.orders.odcs.yaml line 10: " + said,
        assertThrows(LabException.class, () -> Orders.check(contract, Orders.rows())).getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "nope > 1   | [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column",
        "k > > 1    | [PARSE_SYNTAX_ERROR] Syntax error",
        "k          | [DATATYPE_MISMATCH",
      })
  void aConditionThatSparkRefusesIsNamedByFileAndLine(String condition, String said) {
    Contract contract =
        Orders.contract(
            "{type: sql, query: 'SELECT COUNT(*) FROM {object} WHERE %s', mustBe: 0}"
                .formatted(condition));
    String failure =
        assertThrows(LabException.class, () -> Orders.check(contract, Orders.rows())).getMessage();
    String start = "ops/contracts/raw.orders.odcs.yaml line 10: table SQL cannot be checked: ";
    assertTrue(failure.startsWith(start + said), failure);
  }

  /** A query of another form is not run; with a slip in it nobody would know that it never is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "SELECT COUNTT(*) FROM {object} WHERE k > 1 | [UNRESOLVED_ROUTINE] Cannot resolve function",
        "SELECT AVG(nope) FROM {object}     | [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column",
        "SELECT COUNT(*) FORM {object}      | [PARSE_SYNTAX_ERROR] Syntax error",
        "SELECT COUNT(*) FROM {objekt}      | [PARSE_SYNTAX_ERROR] Syntax error",
        "DROP TABLE x; SELECT 1             | [PARSE_SYNTAX_ERROR] Syntax error",
        "DROP VIEW x                        | it gives 0 columns, wanted a query of one value",
        "SELECT k, x FROM {object}          | it gives 2 columns, wanted a query of one value",
      })
  void aQueryThatCouldNotBeRunIsNamedByFileAndLine(String query, String said) {
    Orders.rows().createOrReplaceTempView("x");
    String severity = query.contains("AVG") ? ", severity: warning" : "";
    Contract contract =
        Orders.contract("{type: sql, query: '%s', mustBe: 0%s}".formatted(query, severity));
    String failure =
        assertThrows(LabException.class, () -> Orders.check(contract, Orders.rows())).getMessage();
    String start = "ops/contracts/raw.orders.odcs.yaml line 10: table SQL cannot be checked: ";
    assertTrue(failure.startsWith(start + said), failure);
    assertTrue(Orders.rows().sparkSession().catalog().dropTempView("x"), "executed: " + query);
  }

  @Test
  void aQueryThatCouldBeRunIsOnlyNotChecked() {
    Contract contract =
        Orders.contract(
            """
            {type: sql, query: 'SELECT AVG(k) FROM {object}', mustBe: 1}
            {type: sql, query: 'SELECT COUNT(*) FROM ${table} WHERE k IN (SELECT 1)', mustBe: 1}
            {type: sql, engine: snowflake, query: 'SELECT COUNT(*) FORM {object}', mustBe: 1}\
            """);
    String count = "not checked only SELECT COUNT(*) FROM {object} WHERE ... is run here";
    TableQuality quality = Orders.check(contract, Orders.rows());
    assertEquals(List.of(count, count, "not checked SQL for snowflake"), Orders.words(quality, 2));
    assertEquals(3, quality.notChecked().size());
  }
}
