//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Yamls.java
//SOURCES ../Command.java
//SOURCES ../../operate/contract/Contract.java
//SOURCES ../../operate/registry/Registry.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import operate.contract.Contract;
import operate.contract.ContractColumn;
import operate.contract.Metric;
import operate.contract.Rule;
import operate.registry.Model;
import operate.registry.Registry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tests.Command;

class ContractTest {
  private static final Path FOLDER = Command.checkout().resolve("ops/contracts");

  private static Contract own(String table) {
    return Contract.read(FOLDER.resolve(table + ".odcs.yaml"));
  }

  /** Name, what is wanted and severity of each rule, without the two about columns. */
  private static List<String> rules(String yaml) {
    return Yamls.parse(yaml).rules().stream()
        .skip(2)
        .map(r -> "%s | %s | %s".formatted(r.name(), r.wanted(), r.severity().text()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"raw.customers", "raw.transactions", "bronze.transactions", "silver.daily_sales"})
  void theLabsOwnContractsAreOfTheOwnerThatTheRegistryNames(String table) {
    Contract contract = own(table);
    assertEquals(table, contract.table());
    Model writer =
        Registry.read(FOLDER.resolveSibling("models_registry.csv")).models().stream()
            .filter(m -> m.outputs().contains(table))
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of(writer.owner()), contract.owner());
    assertEquals(List.of(), notRun(contract), "every rule of the lab's own is checked");
  }

  private static List<Rule> notRun(Contract contract) {
    return contract.rules().stream().filter(r -> r.metric() instanceof Metric.NotRun).toList();
  }

  @Test
  void whatAContractSaysOfItself() {
    Contract contract =
        Yamls.parse(
            Yamls.columns("{name: id, logicalType: integer, physicalType: bigint}")
                + "team: {name: shop}\n");
    assertEquals("raw.orders", contract.table());
    assertEquals("raw", contract.layer());
    assertEquals("orders", contract.name());
    assertEquals("1.2.0", contract.version());
    assertEquals(Optional.of("shop"), contract.owner());
    ContractColumn id = contract.columns().get(0);
    assertEquals(Optional.of("bigint"), id.physicalType());
    assertEquals("ops/contracts/raw.orders.odcs.yaml line 10", id.place());
  }

  @Test
  void columnsImplyRules() {
    assertEquals(
        List.of(
            "b+a duplicates | 0 | error",
            "a without value | 0 | error",
            "a not >= 0 and < 10 | 0 | error",
            "a no multiple of 5 | 0 | error",
            "b without value | 0 | error",
            "b duplicates | 0 | error",
            "c length not >= 1 and <= 3 | 0 | error",
            "c not like ^[A-Z]+$ | 0 | error",
            "d not >= 2025-01-01 | 0 | error"),
        rules(
            Yamls.columns(
                "{name: a, logicalType: integer, required: true, primaryKey: true,"
                    + " primaryKeyPosition: 2,"
                    + " logicalTypeOptions: {minimum: 0, exclusiveMaximum: 10, multipleOf: 5}}",
                "{name: b, required: true, unique: true, primaryKey: true, primaryKeyPosition: 1}",
                "{name: c, logicalType: string,"
                    + " logicalTypeOptions: {minLength: 1, maxLength: 3, pattern: '^[A-Z]+$'}}",
                "{name: d, logicalType: date, logicalTypeOptions: {minimum: '2025-01-01'}}")));
  }

  @Test
  void aKeyOfOneUniqueColumnIsOneRuleAndNeedsAValue() {
    assertEquals(
        List.of("a without value | 0 | error", "a duplicates | 0 | error"),
        rules(Yamls.columns("{name: a, unique: true, primaryKey: true}")));
    assertEquals(
        List.of("a duplicates | 0 | error", "a without value | 0 | error"),
        rules(Yamls.columns("{name: a, required: true, primaryKey: true}")));
  }

