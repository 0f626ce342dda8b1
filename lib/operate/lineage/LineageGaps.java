//SOURCES LineageGraph.java
//SOURCES ScannedTables.java
//SOURCES ../../project/Quantity.java
package operate.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import operate.lineage.LineageEdge.Seen;
import project.Quantity;

/** Where what people registered and what runs did are not the same. */
public final class LineageGaps {
  private LineageGaps() {}

  /**
   * A sentence for each difference, without a full stop; empty when there is none.
   *
   * @param scanned what the newest runs really read, by run id
   */
  public static List<String> of(LineageGraph graph, Map<String, ScannedTables> scanned) {
    List<String> gaps = new ArrayList<>();
    for (LineageJob job : graph.jobs()) {
      if (job.registered().isEmpty()) {
        gaps.add("%s is in the log and not in the registry".formatted(job.name()));
      }
      for (LineageEdge edge : graph.of(job.name())) {
        if (job.registered().isPresent() && !edge.registered() && !graph.ofItself(edge)) {
          gaps.add(unregistered(edge));
        } else if (job.seen() && edge.seen().isEmpty() && !notMadeYet(graph, edge)) {
          gaps.add(unseen(edge));
        }
      }
      gaps.addAll(unannounced(graph, job, scanned));
    }
    return List.copyOf(gaps);
  }

  /** Jobs that are registered and of which the log has no line: nothing is known of them. */
  public static List<String> unseen(LineageGraph graph) {
    return graph.jobs().stream().filter(j -> !j.seen()).map(LineageJob::name).toList();
  }

  /** An input that a registered job writes which never ran, and that no run at all has touched. */
  private static boolean notMadeYet(LineageGraph graph, LineageEdge edge) {
    List<LineageEdge> ofTable =
        graph.edges().stream().filter(e -> e.table().equals(edge.table())).toList();
    return edge.reads()
        && ofTable.stream().allMatch(e -> e.seen().isEmpty())
        && ofTable.stream().anyMatch(e -> !e.reads() && !graph.job(e.job()).seen());
  }

  private static String unregistered(LineageEdge edge) {
    Seen seen = edge.seen().orElseThrow();
    return "%s %s %s (%s, last %s), which is not among its registered %s"
        .formatted(
            edge.job(),
            edge.reads() ? "reads" : "writes",
            edge.table(),
            Quantity.count(seen.runs(), "run"),
            seen.lastRun(),
            edge.reads() ? "inputs" : "outputs");
  }

  private static String unseen(LineageEdge edge) {
    return edge.reads()
        ? "%s has %s among its registered inputs, and no run in the log read it"
            .formatted(edge.job(), edge.table())
        : "%s has %s among its registered outputs, and no run in the log wrote it"
            .formatted(edge.job(), edge.table());
  }

  /** A read that Spark's plan shows and the log does not. */
  private static List<String> unannounced(
      LineageGraph graph, LineageJob job, Map<String, ScannedTables> scanned) {
    Set<String> announced =
        graph.of(job.name()).stream()
            .filter(edge -> edge.seen().isPresent())
            .map(LineageEdge::table)
            .collect(Collectors.toSet());
    Set<String> runs = new TreeSet<>();
    graph.of(job.name()).forEach(e -> e.seen().ifPresent(seen -> runs.add(seen.lastRun())));
    return runs.stream()
        .filter(scanned::containsKey)
        .flatMap(
            run ->
                scanned.get(run).byPath().keySet().stream()
                    .map(path -> TableName.of(path).qualified())
                    .distinct()
                    .filter(table -> !announced.contains(table))
                    .map(
                        table ->
                            "%s read %s in run %s without announcing it to the log"
                                .formatted(job.name(), table, run)))
        .toList();
  }
}
