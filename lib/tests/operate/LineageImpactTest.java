//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLineage.java
//SOURCES ../../operate/lineage/ColumnImpact.java
//SOURCES ../../operate/lineage/LineageImpact.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static tests.operate.SampleLineage.all;
import static tests.operate.SampleLineage.column;
import static tests.operate.SampleLineage.columns;
import static tests.operate.SampleLineage.inputs;
import static tests.operate.SampleLineage.model;
import static tests.operate.SampleLineage.models;
import static tests.operate.SampleLineage.registered;
import static tests.operate.SampleLineage.run;
import static tests.operate.SampleLineage.source;

import java.time.Duration;
import java.util.List;
import operate.lineage.ColumnImpact;
import operate.lineage.JobColumns;
import operate.lineage.LineageGraph;
import operate.lineage.LineageImpact;
import org.junit.jupiter.api.Test;
import project.LabException;
import spark.ColumnLineage;

/** What breaks when a table or one of its columns changes. */
class LineageImpactTest {
  private static final String SALES = "data/silver/sales/fast";

  /** raw.orders -> sales -> silver.sales -> board -> gold.board; copy reads raw.orders, too. */
  private static final LineageGraph GRAPH =
      LineageGraph.of(
          List.of(
              model("sales", "T1", "raw.orders raw.people", "silver.sales"),
              model("copy", "T2", "raw.orders", "bronze.orders"),
              model("board", "T3", "silver.sales", "gold.board")),
          all(
              run("sales", "s1", 1, "r:data/raw/orders", "r:data/raw/people", "w:" + SALES),
              run("copy", "c1", 2, "r:data/raw/orders", "w:data/bronze/orders"),
              run("board", "b1", 3, "r:" + SALES, "w:data/gold/board"),
              run("stray", "x1", 4, "r:data/gold/board")));

  private static final ColumnLineage SALES_COLUMNS =
      new ColumnLineage(
          SALES,
          List.of(
              column("day", "data/raw/orders.day IDENTITY"),
              column("segment", "data/raw/people.segment IDENTITY"),
              column("revenue", "data/raw/orders.amount AGGREGATION"),
              column("n")),
          inputs(
              "data/raw/orders.day GROUP_BY",
              "data/raw/orders.who JOIN",
              "data/raw/people.segment GROUP_BY",
              "data/raw/people.who JOIN"),
          List.of(
              source("data/raw/orders", "who", "amount", "day", "at"),
              source("data/raw/people", "who", "segment", "born")),
          List.of());

  private static final JobColumns BOARD =
      columns(
          "board",
          "only",
          new ColumnLineage(
              "data/gold/board",
              List.of(column("total", SALES + ".revenue AGGREGATION")),
              List.of(),
              List.of(source(SALES, "day", "segment", "revenue", "n")),
              List.of()));

  private static final JobColumns COPY =
      columns(
          "copy",
          "only",
          new ColumnLineage(
              "data/bronze/orders",
              List.of(column("amount", "data/raw/orders.amount IDENTITY")),
              List.of(),
              List.of(source("data/raw/orders", "who", "amount", "day", "at")),
              List.of()));

  private static final List<JobColumns> KNOWN =
      List.of(BOARD, COPY, columns("sales", "fast", SALES_COLUMNS));

  private static List<String> steps(LineageImpact impact) {
    return impact.steps().stream()
        .map(
            s ->
                "%d %s %s %s %s -> %s"
                    .formatted(
                        s.distance(),
                        s.job().tier(),
                        s.job().name(),
                        s.job().owner(),
                        s.reads(),
                        s.writes()))
        .toList();
  }

  private static List<String> steps(ColumnImpact impact) {
    return impact.steps().stream()
        .map(s -> "%d %s %s".formatted(s.distance(), s.job().name(), s.effects()))
        .toList();
  }

  @Test
  void everythingDownstreamIsListedTheNearestAndMostImportantFirst() {
    LineageImpact impact = LineageImpact.of(GRAPH, "raw.orders");
    assertEquals(
        List.of(
            "1 T1 sales team-s [raw.orders] -> [silver.sales]",
            "1 T2 copy team-c [raw.orders] -> [bronze.orders]",
            "2 T3 board team-b [silver.sales] -> [gold.board]",
            "3 - stray nobody registered [gold.board] -> []"),
        steps(impact));
    assertEquals(List.of("silver.sales", "bronze.orders", "gold.board"), impact.tables());
  }

  @Test
  void nothingHangsOnAnEnd() {
    assertEquals(List.of(), LineageImpact.of(GRAPH, "bronze.orders").steps());
  }

