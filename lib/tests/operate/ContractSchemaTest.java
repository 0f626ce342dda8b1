//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//DEPS dev.harrel:json-schema:1.9.1
//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES Yamls.java
//SOURCES ../Command.java
//SOURCES ../../operate/contract/Contract.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import operate.contract.Contract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import project.LabException;
import tests.Command;

/** The published JSON Schema of the Open Data Contract Standard, and what the lab takes it for. */
class ContractSchemaTest {
  private static final Path FOLDER = Command.checkout().resolve("ops/contracts");

  private static String text;
  private static JsonNode schema;

  @BeforeAll
  static void readSchema() throws IOException {
    text = Files.readString(FOLDER.resolve("odcs/odcs-json-schema-v3.1.0.json"));
    schema = new ObjectMapper().readTree(text);
  }

  private static Validator.Result validate(String yaml) {
    return new ValidatorFactory()
        .withJsonNodeFactories(new JacksonNode.Factory(), new SnakeYamlNode.Factory())
        .validate(text, yaml);
  }

  static List<Path> contracts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(Contract.ENDING)).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyContractIsValid(Path file) throws IOException {
    Validator.Result result = validate(Files.readString(file));
    List<String> errors =
        result.getErrors().stream().map(e -> e.getInstanceLocation() + " " + e.getError()).toList();
    assertTrue(result.isValid(), errors::toString);
  }

  /** Else whoever writes one would not see the editor's help. */
  @ParameterizedTest
  @MethodSource("contracts")
  void everyContractNamesItsSchemaToTheEditor(Path file) throws IOException {
    String first = Files.readAllLines(file).get(0);
    assertEquals("# yaml-language-server: $schema=odcs/odcs-json-schema-v3.1.0.json", first);
  }

  /** What these tests write is valid too, so that a refusal is about what they break in it. */
  @Test
  void theContractsOfTheTestsAreValid() {
    assertTrue(validate(Yamls.columns("{name: a, logicalType: integer}")).isValid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{nane: a}",
        "{name: a, requierd: true}",
        "{name: a, required: sometimes}",
        "{name: a, logicalType: text}",
        "{name: a, quality: [{metric: nullValues}]}",
        "{name: a, quality: [{metric: nullValues, mustBe: 0, mustNotBe: 1}]}",
        "{name: a, quality: [{metric: nulls, mustBe: 0}]}",
        "{name: a, quality: [{metric: nullValues, mustBeBetween: 3}]}",
        "{name: a, quality: [{metric: nullValues, mustBe: 0, dimension: speed}]}",
        "{name: a, quality: [{type: sql, mustBe: 0}]}",
        "{name: a, logicalType: string, logicalTypeOptions: {minimum: 1}}",
      })
  void whatTheSchemaRefusesTheLabRefuses(String column) {
    String yaml = Yamls.columns(column);
    assertFalse(validate(yaml).isValid(), column);
    assertThrows(LabException.class, () -> Yamls.parse(yaml));
  }

  /** A key that the lab did not know would make it refuse a good contract. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "the contract | x: 1",
        "a table      | schema: [{name: orders, x: 1}]",
        "a column     | schema: [{name: orders, properties: [{name: a, x: 1}]}]",
        "a rule       | schema: [{name: orders, properties: [{name: a, quality: [{x: 1}]}]}]",
        "an SLA       | slaProperties: [{x: 1}]",
        "support      | support: [{x: 1}]",
        "a team       | team: {x: 1}",
      })
  void theLabKnowsTheKeysOfTheSchema(String level, String wrong) {
    boolean table = wrong.startsWith("schema");
    String yaml = table ? Yamls.contract(wrong + "\n") : Yamls.columns("{name: a}") + wrong + "\n";
    String failure = assertThrows(LabException.class, () -> Yamls.parse(yaml)).getMessage();
    String known = failure.replaceFirst(".*is not a known key, wanted one of ", "");
    assertEquals(keys(level), new TreeSet<>(List.of(known.split(", "))), failure);
  }

  private static Set<String> keys(String level) {
    return switch (level) {
      case "the contract" -> names(schema);
      case "a table" -> names(definition("SchemaElement"), definition("SchemaObject"));
      case "a column" -> {
        JsonNode base = definition("SchemaBaseProperty");
        Set<String> keys = names(definition("SchemaElement"), base);
        base.get("allOf").forEach(part -> keys.addAll(names(part.path("then"))));
        yield keys;
      }
      case "a rule" -> {
        Set<String> keys =
            names(
                definition("DataQuality"),
                definition("DataQualityLibrary"),
                definition("DataQualitySql"),
                definition("DataQualityCustom"));
        definition("DataQualityOperators").get("oneOf").forEach(o -> keys.addAll(names(o)));
        yield keys;
      }
      case "an SLA" -> names(definition("ServiceLevelAgreementProperty"));
      case "support" -> names(definition("SupportItem"));
      default -> names(definition("Team"));
    };
  }

  private static JsonNode definition(String name) {
    return schema.get("$defs").get(name);
  }

  private static Set<String> names(JsonNode... definitions) {
    Set<String> names = new TreeSet<>();
    for (JsonNode definition : definitions) {
      definition.path("properties").fieldNames().forEachRemaining(names::add);
    }
    return names;
  }
}
