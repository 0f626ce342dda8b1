//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES OpenLineageSchema.java
//SOURCES SampleLineage.java
//SOURCES ../../operate/lineage/OpenLineage.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static tests.operate.SampleLineage.START;
import static tests.operate.SampleLineage.all;
import static tests.operate.SampleLineage.column;
import static tests.operate.SampleLineage.ended;
import static tests.operate.SampleLineage.inputs;
import static tests.operate.SampleLineage.model;
import static tests.operate.SampleLineage.run;
import static tests.operate.SampleLineage.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import operate.contract.QualityMetric;
import operate.lineage.LineageRun;
import operate.lineage.LineageRun.Ended;
import operate.lineage.LineageRun.Size;
import operate.lineage.OpenLineage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import spark.ColumnLineage;
import spark.PlanFacts;
import spark.PlanFacts.ScanFact;
import spark.RunEvidence;

/** The events against the published schemas, and what stands in them. */
class OpenLineageTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final OpenLineageSchema SCHEMA = new OpenLineageSchema();
  private static final String SALES = "data/silver/sales/fast";

  @TempDir static Path root;

  private static RunEvidence evidence() {
    ColumnLineage lineage =
        new ColumnLineage(
            SALES,
            List.of(column("revenue", "data/raw/orders.amount AGGREGATION"), column("n")),
            inputs("data/raw/orders.who JOIN", "data/raw/orders.who GROUP_BY"),
            List.of(source("data/raw/orders", "who", "amount")),
            List.of());
    ScanFact scan =
        new ScanFact(
            "orders",
            "Parquet",
            3,
            900,
            0,
            0,
            50,
            List.of(),
            List.of(),
            List.of(),
            "data/raw/orders");
    PlanFacts plan =
        new PlanFacts(
            1,
            "",
            0,
            1,
            false,
            List.of(),
            false,
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(scan),
            List.of(),
            List.of(),
            0,
            0,
            0);
    return new RunEvidence(1, List.of(), List.of(), List.of(plan), List.of(lineage));
  }

  private static final LineageRun GOOD = ended("sales", "fast", "r1", 1, 7);

  private static final LineageRun FAILED =
      new LineageRun(
          "r2",
          "sales",
          "fast",
          START,
          START.plusSeconds(3),
          Ended.FAIL,
          "the disk is full; \"quoted\"\u00e9",
          Map.of(),
          "3.5.9",
          Size.UNKNOWN);

  private static final LineageRun KILLED =
      new LineageRun(
          "r3",
          "somebody's command",
          "",
          START.plusSeconds(90),
          START.plusSeconds(91),
          Ended.ABORT,
          "interrupted",
          Map.of(),
          "",
          Size.UNKNOWN);

  private static List<JsonNode> events(List<LineageRun> runs) {
    OpenLineage events =
        OpenLineage.of(
            Path.of("/lab"),
            List.of(model("sales", "T1", "raw.orders", "silver.sales")),
            all(
                run(
                    "sales",
                    "r1",
                    1,
                    "r:data/raw/orders/day=2026-11-01",
                    "r:data/raw/orders/day=2026-11-02",
                    "w:" + SALES),
                run("sales", "r2", 2, "r:data/raw/orders")),
            Map.of(
                "r1",
                List.of(
                    new QualityMetric("rows", "", 7),
                    new QualityMetric("nulls", "revenue", 2),
                    new QualityMetric("duplicate_keys", "n", 0))),
            id -> id.equals("r1") ? Optional.of(evidence()) : Optional.empty());
    Path file = root.resolve("events.jsonl");
    events.write(runs, file);
    List<JsonNode> read = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        read.add(JSON.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  @Test
  void everyEventAndEveryFacetFollowsItsSchema() {
    List<JsonNode> events = events(List.of(GOOD, FAILED, KILLED));
    assertEquals(6, events.size());
    for (JsonNode event : events) {
      assertEquals(List.of(), SCHEMA.problems(event), event.toPrettyString());
    }
  }

  static Stream<Consumer<ObjectNode>> damages() {
    return Stream.of(
        e -> e.remove("eventTime"),
        e -> e.put("eventTime", "yesterday"),
        e -> e.put("eventType", "DONE"),
        e -> e.remove("job"),
        e -> ((ObjectNode) e.get("run")).put("runId", "r1"),
        e -> ((ObjectNode) e.at("/outputs/0")).remove("namespace"),
        e -> ((ObjectNode) e.at("/outputs/0/outputFacets/outputStatistics")).put("rowCount", "7"),
        e -> ((ObjectNode) e.at("/outputs/0/facets/schema")).remove("_producer"),
        e -> ((ObjectNode) e.at("/outputs/0/facets/columnLineage")).remove("fields"),
        e ->
            ((ObjectNode) e.at("/outputs/0/facets/columnLineage/fields/revenue/inputFields/0"))
                .remove("field"),
        e ->
            ((ObjectNode) e.at("/job/facets"))
                .set("jobTypo", e.at("/job/facets/jobType").deepCopy()),
        e ->
            ((ObjectNode) e.at("/job/facets/ownership")).put("_schemaURL", "https://x.org/y.json"));
  }

  /** So that the test above can fail. */
  @ParameterizedTest
  @MethodSource("damages")
  void aDamagedEventIsRefused(Consumer<ObjectNode> damage) {
    ObjectNode event = (ObjectNode) events(List.of(GOOD)).get(1);
    damage.accept(event);
    assertFalse(SCHEMA.problems(event).isEmpty(), event.toPrettyString());
  }

  private static String facets(JsonNode object, String... places) {
    TreeSet<String> names = new TreeSet<>();
    for (String place : places) {
      object.path(place).fieldNames().forEachRemaining(names::add);
    }
    return String.join(" ", names);
  }

  @Test
  void whatIsKnownOfARunIsInItsLastEvent() {
    JsonNode end = events(List.of(GOOD)).get(1);
    assertEquals("processing_engine tags", facets(end.get("run"), "facets"));
    assertEquals("documentation jobType ownership tags", facets(end.get("job"), "facets"));
    assertEquals(
        "inputStatistics schema symlinks version",
        facets(end.at("/inputs/0"), "facets", "inputFacets"));
    assertEquals(
        "columnLineage dataQualityMetrics outputStatistics schema symlinks version",
        facets(end.at("/outputs/0"), "facets", "outputFacets"));
    assertEquals("/lab/data/raw/orders", end.at("/inputs/0/name").asText());
    assertEquals(1, end.get("inputs").size());
    assertEquals(50, end.at("/inputs/0/inputFacets/inputStatistics/rowCount").asInt());
    assertEquals(900, end.at("/inputs/0/inputFacets/inputStatistics/size").asInt());
    assertEquals(7, end.at("/outputs/0/outputFacets/outputStatistics/rowCount").asInt());
    assertEquals(
        2, end.at("/outputs/0/facets/dataQualityMetrics/columnMetrics/revenue/nullCount").asInt());
    JsonNode columns = end.at("/outputs/0/facets/columnLineage");
    assertEquals("amount", columns.at("/fields/revenue/inputFields/0/field").asText());
    assertEquals(
        "{\"type\":\"DIRECT\",\"subtype\":\"AGGREGATION\"}",
        columns.at("/fields/revenue/inputFields/0/transformations/0").toString());
    assertEquals(0, columns.at("/fields/n/inputFields").size());
    assertEquals(1, columns.at("/dataset").size());
    assertEquals(
        "[{\"type\":\"INDIRECT\",\"subtype\":\"JOIN\"},"
            + "{\"type\":\"INDIRECT\",\"subtype\":\"GROUP_BY\"}]",
        columns.at("/dataset/0/transformations").toString());
  }

  @Test
  void aRunThatFailedSaysWhyAndWroteNothing() {
    List<JsonNode> events = events(List.of(FAILED));
    assertEquals("START", events.get(0).get("eventType").asText());
    assertEquals("FAIL", events.get(1).get("eventType").asText());
    assertEquals(FAILED.error(), events.get(1).at("/run/facets/errorMessage/message").asText());
    assertEquals(1, events.get(1).get("inputs").size());
    assertEquals(0, events.get(1).get("outputs").size());
  }

  @Test
  void aCommandThatIsNoSparkJobHasNoFacetsOfOne() {
    JsonNode end = events(List.of(KILLED)).get(1);
    assertEquals("ABORT", end.get("eventType").asText());
    assertEquals("errorMessage", facets(end.get("run"), "facets"));
    assertEquals("", facets(end.get("job"), "facets"));
  }

  /** The MD5 of spark-tuning-lab/r1, with the bits that make it a version 3 UUID. */
  @Test
  void aRunHasOneIdAndTheSameEverywhere() {
    List<JsonNode> events = events(List.of(GOOD, FAILED));
    assertEquals(
        List.of("START", "FAIL", "START", "COMPLETE"),
        events.stream().map(e -> e.get("eventType").asText()).toList());
    assertEquals(events.get(0).at("/run/runId"), events.get(1).at("/run/runId"));
    assertNotEquals(events.get(0).at("/run/runId"), events.get(2).at("/run/runId"));
    assertEquals("50c6afd3-f094-3717-8387-3511ceee0f1d", events.get(2).at("/run/runId").asText());
    assertEquals(events, events(List.of(FAILED, GOOD)));
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
    Path folder = Files.createDirectories(root.resolve("taken/inside"));
    OpenLineage none = OpenLineage.of(root, List.of(), List.of(), Map.of(), id -> Optional.empty());
    assertThrows(UncheckedIOException.class, () -> none.write(List.of(GOOD), folder.getParent()));
    try (Stream<Path> files = Files.list(root)) {
      assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".tmp")).toList());
    }
  }
}
