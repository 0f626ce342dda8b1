//SOURCES LineageEdge.java
//SOURCES LineageEntry.java
//SOURCES LineageJob.java
//SOURCES ../registry/Model.java
//SOURCES TableName.java
package operate.lineage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import operate.lineage.LineageEdge.Direction;
import operate.lineage.LineageEdge.Seen;
import operate.lineage.LineageEntry.Action;
import operate.registry.Model;

/**
 * Which job reads and writes which table, as far as the registry or the log says so.
 *
 * @param jobs sorted by name
 * @param edges sorted by job, reads before writes, table
 */
public record LineageGraph(List<LineageJob> jobs, List<LineageEdge> edges) {

  private record Key(String job, Direction direction, String table) {}

  /** The graph of what is registered and of what was seen. */
  public static LineageGraph of(List<Model> registered, List<LineageEntry> entries) {
    Map<String, Model> models = new TreeMap<>();
    registered.forEach(m -> models.put(m.name(), m));
    Set<Key> announced = new LinkedHashSet<>();
    for (Model model : registered) {
      model.inputs().forEach(t -> announced.add(new Key(model.name(), Direction.READS, t)));
      model.outputs().forEach(t -> announced.add(new Key(model.name(), Direction.WRITES, t)));
    }
    Map<Key, List<LineageEntry>> seen = new HashMap<>();
    for (LineageEntry entry : entries) {
      Direction direction = entry.action() == Action.READ ? Direction.READS : Direction.WRITES;
      String table = table(entry.path(), Optional.ofNullable(models.get(entry.model())));
      seen.computeIfAbsent(new Key(entry.model(), direction, table), k -> new ArrayList<>())
          .add(entry);
    }
    Set<String> names = new TreeSet<>(models.keySet());
    seen.keySet().forEach(key -> names.add(key.job()));
    Set<String> ran = entries.stream().map(LineageEntry::model).collect(Collectors.toSet());
    Set<Key> all = new LinkedHashSet<>(announced);
    all.addAll(seen.keySet());
    return new LineageGraph(
        names.stream()
            .map(n -> new LineageJob(n, Optional.ofNullable(models.get(n)), ran.contains(n)))
            .toList(),
        all.stream()
            .map(
                key ->
                    new LineageEdge(
                        key.job(),
                        key.direction(),
                        key.table(),
                        announced.contains(key),
                        Optional.ofNullable(seen.get(key)).map(LineageGraph::seen)))
            .sorted(LineageEdge.ORDER)
            .toList());
  }

  /** What an experiment writes beside a table is a copy of that table. */
  private static String table(String path, Optional<Model> model) {
    TableName name = TableName.of(path);
    return Optional.of(name).filter(TableName::ofExperiment).flatMap(n -> model).stream()
        .flatMap(m -> m.outputs().stream())
        .filter(output -> output.endsWith("." + name.table()))
        .findFirst()
        .orElse(name.qualified());
  }

  private static Seen seen(Collection<LineageEntry> entries) {
    LineageEntry last =
        entries.stream()
            .max(Comparator.comparing(LineageEntry::at).thenComparing(LineageEntry::runId))
            .orElseThrow();
    return new Seen(
        (int) entries.stream().map(LineageEntry::runId).distinct().count(),
        last.at(),
        last.runId(),
        entries.stream()
            .map(e -> TableName.of(e.path()).variant())
            .filter(v -> !v.isEmpty())
            .distinct()
            .sorted()
            .toList());
  }

  /** Every table, sorted by name. */
  public List<String> tables() {
    return edges.stream().map(LineageEdge::table).distinct().sorted().toList();
  }

  /** The table in a folder that a job reads or writes. */
  String tableOf(LineageJob job, String path) {
    return table(path, job.registered());
  }

  /** A job that is in the graph. */
  public LineageJob job(String name) {
    return jobs.stream().filter(j -> j.name().equals(name)).findFirst().orElseThrow();
  }

  /** What a job reads and writes. */
  public List<LineageEdge> of(String job) {
    return edges.stream().filter(e -> e.job().equals(job)).toList();
  }

  /** The tables a job writes. */
  public List<String> written(String job) {
    return of(job).stream().filter(e -> !e.reads()).map(LineageEdge::table).toList();
  }

  /** The reads of a table, by job. */
  public List<LineageEdge> readsOf(String table) {
    return edges.stream().filter(e -> e.reads() && e.table().equals(table)).toList();
  }

  /**
   * Whether a job reads what it writes itself, and nobody else does: it carries over what it does
   * not compute anew.
   */
  public boolean ofItself(LineageEdge edge) {
    List<String> writers =
        edges.stream()
            .filter(e -> !e.reads() && e.table().equals(edge.table()))
            .map(LineageEdge::job)
            .toList();
    return edge.reads() && writers.equals(List.of(edge.job()));
  }
}
