//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
//SOURCES ../operate/OpenLineageSchema.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;
import tests.operate.OpenLineageSchema;

/** jbang lineage after a real run, and what a reader gets wrong. */
@Tag("cli")
class LineageCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path temp;

  private static String done(Command.Result result) {
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(List.of(), LabFolder.said(result));
    return result.out();
  }

  @Test
  void aRunIsInTheGraphTheImpactThePictureAndTheEvents() throws IOException {
    LabFolder lab = LabFolder.withData(temp);
    done(lab.run("optimized"));
    String run = lab.runs().get(0).runId();

    String graph = done(lab.run("lineage"));
    assertTrue(
        graph.matches(
            "(?s).*\n  reads   raw\\.transactions\\s+100,000\\s+1 .*" + run + "  yes\n.*"),
        graph);
    assertTrue(
        graph.contains("silver.daily_sales.revenue     raw.transactions.amount (aggregation)"),
        graph);
    assertTrue(graph.contains("What runs read and wrote is what is registered."), graph);

    String answer =
        done(
            lab.run(
                "lineage",
                "--what-breaks",
                "raw.transactions.amount",
                "--svg",
                "l.svg",
                "--openlineage",
                "events.jsonl"));
    assertTrue(answer.contains("data-platform  silver.daily_sales.revenue: aggregation"), answer);
    assertTrue(Files.readString(temp.resolve("l.svg")).startsWith("<svg "));
    OpenLineageSchema schema = new OpenLineageSchema();
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(temp.resolve("events.jsonl"))) {
      events.add(JSON.readTree(line));
    }
    assertEquals(2, events.size());
    for (JsonNode event : events) {
      assertEquals(List.of(), schema.problems(event), event.toPrettyString());
    }
    JsonNode columns = events.get(1).at("/outputs/0/facets/columnLineage/fields");
    assertEquals("day", columns.at("/event_date/inputFields/0/field").asText());
    assertEquals(
        temp.toRealPath().resolve("data/raw/transactions").toString(),
        columns.at("/event_date/inputFields/0/name").asText());
  }

  @Test
  void anUnknownTableIsOneSentence() {
    LabFolder lab = new LabFolder(temp);
    LabFolder.assertRefused(
        1,
        "error: No table raw.sales in the registry or the log (found: bronze.transactions, ",
        lab.run("lineage", "--what-breaks", "raw.sales"));
  }
}
