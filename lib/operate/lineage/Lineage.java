//SOURCES JobColumns.java
//SOURCES LineageGaps.java
//SOURCES LineageGraph.java
//SOURCES LineageLayers.java
//SOURCES LineageRun.java
//SOURCES ScannedTables.java
package operate.lineage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import operate.lineage.LineageEdge.Seen;
import operate.lineage.LineageRun.Size;

/**
 * Everything that is known about who reads and writes what.
 *
 * @param runs of the run log, by id
 * @param scanned what the newest runs really read, by run id
 * @param columns of the newest run of each variant of each job, sorted by job and variant
 */
public record Lineage(
    LineageGraph graph,
    Map<String, LineageRun> runs,
    Map<String, ScannedTables> scanned,
    List<JobColumns> columns) {

  /** How much the newest run read or wrote there. */
  public Size size(LineageEdge edge) {
    String run = edge.seen().map(Seen::lastRun).orElse("");
    return edge.reads()
        ? Optional.ofNullable(scanned.get(run)).map(s -> s.of(edge.table())).orElse(Size.UNKNOWN)
        : Optional.ofNullable(runs.get(run)).map(LineageRun::output).orElse(Size.UNKNOWN);
  }

  /** Where the registry and what runs did are not the same. */
  public List<String> gaps() {
    return LineageGaps.of(graph, scanned);
  }

  /** The jobs, sources first. */
  public List<LineageJob> jobs() {
    return LineageLayers.of(graph).order().stream()
        .filter(LineageLayers.Node::job)
        .map(node -> graph.job(node.name()))
        .toList();
  }
}