  @Test
  void aCircleEnds() {
    LineageGraph circle = registered("x: b start -> a", "y: a -> b", "z: z z2 -> z");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertEquals(
              List.of("1 T2 x team-x [start] -> [a]", "2 T2 y team-y [a] -> [b]"),
              steps(LineageImpact.of(circle, "start")));
          assertEquals(2, LineageImpact.of(circle, "a").steps().size());
          assertEquals(1, LineageImpact.of(circle, "z").steps().size());
        });
  }

  @Test
  void anUnknownTableIsAnsweredWithTheKnownOnes() {
    assertEquals(
        "No table raw.order in the registry or the log (found: bronze.orders, gold.board,"
            + " raw.orders, raw.people, silver.sales)",
        assertThrows(LabException.class, () -> LineageImpact.of(GRAPH, "raw.order")).getMessage());
    assertEquals(
        "No table x in the registry or the log (found: none)",
        assertThrows(LabException.class, () -> LineageImpact.of(registered(), "x")).getMessage());
  }

  @Test
  void aColumnReachesWhatIsMadeFromIt() {
    ColumnImpact amount = ColumnImpact.of(GRAPH, KNOWN, "raw.orders", "amount");
    assertEquals(
        List.of(
            "1 sales [silver.sales.revenue: aggregation]",
            "1 copy [bronze.orders.amount: identity]",
            "2 board [gold.board.total: aggregation]",
            "3 stray [which columns it uses is not recorded]"),
        steps(amount));
    assertEquals(List.of(), amount.untouched());
  }

  @Test
  void aColumnThatDecidesTheRowsReachesEveryColumn() {
    ColumnImpact who = ColumnImpact.of(GRAPH, KNOWN, "raw.people", "who");
    assertEquals(
        List.of(
            "1 sales [silver.sales, which rows: join]", "2 board [gold.board.total: aggregation]"),
        steps(who).subList(0, 2));
  }

  @Test
  void aColumnThatNobodyUsesReachesNobody() {
    ColumnImpact born = ColumnImpact.of(GRAPH, KNOWN, "raw.people", "born");
    assertEquals(List.of(), steps(born));
    assertEquals(List.of("sales"), born.untouched());
  }

  @Test
  void ofTwoVariantsTheOneThatUsesItIsNamed() {
    ColumnLineage slow =
        new ColumnLineage(
            "data/silver/sales/slow",
            List.of(column("day", "data/raw/orders.at TRANSFORMATION")),
            List.of(),
            SALES_COLUMNS.sources(),
            List.of());
    List<JobColumns> known =
        List.of(columns("sales", "fast", SALES_COLUMNS), columns("sales", "slow", slow), COPY);
    assertEquals(
        "1 sales [silver.sales.day: transformation (only slow)]",
        steps(ColumnImpact.of(GRAPH, known, "raw.orders", "at")).get(0));
  }

  /** Better a job too many than one too few. */
  @Test
  void whereColumnsWereNotRecordedAllAreReached() {
    List<JobColumns> known = List.of(columns("sales", "fast", SALES_COLUMNS));
    ColumnImpact n = ColumnImpact.of(GRAPH, known, "silver.sales", "n");
    assertEquals(
        List.of(
            "1 board [which columns it uses is not recorded]",
            "2 stray [which columns it uses is not recorded]"),
        steps(n));
  }

  @Test
  void aCircleOfColumnsEnds() {
    LineageGraph circle = LineageGraph.of(models("x: a.b -> a.c", "y: a.c -> a.b"), List.of());
    List<JobColumns> known =
        List.of(
            columns(
                "x",
                "v",
                new ColumnLineage(
                    "data/a/c",
                    List.of(column("q", "data/a/b.p IDENTITY")),
                    List.of(),
                    List.of(source("data/a/b", "p")),
                    List.of())),
            columns(
                "y",
                "v",
                new ColumnLineage(
                    "data/a/b",
                    List.of(column("p", "data/a/c.q IDENTITY")),
                    List.of(),
                    List.of(source("data/a/c", "q")),
                    List.of())));
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertEquals(
                List.of("1 x [a.c.q: identity]", "2 y [a.b.p: identity]"),
                steps(ColumnImpact.of(circle, known, "a.b", "p"))));
  }

  @Test
  void anUnknownColumnIsAnsweredWithTheKnownOnes() {
    assertEquals(
        "No column amout in raw.orders (found: amount, at, day, who)",
        assertThrows(LabException.class, () -> ColumnImpact.of(GRAPH, KNOWN, "raw.orders", "amout"))
            .getMessage());
    String none =
        assertThrows(
                LabException.class, () -> ColumnImpact.of(GRAPH, List.of(), "raw.orders", "amount"))
            .getMessage();
    assertEquals(
        "No run in the log has recorded the columns of raw.orders. Run a job that reads it, as: ",
        none.substring(0, none.indexOf("as: ") + 4));
  }
}
