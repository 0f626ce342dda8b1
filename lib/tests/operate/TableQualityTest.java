//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Orders.java
//SOURCES Yamls.java
//SOURCES ../spark/LocalSession.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import operate.contract.CheckResult;
import operate.contract.CheckResult.Breached;
import operate.contract.Contract;
import operate.contract.QualityMetric;
import operate.contract.TableAtHand;
import operate.contract.TableQuality;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tests.spark.LocalSession;

/** Every kind of check, kept and broken, on a table of a few rows. */
@Tag("spark")
class TableQualityTest {
  /**
   * Checks cases together, each on a column of its own that is a copy of one of the orders'.
   *
   * @param cases {@code column | what the contract says of it | verdict, found, first value}
   * @param declaration what the second part becomes in the contract
   */
  private static void assertColumns(String cases, String declaration) {
    List<String[]> parts = cases.lines().map(line -> line.split(" *\\| *")).toList();
    List<String> selected = new ArrayList<>();
    List<String> declared = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String column = parts.get(i)[0];
      selected.add("%s as c%d".formatted(column, i));
      String said = declaration.formatted(parts.get(i)[1]);
      declared.add("{name: c%d, logicalType: %s, %s}".formatted(i, Orders.TYPES.get(column), said));
    }
    Contract contract = Yamls.parse(Yamls.columns(declared.toArray(String[]::new)));
    Dataset<Row> rows = Orders.rows().selectExpr(selected.toArray(String[]::new));
    TableQuality quality = Orders.check(contract, rows);
    List<CheckResult> results = quality.results();
    assertEquals(List.of("passed", "passed"), Orders.verdicts(quality).subList(0, 2));
    List<String> wanted = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String start = "%s | %s | ".formatted(parts.get(i)[0], parts.get(i)[1]);
      wanted.add(start + parts.get(i)[2]);
      CheckResult result = results.get(i + 2);
      String own = Orders.first(result).replaceFirst(".*\\bc%d=([^,]*).*".formatted(i), "$1");
      found.add((start + Orders.verdict(result) + " " + own).strip());
    }
    assertEquals(String.join("\n", wanted), String.join("\n", found));
    assertEquals(parts.size() + 2, results.size());
  }

  @Test
  void whatTheDeclarationOfAColumnPromises() {
    assertColumns(
        """
        k | required: true | passed 0
        x | required: true | error 1 null
        s | unique: true   | passed 0
        k | unique: true   | error 2 3: 3 rows
        x | unique: true   | error 1 10.00: 2 rows
        k | logicalTypeOptions: {minimum: 1, maximum: 4} | passed 0
        k | logicalTypeOptions: {exclusiveMinimum: 1, exclusiveMaximum: 4} | error 2 1
        x | logicalTypeOptions: {minimum: 0} | error 1 -1.50
        x | logicalTypeOptions: {minimum: -1.5} | passed 0
        x | logicalTypeOptions: {multipleOf: 0.25} | passed 0
        x | logicalTypeOptions: {multipleOf: 0.5} | error 1 7.25
        s | logicalTypeOptions: {maxLength: 5} | passed 0
        s | logicalTypeOptions: {minLength: 1} | error 1
        s | logicalTypeOptions: {pattern: '^[a-z]*$'} | error 1 it's
        d | logicalTypeOptions: {minimum: 2026-10-29} | passed 0
        d | logicalTypeOptions: {exclusiveMinimum: 2026-10-29} | error 1 2026-10-29
        t | logicalTypeOptions: {maximum: '2026-11-01T11:30:00Z'} | passed 0
        t | logicalTypeOptions: {maximum: '2026-11-01T11:30:00+01:00'} | error 1 2026-11-01 11:30:00\
        """,
        "%s");
  }

  @Test
  void rulesOfAColumn() {
    String other = "arguments: {reference: 'raw.other.odcs.yaml#/schema/other/properties/k'}";
    assertColumns(
        """
        x | metric: nullValues, mustBeLessThan: 2 | passed 1
        x | metric: nullValues, mustBe: 0 | error 1 null
        x | metric: nullValues, mustBeLessOrEqualTo: 20, unit: percent | passed 16.6667 % (1 row)
        x | metric: nullValues, mustBe: 0, unit: percent, severity: warning | warning 16.6667 % (1 row) null
        s | metric: missingValues, arguments: {missingValues: ['']}, mustBe: 0 | error 1
        s | metric: missingValues, arguments: {missingValues: [null, '']}, mustBe: 2 | passed 2
        s | metric: missingValues, arguments: {missingValues: [null, '']}, mustBe: 9 | error 2
        s | metric: invalidValues, arguments: {validValues: [red, green, blue, '', "it's"]}, mustBe: 0 | passed 0
        s | metric: invalidValues, arguments: {validValues: [red, green, '']}, mustBe: 0 | error 2 blue
        s | metric: invalidValues, arguments: {pattern: e}, mustBe: 0 | error 2
        k | metric: invalidValues, arguments: {validValues: [1, 2, 3, 4, five]}, mustBe: 0 | passed 0
        x | metric: invalidValues, arguments: {validValues: [10, 7.250, 12]}, mustBe: 0 | error 1 -1.50
        k | metric: duplicateValues, mustBeLessThan: 3 | passed 2
        k | metric: duplicateValues, mustBe: 0, unit: percent | error 33.3333 % (2 rows) 3: 3 rows
        x | type: sql, query: 'SELECT COUNT(*) FROM {object} WHERE {property} > 11', mustBe: 0 | error 1 12.00
        k | metric: invalidValues, mustBe: 0, OTHER | error 1 1
        k | metric: invalidValues, mustBeLessThan: 2, OTHER | passed 1\
        """
            .replace("OTHER", other),
        "quality: [{%s}]");
  }

  @Test
  void rulesOfTheTable() {
    Contract contract =
        Orders.contract(
            """
            {metric: rowCount, mustBe: 6}
            {metric: rowCount, mustBeGreaterThan: 1000000}
            {metric: rowCount, mustBeLessThan: 3, severity: warning}
            {metric: duplicateValues, arguments: {properties: [k, x]}, mustBe: 0}
            {metric: duplicateValues, arguments: {properties: [d]}, mustBe: 0}
            {type: sql, query: 'select count(1) from ${table} where s is null or x < 0', mustBe: 0}\
            """);
    assertEquals(
        List.of(
            "passed 6",
            "error 6",
            "warning 6",
            "passed 0",
            "error 2 d=2026-10-31: 3 rows",
            "error 2 k=2, x=-1.50, s=green, d=2026-10-31, t=2026-11-01 11:30:00"),
        Orders.words(Orders.check(contract, Orders.rows()), 2));
  }

  /** In a single column a null is no value; in several it is, or the rows would go unseen. */
  @Test
  void nullsInKeys() {
    Dataset<Row> twice = Orders.rows().union(Orders.rows().where("s is null"));
    Contract contract =
        Orders.contract(
            """
            {metric: duplicateValues, arguments: {properties: [s]}, mustBe: 0}
            {metric: duplicateValues, arguments: {properties: [s, d]}, mustBe: 0}\
            """);
    assertEquals(
        List.of("passed 0", "error 1 s=null, d=2026-10-29: 2 rows"),
        Orders.words(Orders.check(contract, twice), 2));
  }

  @Test
  void neverMoreThanFiveExamplesAndAlwaysTheSame() {
    Contract contract =
        Yamls.parse(
            Yamls.columns("{name: k, logicalType: integer, logicalTypeOptions: {minimum: 9}}"));
    for (int partitions : new int[] {1, 7}) {
      Dataset<Row> rows = Orders.rows().select("k").repartition(partitions);
      Breached found = (Breached) Orders.check(contract, rows).results().get(2);
      assertEquals("6", found.found().text());
      assertEquals(List.of("k=1", "k=2", "k=3", "k=3", "k=3"), found.examples());
    }
  }

  @Test
  void anEmptyTableHasNoShares() {
    String nulls = "quality: [{metric: nullValues, mustBeLessThan: 1, unit: percent}]";
    Contract contract =
        Yamls.parse(
            Yamls.table("{metric: rowCount, mustBeGreaterThan: 0}", "{name: x, " + nulls + "}"));
    assertEquals(
        List.of("passed", "passed", "error", "passed"),
        Orders.verdicts(Orders.check(contract, Orders.rows().select("x").limit(0))));
  }

  /** In minutes at noon of 2026-11-01: the newest time is 11:30, the newest date ended at 0:00. */
  @Test
  void latency() {
    String slas =
        """
        slaProperties:
          - {property: latency, value: 30, unit: min, element: t}
          - {property: latency, value: 29, unit: min, element: t}
          - {property: latency, value: 12, unit: h, element: d}
          - {property: latency, value: 11, unit: h, element: d}
          - {property: latency, value: 5, unit: min}
          - {property: latency, value: 4, unit: min}
          - {property: latency, value: 1, unit: min, element: e}
        """;
    Contract contract = Yamls.parse(Yamls.columns("{name: d}", "{name: t}", "{name: e}") + slas);
    TableAtHand unpublished =
        Orders.at(Orders.rows().selectExpr("d", "t", "cast(null as date) as e"));
    TableAtHand written =
        new TableAtHand(
            unpublished.columns(),
            unpublished.reader(),
            Optional.of(Orders.NOW.minus(Duration.ofSeconds(4 * 60 + 1))),
            unpublished.references());
    assertEquals(
        List.of(
            "passed 30 min",
            "warning 30 min",
            "passed 720 min",
            "warning 720 min",
            "passed 5 min",
            "warning 5 min",
            "not checked the column has no value"),
        Orders.words(TableQuality.of(contract, written, List.of(), Orders.NOW), 2));
    assertEquals(
        List.of("passed", "passed"),
        Orders.verdicts(TableQuality.of(contract, unpublished, List.of(), Orders.NOW)),
        "what nobody can read yet is not late");
  }

  @Test
  void theSnapshotComesFromTheSamePass() {
    Contract contract =
        Orders.contract("{metric: duplicateValues, arguments: {properties: [k]}, mustBe: 0}");
    TableQuality quality =
        TableQuality.of(contract, Orders.at(Orders.rows()), List.of("k", "d"), Orders.NOW);
    assertEquals(
        List.of(
            new QualityMetric("rows", "", 6),
            new QualityMetric("nulls", "k", 0),
            new QualityMetric("nulls", "x", 1),
            new QualityMetric("nulls", "s", 1),
            new QualityMetric("nulls", "d", 1),
            new QualityMetric("nulls", "t", 1),
            new QualityMetric("duplicate_keys", "k+d", 0),
            new QualityMetric("duplicate_keys", "k", 2)),
        quality.metrics());
  }

  @Test
  void ansiModeChangesNothing() {
    SparkSession ansi = LocalSession.with(Map.of("spark.sql.ansi.enabled", "true"));
    String valid =
        "quality: [{metric: invalidValues, arguments: {validValues: [1, x]}, mustBe: 0}]";
    Contract contract = Yamls.parse(Yamls.columns("{name: k, %s}".formatted(valid)));
    List<CheckResult> strict = Orders.check(contract, ansi.sql(Orders.SQL)).results();
    assertEquals("error 5 k=2", Orders.words(strict.get(2)));
    assertEquals(Orders.check(contract, Orders.rows()).results(), strict);
  }
}
