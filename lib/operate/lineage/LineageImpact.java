//SOURCES LineageGraph.java
//SOURCES ../../project/LabException.java
package operate.lineage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import project.LabException;

/**
 * What hangs on a table: whoever reads it, whoever reads what those write, and so on.
 *
 * @param steps the nearest first, then the highest tier, then by name; each job once
 */
public record LineageImpact(String table, List<Step> steps) {

  /**
   * A job that would notice.
   *
   * @param distance 1 when it reads the table itself
   * @param reads the affected tables it reads, sorted
   * @param writes the tables it writes, which are affected, too
   */
  public record Step(int distance, LineageJob job, List<String> reads, List<String> writes) {
    static final Comparator<Step> ORDER =
        Comparator.comparing(Step::distance)
            .thenComparing(s -> s.job().tier())
            .thenComparing(s -> s.job().name());
  }

  /**
   * Everything downstream of a table.
   *
   * @throws LabException naming the tables that there are
   */
  public static LineageImpact of(LineageGraph graph, String table) {
    require(graph, table);
    List<Step> steps = new ArrayList<>();
    Set<String> affected = new HashSet<>(Set.of(table));
    Set<String> found = new HashSet<>();
    List<String> open = List.of(table);
    for (int distance = 1; !open.isEmpty(); distance++) {
      List<String> next = new ArrayList<>();
      for (LineageJob job : graph.jobs()) {
        List<String> reads =
            graph.of(job.name()).stream()
                .filter(LineageEdge::reads)
                .map(LineageEdge::table)
                .filter(affected::contains)
                .toList();
        if (!reads.isEmpty() && reads.stream().anyMatch(open::contains) && found.add(job.name())) {
          List<String> writes = graph.written(job.name());
          steps.add(new Step(distance, job, reads, writes));
          next.addAll(writes);
        }
      }
      next.removeIf(written -> !affected.add(written));
      open = next;
    }
    return new LineageImpact(table, steps.stream().sorted(Step.ORDER).toList());
  }

  /** Whoever asks about a table that is not there has mistyped it, or its job never ran here. */
  static void require(LineageGraph graph, String table) {
    if (!graph.tables().contains(table)) {
      throw LabException.failed(
          "No table %s in the registry or the log (found: %s)"
              .formatted(
                  table, graph.tables().isEmpty() ? "none" : String.join(", ", graph.tables())));
    }
  }

  /** The tables that would be wrong, nearest first. */
  public List<String> tables() {
    return steps.stream()
        .flatMap(s -> s.writes().stream())
        .filter(t -> !t.equals(table))
        .distinct()
        .toList();
  }
}
