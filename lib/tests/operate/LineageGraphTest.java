//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLineage.java
//SOURCES ../../operate/lineage/LineageGaps.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.operate.SampleLineage.all;
import static tests.operate.SampleLineage.model;
import static tests.operate.SampleLineage.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import operate.lineage.LineageEdge;
import operate.lineage.LineageEntry;
import operate.lineage.LineageGaps;
import operate.lineage.LineageGraph;
import operate.lineage.LineageJob;
import operate.lineage.LineageRun.Size;
import operate.lineage.ScannedTables;
import operate.lineage.TableName;
import operate.registry.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineageGraphTest {
  private static final List<Model> MODELS =
      List.of(
          model("sales", "T1", "raw.orders raw.people", "silver.sales"),
          model("copy", "T2", "raw.orders", "bronze.orders"));

  @ParameterizedTest
  @CsvSource({
    "data/raw/transactions, raw.transactions, ''",
    "data/silver/daily_sales/optimized, silver.daily_sales, optimized",
    "data/silver/daily_sales/all+compacted/, silver.daily_sales, all+compacted",
    "data/raw/transactions/day=2026-11-01, raw.transactions, ''",
    "data/silver/daily_sales/optimized/event_date=2026-11-01/x=1, silver.daily_sales, optimized",
    "data/experiments/exp-1/daily_sales/none, experiments.daily_sales, none",
    "data\\bronze\\transactions\\compacted, bronze.transactions, compacted",
    "data/raw, data/raw, ''",
    "/lake/orders, /lake/orders, ''",
    "/elsewhere/data/raw/orders, /elsewhere/data/raw/orders, ''",
    "s3a://bucket/orders, s3a://bucket/orders, ''",
  })
  void aTableIsNamedByItsFolder(String path, String name, String variant) {
    assertEquals(name, TableName.of(path).qualified());
    assertEquals(variant, TableName.of(path).variant());
  }

  private static List<String> edges(LineageGraph graph) {
    return graph.edges().stream()
        .map(
            e ->
                "%s %s %s %s %s"
                    .formatted(
                        e.job(),
                        e.reads() ? "reads" : "writes",
                        e.table(),
                        e.registered() ? "registered" : "-",
                        e.seen()
                            .map(s -> s.runs() + "x " + s.lastRun() + s.variants())
                            .orElse("-")))
        .toList();
  }

  @Test
  void whatIsRegisteredAndWhatWasSeenBecomeOneGraph() {
    List<LineageEntry> log =
        all(
            run("sales", "r1", 1, "r:data/raw/orders", "w:data/silver/sales/old"),
            run(
                "sales",
                "r2",
                2,
                "r:data/raw/orders",
                "r:data/raw/extra",
                "w:data/silver/sales/new"),
            run("stray", "r3", 3, "r:data/silver/sales/new"));
    LineageGraph graph = LineageGraph.of(MODELS, log);
    assertEquals(
        List.of("copy", "sales", "stray"), graph.jobs().stream().map(LineageJob::name).toList());
    assertEquals(
        List.of(
            "copy reads raw.orders registered -",
            "copy writes bronze.orders registered -",
            "sales reads raw.extra - 1x r2[]",
            "sales reads raw.orders registered 2x r2[]",
            "sales reads raw.people registered -",
            "sales writes silver.sales registered 2x r2[new, old]",
            "stray reads silver.sales - 1x r3[new]"),
        edges(graph));
    assertEquals("nobody registered", graph.job("stray").owner());
    assertEquals("-", graph.job("stray").tier());
    assertEquals("team-s", graph.job("sales").owner());
  }

  @Test
  void theNewestLineCountsWhereverItStands() {
    List<LineageEntry> log =
        all(
            run("sales", "late", 9, "r:data/raw/orders"),
            run("sales", "early", 1, "r:data/raw/orders"));
    LineageEdge edge =
        LineageGraph.of(MODELS, log).edges().stream()
            .filter(e -> e.job().equals("sales") && e.table().equals("raw.orders"))
            .findFirst()
            .orElseThrow();
    assertEquals("late", edge.seen().orElseThrow().lastRun());
  }

  @Test
  void anExperimentsCopyIsTheTableOfItsJob() {
    List<LineageEntry> log =
        all(
            run("sales", "r1", 1, "w:data/experiments/exp-1/sales/none"),
            run("stray", "r2", 2, "w:data/experiments/exp-1/sales/none"));
    assertEquals(
        List.of("silver.sales", "experiments.sales"),
        List.of(
            LineageGraph.of(MODELS, log).written("sales").get(0),
            LineageGraph.of(MODELS, log).written("stray").get(0)));
  }

  @Test
  void nothingIsAGraph() {
    LineageGraph graph = LineageGraph.of(List.of(), List.of());
    assertEquals(List.of(), graph.tables());
    assertEquals(List.of(), LineageGaps.of(graph, Map.of()));
  }

  @Test
  void whatDiffersIsSaid() {
    List<LineageEntry> log =
        all(
            run("sales", "r1", 1, "r:data/raw/orders", "r:data/raw/extra", "w:data/silver/sales"),
            run("sales", "r2", 2, "r:data/raw/extra", "w:data/gold/sales"),
            run("stray", "r3", 3, "r:data/silver/sales"));
    LineageGraph graph = LineageGraph.of(MODELS, log);
    assertEquals(
        List.of(
            "sales reads raw.extra (2 runs, last r2), which is not among its registered inputs",
            "sales has raw.people among its registered inputs, and no run in the log read it",
            "sales writes gold.sales (1 run, last r2), which is not among its registered outputs",
            "stray is in the log and not in the registry"),
        LineageGaps.of(graph, Map.of()));
    assertEquals(List.of("copy"), LineageGaps.unseen(graph));
  }

  /** A step that is off reads nothing of a table that nobody has made here. */
  @Test
  void whatNobodyHasMadeYetNobodyMisses() {
    List<Model> models =
        List.of(
            model("sales", "T1", "raw.orders bronze.orders", "silver.sales"),
            model("copy", "T2", "raw.orders", "bronze.orders"));
    List<LineageEntry> without = run("sales", "r1", 1, "r:data/raw/orders", "w:data/silver/sales");
    assertEquals(List.of(), LineageGaps.of(LineageGraph.of(models, without), Map.of()));
    List<LineageEntry> made =
        all(without, run("copy", "r2", 2, "r:data/raw/orders", "w:data/bronze/orders"));
    assertEquals(
        List.of(
            "sales has bronze.orders among its registered inputs, and no run in the log read it"),
        LineageGaps.of(LineageGraph.of(models, made), Map.of()));
  }

  @Test
  void whatRunsDidAsRegisteredIsNoDifference() {
    List<LineageEntry> log =
        all(
            run(
                "sales",
                "r1",
                1,
                "r:data/raw/orders",
                "r:data/raw/people",
                "r:data/silver/sales/a",
                "w:data/silver/sales/a"),
            run("copy", "r2", 2, "r:data/raw/orders/day=2026-11-01", "w:data/bronze/orders"));
    LineageGraph graph = LineageGraph.of(MODELS, log);
    assertEquals(List.of(), LineageGaps.of(graph, Map.of()));
    assertEquals(
        List.of("silver.sales"),
        graph.edges().stream().filter(graph::ofItself).map(LineageEdge::table).toList());
  }

  /** The plan of a run is a witness of its own. */
  @Test
  void aReadThatWasNotAnnouncedIsFoundInThePlan() {
    LineageGraph graph =
        LineageGraph.of(
            List.of(model("sales", "T1", "raw.orders", "silver.sales")),
            run("sales", "r1", 1, "r:data/raw/orders", "w:data/silver/sales/a"));
    TreeMap<String, Size> scans = new TreeMap<>();
    scans.put("data/raw/orders", new Size(5, 1, 10));
    assertEquals(List.of(), LineageGaps.of(graph, Map.of("r1", new ScannedTables(scans))));
    scans.put("data/raw/blocked/2026", new Size(5, 1, 10));
    assertEquals(
        List.of("sales read raw.blocked in run r1 without announcing it to the log"),
        LineageGaps.of(graph, Map.of("r1", new ScannedTables(scans))));
  }

  @Test
  void variantsOfATableAddUp() {
    ScannedTables scanned =
        new ScannedTables(
            Map.of("data/raw/a/x", new Size(5, 1, 10), "data/raw/a/y", new Size(7, 2, 30)));
    assertEquals(new Size(12, 3, 40), scanned.of("raw.a"));
    assertEquals(Size.UNKNOWN, scanned.of("raw.b"));
  }
}
