//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Yamls.java
//SOURCES ../../operate/contract/Contract.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import operate.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.LabException;

/** What a contract gets wrong, and the sentence that says so. */
class ContractMistakesTest {

  private static String failure(String yaml) {
    return assertThrows(LabException.class, () -> Yamls.parse(yaml)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "apiVersion: v3.1.0 | apiVersion: v2.2.2 | line 1: apiVersion is 'v2.2.2', wanted one of"
            + " v3.1.0",
        "kind: DataContract | kind: Contract | line 2: kind is 'Contract', wanted one of"
            + " DataContract",
        "id: lab.orders\\n"
            + " | | line 1: it has no id (found: apiVersion, kind, name, version, status, schema)",
        "version: 1.2.0 | versoin: 1.2.0 | line 5: versoin is not a known key, wanted one of"
            + " apiVersion, kind, id",
        "version: 1.2.0 | version: [1] | line 5: version is a list, wanted a value",
        "name: raw.orders | name: raw.order | line 4: name is 'raw.order', wanted raw.orders, as"
            + " the file is named",
        "- name: orders | - name: order | line 8: schema[0].name is 'order', wanted orders, as the"
            + " file is named",
        "schema: | schema: [ | line 8: ",
        "properties: | propertys: | line 10: schema[0].propertys is not a known key",
        "- {name: a} | - {nane: a} | line 10: schema[0].properties[0].nane is not a known key",
        "- {name: a} | - {name: } | line 10: schema[0].properties[0] has no name (found: name)",
        "- {name: a} | - {name: a}\\n      - {name: a} | line 11: schema[0].properties[1].name"
            + " stands here a second time",
        "- {name: a} | - {name: a, required: yes} | line 10: schema[0].properties[0].required is"
            + " 'yes', wanted one of true, false",
        "- {name: a} | - {name: a, logicalType: text} | line 10:"
            + " schema[0].properties[0].logicalType is 'text', wanted one of string, date",
      })
  void aMistakeIsNamedByFileAndLine(String right, String wrong, String said) {
    String whole = Yamls.columns("{name: a}");
    String broken =
        whole.replace(right.replace("\\n", "\n"), wrong == null ? "" : wrong.replace("\\n", "\n"));
    assertTrue(!broken.equals(whole), "nothing was broken");
    String failure = failure(broken);
    assertTrue(failure.startsWith("ops/contracts/raw.orders.odcs.yaml " + said), failure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{metric: nullValues}            | quality[0] has no operator, wanted one of mustBe,",
        "{metric: nullValues, mustBe: 0, mustNotBe: 1} | quality[0] has mustBe and mustNotBe,"
            + " wanted one of mustBe,",
        "{metric: nullValues, mustBeLess: 1} | quality[0].mustBeLess is not a known key",
        "{metric: nullValues, mustBe: few}   | quality[0].mustBe is 'few', wanted a number",
        "{metric: nullValues, mustBeBetween: 3} | quality[0].mustBeBetween is '3', wanted a list",
        "{metric: nullValues, mustBeBetween: [5, 1]} | quality[0].mustBeBetween has to be two"
            + " numbers, the smaller one first",
        "{metric: nullvalues, mustBe: 0} | quality[0].metric is 'nullvalues', wanted one of"
            + " nullValues, missingValues, invalidValues, duplicateValues",
        "{metric: rowCount, mustBe: 0}   | quality[0].metric is 'rowCount', wanted one of"
            + " nullValues",
        "{mustBe: 0}                     | quality[0] has no metric (found: mustBe)",
        "{type: sq, mustBe: 0}           | quality[0].type is 'sq', wanted one of library, text",
        "{type: sql, mustBe: 0}          | quality[0] has no query (found: type, mustBe)",
        "{metric: nullValues, mustBe: 0, unit: share} | quality[0].unit is 'share', wanted one of"
            + " rows, percent",
        "{metric: nullValues, mustBe: 0, severity: high} | quality[0].severity is 'high', wanted"
            + " one of error, warning",
        "{metric: nullValues, mustBe: 0, dimension: speed} | quality[0].dimension is 'speed',"
            + " wanted one of accuracy",
        "{metric: invalidValues, mustBe: 0} | quality[0] has no arguments (found: metric, mustBe)",
        "{metric: invalidValues, arguments: {valid: [a]}, mustBe: 0} | quality[0].arguments.valid"
            + " is not a known key, wanted one of validValues, pattern, reference",
        "{metric: invalidValues, arguments: {pattern: '['}, mustBe: 0} |"
            + " quality[0].arguments.pattern is '[', wanted a regular expression",
        "{metric: invalidValues, arguments: {reference: raw.x}, mustBe: 0} |"
            + " quality[0].arguments.reference is 'raw.x', wanted LAYER.TABLE.odcs.yaml#/schema/",
      })
  void aRuleOfAColumnThatCannotBeReadIsNamed(String rule, String said) {
    String failure = failure(Yamls.columns("{name: a, quality: [%s]}".formatted(rule)));
    String start = "ops/contracts/raw.orders.odcs.yaml line 10: schema[0].properties[0].";
    assertTrue(failure.startsWith(start + said), failure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{metric: duplicateValues, arguments: {properties: [a, b]}, mustBe: 0} |"
            + " quality[0].arguments.properties[1] is 'b', wanted a column of the contract: a, c",
        "{metric: nullValues, mustBe: 0} | quality[0].metric is 'nullValues', wanted one of"
            + " rowCount, duplicateValues",
        "{metric: rowCount, mustBe: 0, unit: percent} | quality[0].unit is 'percent', wanted one of"
            + " rows",
      })
  void aRuleOfTheTableThatCannotBeReadIsNamed(String rule, String said) {
    String failure = failure(Yamls.table(rule, "{name: a}", "{name: c}"));
    assertTrue(
        failure.startsWith("ops/contracts/raw.orders.odcs.yaml line 10: schema[0]." + said),
        failure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{minimum: few}      | integer | minimum is 'few', wanted a number",
        "{multipleOf: 0}     | number  | multipleOf is '0', wanted a number above 0",
        "{minLength: -1}     | string  | minLength is '-1', wanted a whole number, from 0",
        "{minimum: 1}        | string  | minimum is not a known key, wanted one of minLength",
        "{minimum: 1.1.2025} | date    | minimum is '1.1.2025', wanted a day, as 2026-11-01",
        "{minimum: '2025-01-01'} | timestamp | minimum is '2025-01-01', wanted a time, as 2026-11",
      })
  void optionsOfATypeThatCannotBeReadAreNamed(String options, String type, String said) {
    String failure =
        failure(
            Yamls.columns(
                "{name: a, logicalType: %s, logicalTypeOptions: %s}".formatted(type, options)));
    String start =
        "ops/contracts/raw.orders.odcs.yaml line 10: schema[0].properties[0].logicalTypeOptions.";
    assertTrue(failure.startsWith(start + said), failure);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{property: latency, value: soon, unit: h} | value is 'soon', wanted a number, from 0",
        "{property: latency, value: 1, unit: years} | unit is 'years', wanted one of s, second",
        "{property: latency, value: 1, unit: d, element: b} | element is 'b', wanted a column of"
            + " the contract: a",
      })
  void aLatencyThatCannotBeReadIsNamed(String sla, String said) {
    String failure =
        failure(Yamls.columns("{name: a}") + "slaProperties:\n  - %s\n".formatted(sla));
    String start = "ops/contracts/raw.orders.odcs.yaml line 12: slaProperties[0].";
    assertTrue(failure.startsWith(start + said), failure);
  }

  @Test
  void aFileIsNamedAfterItsTable() {
    for (String name : List.of("orders.odcs.yaml", "raw.orders.yaml", "raw.orders.odcs.yml")) {
      assertEquals(
          "ops/contracts/%s is not named after a table, wanted LAYER.TABLE.odcs.yaml, as"
                  .formatted(name)
              + " silver.daily_sales.odcs.yaml",
          assertThrows(
                  LabException.class,
                  () -> Contract.parse(Path.of("ops/contracts", name), Yamls.columns("{name: a}")))
              .getMessage());
    }
  }

  @Test
  void twoTablesInOneFileAreRefused() {
    assertEquals(
        "ops/contracts/raw.orders.odcs.yaml line 7: schema has 2 objects, wanted one: the table of"
            + " the file",
        failure(Yamls.contract("schema: [{name: orders}, {name: items}]\n")));
  }
}
