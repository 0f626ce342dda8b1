//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
package operate.lineage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The beginnings of OpenLineage's objects: each facet says who made it and which schema it follows.
 *
 * @see "the OpenLineage specification 2-0-2 and its facets as published with release 1.53.0"
 */
final class OpenLineageFacets {
  /** Who makes the events. */
  static final String PRODUCER = "urn:spark-tuning-lab:lineage";

  /** Of the jobs; the tables' names in the registry belong to it, too. */
  static final String NAMESPACE = "spark-tuning-lab";

  private static final String SPEC = "https://openlineage.io/spec/";

  private OpenLineageFacets() {}

  /** An object without any field. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The schema of a whole event. */
  static String eventSchema() {
    return SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";
  }

  /**
   * A facet without its own fields.
   *
   * @param version of its schema, {@code 1-0-1}
   * @param name of its schema, {@code ErrorMessageRunFacet}
   */
  static ObjectNode facet(String version, String name) {
    return object()
        .put("_producer", PRODUCER)
        .put("_schemaURL", "%sfacets/%s/%s.json#/$defs/%s".formatted(SPEC, version, name, name));
  }
}
