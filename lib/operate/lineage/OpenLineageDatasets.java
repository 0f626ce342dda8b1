//SOURCES LineageEntry.java
//SOURCES LineageRun.java
//SOURCES OpenLineageFacets.java
//SOURCES ../contract/QualityMetric.java
//SOURCES ScannedTables.java
//SOURCES TableName.java
//SOURCES ../../spark/RunEvidence.java
package operate.lineage;

import static operate.lineage.OpenLineageFacets.facet;
import static operate.lineage.OpenLineageFacets.object;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import operate.contract.QualityMetric;
import operate.lineage.LineageEntry.Action;
import operate.lineage.LineageRun.Size;
import spark.ColumnLineage;
import spark.ColumnLineage.Field;
import spark.ColumnLineage.Input;
import spark.RunEvidence;

/**
 * What a run read and wrote, as OpenLineage's datasets: a folder of the local file system, with the
 * table's name in the registry as a symlink.
 *
 * @param root absolute, of the paths in the log
 * @param entries the run's own lines of the lineage log
 * @param evidence what Spark said of the run; empty when it is not known
 * @param quality metrics of its output; empty when they were not recorded
 */
record OpenLineageDatasets(
    Path root,
    List<LineageEntry> entries,
    Optional<RunEvidence> evidence,
    List<QualityMetric> quality) {

  /** Names alone, as they are known when a run starts. */
  ArrayNode names(Action action) {
    ArrayNode datasets = object().arrayNode();
    versions(action).keySet().forEach(path -> datasets.add(dataset(path)));
    return datasets;
  }

  /** What was read, with all that is known of it. */
  ArrayNode inputs() {
    Map<String, Size> scanned =
        evidence.map(ScannedTables::of).map(ScannedTables::byPath).orElse(Map.of());
    ArrayNode datasets = object().arrayNode();
    versions(Action.READ)
        .forEach(
            (path, version) -> {
              ObjectNode dataset = dataset(path);
              ObjectNode facets = (ObjectNode) dataset.get("facets");
              version(facets, version);
              schema(facets, fields(path));
              if (scanned.containsKey(path)) {
                ObjectNode statistics = facet("1-0-0", "InputStatisticsInputDatasetFacet");
                dataset
                    .putObject("inputFacets")
                    .set("inputStatistics", size(statistics, scanned.get(path)));
              }
              datasets.add(dataset);
            });
    return datasets;
  }

  /** What was written, with all that is known of it. */
  ArrayNode outputs(Size size) {
    ArrayNode datasets = object().arrayNode();
    versions(Action.WRITE)
        .forEach(
            (path, version) -> {
              ObjectNode dataset = dataset(path);
              ObjectNode facets = (ObjectNode) dataset.get("facets");
              version(facets, version);
              written(path).ifPresent(lineage -> columns(facets, lineage));
              quality(facets);
              if (size.known()) {
                ObjectNode statistics = facet("1-0-2", "OutputStatisticsOutputDatasetFacet");
                dataset.putObject("outputFacets").set("outputStatistics", size(statistics, size));
              }
              datasets.add(dataset);
            });
    return datasets;
  }

  /** Each table's folder with the version of its rows; empty where its partitions have several. */
  private Map<String, String> versions(Action action) {
    Map<String, String> versions = new LinkedHashMap<>();
    for (LineageEntry entry : entries) {
      if (entry.action() == action) {
        versions.merge(
            TableName.folder(entry.path()),
            entry.version(),
            (one, other) -> one.equals(other) ? one : "");
      }
    }
    return versions;
  }

  private ObjectNode dataset(String path) {
    ObjectNode dataset = object().put("namespace", "file").put("name", name(path));
    ObjectNode symlinks = facet("1-0-1", "SymlinksDatasetFacet");
    symlinks
        .putArray("identifiers")
        .addObject()
        .put("namespace", OpenLineageFacets.NAMESPACE)
        .put("name", TableName.of(path).qualified())
        .put("type", "TABLE");
    dataset.putObject("facets").set("symlinks", symlinks);
    return dataset;
  }

  private String name(String path) {
    return root.resolve(path).toString().replace('\\', '/');
  }

  private static void version(ObjectNode facets, String version) {
    if (!version.isEmpty()) {
      facets.set(
          "version", facet("1-0-1", "DatasetVersionDatasetFacet").put("datasetVersion", version));
    }
  }

  private static ObjectNode size(ObjectNode facet, Size size) {
    return facet
        .put("rowCount", size.rows())
        .put("size", size.bytes())
        .put("fileCount", size.files());
  }

  private List<Field> fields(String path) {
    return evidence.stream()
        .flatMap(e -> e.lineage().stream())
        .flatMap(l -> l.sources().stream())
        .filter(source -> source.path().equals(path))
        .map(ColumnLineage.Source::fields)
        .findFirst()
        .orElse(List.of());
  }

  private Optional<ColumnLineage> written(String path) {
    return evidence.stream()
        .flatMap(e -> e.lineage().stream())
        .filter(lineage -> lineage.path().equals(path) && !lineage.columns().isEmpty())
        .findFirst();
  }

  private static void schema(ObjectNode facets, List<Field> columns) {
    if (columns.isEmpty()) {
      return;
    }
    ObjectNode schema = facet("1-2-0", "SchemaDatasetFacet");
    ArrayNode fields = schema.putArray("fields");
    for (Field column : columns) {
      fields
          .addObject()
          .put("name", column.name())
          .put("type", column.type())
          .put("ordinal_position", fields.size());
    }
    facets.set("schema", schema);
  }

  private void columns(ObjectNode facets, ColumnLineage lineage) {
    schema(facets, lineage.columns().stream().map(c -> new Field(c.name(), c.type())).toList());
    ObjectNode facet = facet("1-2-0", "ColumnLineageDatasetFacet");
    ObjectNode fields = facet.putObject("fields");
    for (ColumnLineage.Column column : lineage.columns()) {
      fields.putObject(column.name()).set("inputFields", inputFields(column.inputs()));
    }
    facet.set("dataset", inputFields(lineage.rows()));
    facets.set("columnLineage", facet);
  }

  /** One object a column, with every way in which it enters. */
  private ArrayNode inputFields(List<Input> inputs) {
    Map<List<String>, ArrayNode> transformations = new LinkedHashMap<>();
    ArrayNode fields = object().arrayNode();
    for (Input input : inputs) {
      transformations
          .computeIfAbsent(
              List.of(input.path(), input.column()),
              column ->
                  fields
                      .addObject()
                      .put("namespace", "file")
                      .put("name", name(input.path()))
                      .put("field", input.column())
                      .putArray("transformations"))
          .addObject()
          .put("type", input.how().isDirect() ? "DIRECT" : "INDIRECT")
          .put("subtype", input.how().name());
    }
    return fields;
  }

  private void quality(ObjectNode facets) {
    if (quality.isEmpty()) {
      return;
    }
    ObjectNode facet = facet("1-0-0", "DataQualityMetricsDatasetFacet");
    ObjectNode columns = facet.putObject("columnMetrics");
    for (QualityMetric metric : quality) {
      if (metric.metric().equals("rows")) {
        facet.put("rowCount", metric.value());
      } else if (metric.metric().equals("nulls")) {
        columns.putObject(metric.column()).put("nullCount", metric.value());
      }
    }
    facets.set("dataQualityMetrics", facet);
  }
}