  @Test
  void rulesOfTheTableAndOfItsColumns() {
    assertEquals(
        List.of(
            "rows | > 1 and < 5 | error",
            "a+b duplicates | <= 0.5 % | warning",
            "a above b | 0 | error",
            "a without value | < 3 | error",
            "a missing values | 0 | error",
            "b invalid values | not 7 | error",
            "b duplicates | >= 2 | error"),
        rules(
            Yamls.table(
                "{metric: rowCount, mustBeBetween: [1, 5]}\n"
                    + "{metric: duplicateValues, arguments: {properties: [a, b]},"
                    + " mustBeLessOrEqualTo: 0.5, unit: percent, severity: warning}\n"
                    + "{name: a above b, type: sql, mustBe: 0,"
                    + " query: 'select count(*) from {object} where a > b'}",
                "{name: a, quality: [{metric: nullValues, mustBeLessThan: 3},"
                    + " {metric: missingValues, arguments: {missingValues: [null, '']},"
                    + " mustBe: 0}]}",
                "{name: b, quality: [{metric: invalidValues, mustNotBe: 7,"
                    + " arguments: {validValues: [x]}},"
                    + " {type: library, metric: duplicateValues, mustBeGreaterOrEqualTo: 2}]}")));
  }

  @Test
  void aRelationshipHoldsWithoutExceptionUnlessARuleSaysHowMany() {
    String to = "raw.customers.odcs.yaml#/schema/customers/properties/customer_id";
    assertEquals(
        List.of("customer_id not in raw.customers | 0 | error"),
        rules(Yamls.columns("{name: customer_id, relationships: [{to: '%s'}]}".formatted(to))));
    assertEquals(
        List.of("buyer not in raw.customers.customer_id | <= 1 % | error"),
        rules(
            Yamls.columns(
                ("{name: buyer, relationships: [{to: '%s'}], quality: [{metric: invalidValues,"
                        + " arguments: {reference: '%s'}, mustBeLessOrEqualTo: 1, unit: percent}]}")
                    .formatted(to, to))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{property: latency, value: 4, unit: d}                       | latency | <= 5,760 min",
        "{property: latency, value: 90, unit: s}                      | latency | <= 1.5 min",
        "{property: Freshness, value: 2, unit: hours, element: at}    | latency of at | <= 120 min",
        "{property: ly, value: 1, unit: h, element: orders.at}        | latency of at | <= 60 min",
      })
  void latencyIsAWarning(String sla, String name, String wanted) {
    assertEquals(
        List.of("%s | %s | warning".formatted(name, wanted)),
        rules(Yamls.columns("{name: at}") + "slaProperties:\n  - %s\n".formatted(sla)));
  }

  @Test
  void promisesAboutRunsAreNotOfThisKind() {
    assertEquals(
        List.of(),
        rules(
            Yamls.columns("{name: a}")
                + "slaProperties: [{property: frequency, value: 1, unit: d}]\n"));
  }

  /** Known to the standard, unknown to the lab: listed, so that nobody relies on them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{name: a, quality: [{type: text, description: x}]} | a text | a text for people",
        "{name: a, quality: [{type: custom, engine: soda, implementation: x}]} | a custom rule"
            + " | a rule for soda",
        "{name: a, quality: [{type: sql, engine: duckdb, query: 'SELECT avg(a) FROM {object}',"
            + " mustBe: 1}]} | a SQL | SQL for duckdb",
        "{name: a, relationships: [{to: orders.b}]} | a relationship"
            + " | only a column of another contract is followed",
        "{name: a, logicalType: string, logicalTypeOptions: {format: email}} | a format"
            + " | write a pattern to have it checked",
        "{name: a, logicalType: array, items: {logicalType: string}} | a items"
            + " | nested values are not looked at",
      })
  void whatIsNotCheckedIsListed(String column, String name, String why) {
    List<Rule> rules = notRun(Yamls.parse(Yamls.columns(column)));
    assertEquals(1, rules.size());
    assertEquals(name, rules.get(0).name());
    assertEquals(new Metric.NotRun(why), rules.get(0).metric());
  }
}
