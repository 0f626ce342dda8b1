//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLineage.java
//SOURCES ../../operate/lineage/LineageText.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.operate.SampleLineage.all;
import static tests.operate.SampleLineage.column;
import static tests.operate.SampleLineage.columns;
import static tests.operate.SampleLineage.ended;
import static tests.operate.SampleLineage.inputs;
import static tests.operate.SampleLineage.model;
import static tests.operate.SampleLineage.run;
import static tests.operate.SampleLineage.source;

import java.util.List;
import java.util.Map;
import operate.lineage.ColumnImpact;
import operate.lineage.Lineage;
import operate.lineage.LineageGraph;
import operate.lineage.LineageImpact;
import operate.lineage.LineageRun.Size;
import operate.lineage.LineageText;
import operate.lineage.ScannedTables;
import org.junit.jupiter.api.Test;
import spark.ColumnLineage;

class LineageTextTest {
  private static final ColumnLineage FAST =
      new ColumnLineage(
          "data/silver/sales/fast",
          List.of(
              column("revenue", "data/raw/orders.amount AGGREGATION"),
              column("day", "data/raw/orders.day IDENTITY"),
              column("n")),
          inputs("data/raw/orders.day GROUP_BY"),
          List.of(source("data/raw/orders", "amount", "day")),
          List.of());

  private static final ColumnLineage SLOW =
      new ColumnLineage(
          "data/silver/sales/slow",
          List.of(
              column("revenue", "data/raw/orders.amount AGGREGATION"),
              column("day", "data/raw/orders.at TRANSFORMATION"),
              column("n")),
          inputs("data/raw/orders.at GROUP_BY"),
          List.of(source("data/raw/orders", "amount", "at")),
          List.of());

  private static final Lineage LINEAGE =
      new Lineage(
          LineageGraph.of(
              List.of(
                  model("sales", "T1", "raw.orders", "silver.sales"),
                  model("orders", "T2", "", "raw.orders")),
              all(
                  run("sales", "r1", 1, "r:data/raw/orders", "w:data/silver/sales/slow"),
                  run(
                      "sales",
                      "r2",
                      9,
                      "r:data/raw/orders",
                      "r:data/raw/extra",
                      "w:data/silver/sales/fast"))),
          Map.of(
              "r1",
              ended("sales", "slow", "r1", 1, 1000),
              "r2",
              ended("sales", "fast", "r2", 9, 1234)),
          Map.of("r2", new ScannedTables(Map.of("data/raw/orders", new Size(2_000_000, 14, 9)))),
          List.of(columns("sales", "fast", FAST), columns("sales", "slow", SLOW)));

  @Test
  void theGraphIsPrintedFromItsSources() {
    assertEquals(
        """
        2 jobs and 3 tables, by REGISTRY and LOG.

        orders  T2, team-o, daily
                  table       rows  runs  last (UTC)  last run  registered
          writes  raw.orders     -  none  -           -         yes

        sales  T1, team-s, daily
                  table              rows  runs  last (UTC)        last run  registered
          reads   raw.extra             -     1  2026-11-20 09:09  r2        NO
          reads   raw.orders    2,000,000     2  2026-11-20 09:09  r2        yes
          writes  silver.sales      1,234     2  2026-11-20 09:09  r2        yes

        Columns, by the plan of each variant's newest run:
          column                made from                        in
          silver.sales.day      raw.orders.at (transformation)   slow
          silver.sales.day      raw.orders.day (identity)        fast
          silver.sales.n        no column                        all variants
          silver.sales.revenue  raw.orders.amount (aggregation)  all variants

        Registry and log differ:
        - sales reads raw.extra (1 run, last r2), which is not among its registered inputs.
        The log has no line of orders: known from the registry only.\
        """,
        LineageText.of(LINEAGE, "REGISTRY", "LOG"));
  }

  @Test
  void withoutAnythingToSayItIsShort() {
    Lineage none =
        new Lineage(LineageGraph.of(List.of(), List.of()), Map.of(), Map.of(), List.of());
    assertEquals(
        "0 jobs and 0 tables, by A and B.\n\nNo run has logged what it read and wrote.",
        LineageText.of(none, "A", "B"));
  }

  @Test
  void whatHangsOnATableIsATable() {
    assertEquals(
        """
        A change of raw.orders reaches 1 job and 1 table:
          step  job    tier  owner   reads       writes
             1  sales  T1    team-s  raw.orders  silver.sales\
        """,
        LineageText.of(LineageImpact.of(LINEAGE.graph(), "raw.orders")));
    assertEquals(
        "Nothing reads silver.sales, by the registry and by the log.",
        LineageText.of(LineageImpact.of(LINEAGE.graph(), "silver.sales")));
  }

  @Test
  void whatHangsOnAColumnIsARowForEachEffect() {
    assertEquals(
        """
        A change of raw.orders.day reaches 1 job:
          step  job    tier  owner   what changes: how the column enters
             1  sales  T1    team-s  silver.sales, which rows: group by (only fast)
             1  sales  T1    team-s  silver.sales.day: identity (only fast)\
        """,
        LineageText.of(ColumnImpact.of(LINEAGE.graph(), LINEAGE.columns(), "raw.orders", "day")));
  }
}
