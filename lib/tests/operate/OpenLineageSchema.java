//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//DEPS dev.harrel:json-schema:1.9.1
//SOURCES ../Command.java
package tests.operate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tests.Command;

/**
 * OpenLineage's published schemas, from {@code lib/tests/operate/openlineage}: the one of events,
 * which lets any facet pass that says who made it, and one for each facet. Nothing is fetched.
 */
public final class OpenLineageSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Validator validator;
  private final Map<String, JsonNode> schemas = new TreeMap<>();

  /** Reads the schemas. */
  public OpenLineageSchema() {
    try (Stream<Path> files =
        Files.walk(Command.checkout().resolve("lib/tests/operate/openlineage/spec"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        JsonNode schema = JSON.readTree(file.toFile());
        schemas.put(schema.get("$id").asText(), schema);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withEvaluatorFactory(new FormatEvaluatorFactory())
            .withSchemaResolver(
                uri ->
                    schemas.containsKey(uri)
                        ? SchemaResolver.Result.fromProviderNode(schemas.get(uri))
                        : SchemaResolver.Result.empty())
            .createValidator();
    schemas.forEach((id, schema) -> validator.registerSchema(URI.create(id), (Object) schema));
  }

  /** Everything that is wrong with an event and its facets; empty when nothing is. */
  public List<String> problems(JsonNode event) {
    List<String> problems = new ArrayList<>();
    check(
        "event",
        "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
        event,
        problems);
    facets("run", event.at("/run/facets"), problems);
    facets("job", event.at("/job/facets"), problems);
    for (String side : List.of("inputs", "outputs")) {
      for (JsonNode dataset : event.path(side)) {
        String where = side + " " + dataset.path("name").asText();
        facets(where, dataset.path("facets"), problems);
        facets(where, dataset.path("inputFacets"), problems);
        facets(where, dataset.path("outputFacets"), problems);
      }
    }
    return problems;
  }

  private void facets(String where, JsonNode facets, List<String> problems) {
    facets
        .fields()
        .forEachRemaining(
            facet -> {
              String name = where + " " + facet.getKey();
              String url = facet.getValue().path("_schemaURL").asText();
              JsonNode schema = schemas.get(url.replaceFirst("#.*", ""));
              if (schema == null) {
                problems.add("%s: no schema %s".formatted(name, url));
              } else if (!schema
                  .at("/properties/" + facet.getKey() + "/$ref")
                  .asText()
                  .equals(url.replaceFirst(".*#", "#"))) {
                problems.add("%s: not a facet of %s".formatted(name, url));
              } else {
                check(name, url, facet.getValue(), problems);
              }
            });
  }

  private void check(String name, String schema, JsonNode value, List<String> problems) {
    validator.validate(URI.create(schema), (Object) value).getErrors().stream()
        .filter(error -> error.getError() != null)
        .map(e -> "%s%s: %s".formatted(name, e.getInstanceLocation(), e.getError()))
        .forEach(problems::add);
  }
}
