//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleLineage.java
//SOURCES ../../operate/lineage/LineageLayers.java
package tests.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static tests.operate.SampleLineage.registered;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import operate.lineage.LineageGraph;
import operate.lineage.LineageLayers;
import operate.lineage.LineageLayers.Node;
import org.junit.jupiter.api.Test;

class LineageLayersTest {
  private static List<String> order(LineageGraph graph) {
    return LineageLayers.of(graph).order().stream().map(Node::name).toList();
  }

  private static String layers(LineageGraph graph) {
    Map<Integer, List<String>> layers = new TreeMap<>();
    LineageLayers.of(graph).layers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e ->
                layers.merge(
                    e.getValue(), List.of(e.getKey().name()), (a, b) -> SampleLineage.all(a, b)));
    return layers.toString();
  }

  @Test
  void theLabsOwnJobsAreSixColumns() {
    LineageGraph lab =
        registered(
            "daily_sales: raw.customers bronze.transactions -> silver.daily_sales",
            "generate_data: -> raw.transactions raw.customers",
            "compact: raw.transactions -> bronze.transactions");
    assertEquals(
        List.of(
            "generate_data",
            "raw.customers",
            "raw.transactions",
            "compact",
            "bronze.transactions",
            "daily_sales",
            "silver.daily_sales"),
        order(lab));
    assertEquals(
        "{0=[generate_data], 1=[raw.customers, raw.transactions], 2=[compact],"
            + " 3=[bronze.transactions], 4=[daily_sales], 5=[silver.daily_sales]}",
        layers(lab));
  }

  @Test
  void aSourceStandsBesideItsFirstReader() {
    assertEquals(
        "{0=[a], 1=[one], 2=[b, late], 3=[two], 4=[c]}",
        layers(registered("one: a -> b", "two: b late -> c")));
  }

  @Test
  void tablesAndJobsMayHaveOneName() {
    assertEquals("{0=[a], 1=[same], 2=[same]}", layers(registered("same: a -> same")));
  }

  @Test
  void aCircleHasAnOrderAndEnds() {
    LineageGraph circle =
        registered("x: b start -> a", "y: a -> b", "z: b -> end", "self: end -> end more");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertEquals(
                List.of("a", "y", "start", "b", "x", "z", "end", "self", "more"), order(circle)));
  }

  @Test
  void aLongChainIsNoTrouble() {
    String[] lines =
        IntStream.range(0, 300)
            .mapToObj(i -> "j%03d: t%03d -> t%03d".formatted(i, i, i + 1))
            .toArray(String[]::new);
    assertEquals(601, order(registered(lines)).size());
  }
}
