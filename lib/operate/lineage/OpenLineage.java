//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES LineageEntry.java
//SOURCES LineageRun.java
//SOURCES ../registry/Model.java
//SOURCES OpenLineageDatasets.java
//SOURCES OpenLineageFacets.java
//SOURCES ../contract/QualityMetric.java
//SOURCES ../../project/AtomicFile.java
//SOURCES ../../spark/RunEvidence.java
package operate.lineage;

import static operate.lineage.OpenLineageFacets.facet;
import static operate.lineage.OpenLineageFacets.object;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import operate.contract.QualityMetric;
import operate.lineage.LineageEntry.Action;
import operate.registry.Model;
import project.AtomicFile;
import spark.RunEvidence;

/**
 * Runs as OpenLineage 2-0-2 run events: one when a run started, one when it ended. The same logs
 * give the same events, byte for byte.
 *
 * @param root absolute, of the paths in the log
 * @param models the registered ones, by name
 * @param entries of the lineage log, by run id
 * @param quality metrics of the outputs, by run id
 * @param evidence what Spark said of a run, given its id
 */
public record OpenLineage(
    Path root,
    Map<String, Model> models,
    Map<String, List<LineageEntry>> entries,
    Map<String, List<QualityMetric>> quality,
    Function<String, Optional<RunEvidence>> evidence) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** From lists in any order. */
  public static OpenLineage of(
      Path root,
      List<Model> models,
      List<LineageEntry> entries,
      Map<String, List<QualityMetric>> quality,
      Function<String, Optional<RunEvidence>> evidence) {
    return new OpenLineage(
        root,
        models.stream().collect(Collectors.toMap(Model::name, m -> m)),
        entries.stream().collect(Collectors.groupingBy(LineageEntry::runId)),
        quality,
        evidence);
  }

  /**
   * Writes the events of runs, oldest run first, a line of JSON each.
   *
   * @throws java.io.UncheckedIOException when it cannot be written; what was there then still is
   */
  public void write(List<LineageRun> runs, Path file) {
    List<LineageRun> byStart =
        runs.stream()
            .sorted(Comparator.comparing(LineageRun::start).thenComparing(LineageRun::runId))
            .toList();
    AtomicFile.write(
        file,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
            for (LineageRun run : byStart) {
              for (ObjectNode event : events(run)) {
                out.write(JSON.writeValueAsString(event));
                out.write('\n');
              }
            }
          }
        });
  }

  /** The two events of one run. */
  List<ObjectNode> events(LineageRun run) {
    OpenLineageDatasets datasets =
        new OpenLineageDatasets(
            root,
            entries.getOrDefault(run.runId(), List.of()),
            evidence.apply(run.runId()),
            quality.getOrDefault(run.runId(), List.of()));
    ObjectNode start = event("START", run.start(), run);
    start.set("inputs", datasets.names(Action.READ));
    start.set("outputs", datasets.names(Action.WRITE));
    ObjectNode end = event(run.ended().name(), run.end(), run);
    end.set("inputs", datasets.inputs());
    end.set("outputs", datasets.outputs(run.output()));
    if (!run.error().isEmpty()) {
      ObjectNode error =
          facet("1-0-1", "ErrorMessageRunFacet")
              .put("message", run.error())
              .put("programmingLanguage", "JAVA");
      ((ObjectNode) end.get("run").get("facets")).set("errorMessage", error);
    }
    return List.of(start, end);
  }

  private ObjectNode event(String type, Instant at, LineageRun run) {
    ObjectNode event =
        object()
            .put("eventType", type)
            .put("eventTime", at.toString())
            .put("producer", OpenLineageFacets.PRODUCER)
            .put("schemaURL", OpenLineageFacets.eventSchema());
    event.putObject("run").put("runId", uuid(run.runId()).toString()).set("facets", facets(run));
    event
        .putObject("job")
        .put("namespace", OpenLineageFacets.NAMESPACE)
        .put("name", run.job())
        .set("facets", jobFacets(run));
    return event;
  }

  /** The same id for the same run, wherever and whenever the events are made. */
  static UUID uuid(String runId) {
    String name = OpenLineageFacets.NAMESPACE + "/" + runId;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode facets(LineageRun run) {
    ObjectNode facets = object();
    if (!run.sparkVersion().isEmpty()) {
      facets.set(
          "processing_engine",
          facet("1-1-1", "ProcessingEngineRunFacet")
              .put("version", run.sparkVersion())
              .put("name", "spark"));
    }
    if (!run.tags().isEmpty()) {
      facets.set("tags", tags(facet("1-0-0", "TagsRunFacet"), run.tags()));
    }
    return facets;
  }

  private ObjectNode jobFacets(LineageRun run) {
    ObjectNode facets = object();
    if (!run.sparkVersion().isEmpty()) {
      facets.set(
          "jobType",
          facet("2-0-4", "JobTypeJobFacet")
              .put("processingType", "BATCH")
              .put("integration", "SPARK")
              .put("jobType", "JOB"));
    }
    Model model = models.get(run.job());
    if (model != null) {
      ObjectNode ownership = facet("1-0-1", "OwnershipJobFacet");
      ownership.putArray("owners").addObject().put("name", model.owner()).put("type", "OWNER");
      facets.set("ownership", ownership);
      facets.set(
          "documentation",
          facet("1-1-0", "DocumentationJobFacet").put("description", model.description()));
      Map<String, String> tags = Map.of("schedule", model.schedule(), "tier", model.tier());
      facets.set("tags", tags(facet("1-0-0", "TagsJobFacet"), new TreeMap<>(tags)));
    }
    return facets;
  }

  private static ObjectNode tags(ObjectNode facet, Map<String, String> values) {
    ArrayNode tags = facet.putArray("tags");
    values.forEach(
        (key, value) ->
            tags.addObject()
                .put("key", key)
                .put("value", value)
                .put("source", OpenLineageFacets.NAMESPACE));
    return facet;
  }
}
