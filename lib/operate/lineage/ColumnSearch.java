//SOURCES JobColumns.java
//SOURCES LineageGraph.java
package operate.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import spark.ColumnLineage;
import spark.ColumnLineage.Input;

/** Spreads from one column to all that is made from it, one job further at a time. */
final class ColumnSearch {
  /** Stands for the columns of a table when nobody knows which of them are affected. */
  private static final String ANY = "*";

  private final LineageGraph graph;
  private final Map<String, List<JobColumns>> known;
  private final Map<String, Set<String>> affected = new HashMap<>();
  private final Map<String, Integer> distances = new TreeMap<>();

  /** By job and effect: the variants that show it. */
  private final Map<String, Map<String, Set<String>>> effects = new HashMap<>();

  ColumnSearch(LineageGraph graph, List<JobColumns> known, String table, String column) {
    this.graph = graph;
    this.known = known.stream().collect(Collectors.groupingBy(JobColumns::job));
    affected.put(table, new HashSet<>(Set.of(column)));
    for (int distance = 1; spread(distance); distance++) {}
  }

  /** How far from the column the affected jobs are, by name. */
  Map<String, Integer> distances() {
    return distances;
  }

  /** What of a job's output would be wrong, with the variants where not all of them show it. */
  List<String> effects(String job) {
    int all = known.getOrDefault(job, List.of()).size();
    List<String> lines = new ArrayList<>();
    effects
        .get(job)
        .forEach(
            (effect, variants) ->
                lines.add(
                    variants.isEmpty() || variants.size() == all
                        ? effect
                        : "%s (only %s)".formatted(effect, String.join(", ", variants))));
    return List.copyOf(lines);
  }

  /** Jobs that read an affected table and nothing of it that is affected, sorted. */
  List<String> untouched() {
    return graph.jobs().stream()
        .filter(this::readsAffected)
        .map(LineageJob::name)
        .filter(name -> !distances.containsKey(name))
        .toList();
  }

  /** Looks at every job once more; whether anything new is affected. */
  private boolean spread(int distance) {
    Map<String, Set<String>> next = new HashMap<>();
    graph.jobs().stream().filter(this::readsAffected).forEach(job -> spread(job, distance, next));
    boolean more = false;
    for (Map.Entry<String, Set<String>> table : next.entrySet()) {
      more |=
          affected.computeIfAbsent(table.getKey(), t -> new HashSet<>()).addAll(table.getValue());
    }
    return more;
  }

  private boolean readsAffected(LineageJob job) {
    return graph.of(job.name()).stream().anyMatch(this::readsAffected);
  }

  private boolean readsAffected(LineageEdge edge) {
    return edge.reads() && affected.containsKey(edge.table());
  }

  private void spread(LineageJob job, int distance, Map<String, Set<String>> next) {
    if (unrecorded(job)) {
      add(job, distance, "which columns it uses is not recorded", Set.of());
      graph
          .written(job.name())
          .forEach(table -> next.computeIfAbsent(table, t -> new HashSet<>()).add(ANY));
      return;
    }
    for (JobColumns variant : known.get(job.name())) {
      variant.lineage().forEach(l -> spread(job, variant.variant(), l, distance, next));
    }
  }

  private void spread(
      LineageJob job,
      String variant,
      ColumnLineage lineage,
      int distance,
      Map<String, Set<String>> next) {
    String written = graph.tableOf(job, lineage.path());
    for (ColumnLineage.Column column : lineage.columns()) {
      for (Input input : affected(job, column.inputs())) {
        String effect = "%s.%s: %s".formatted(written, column.name(), how(input));
        add(job, distance, effect, Set.of(variant));
        next.computeIfAbsent(written, t -> new HashSet<>()).add(column.name());
      }
    }
    for (Input input : affected(job, lineage.rows())) {
      String effect = "%s, which rows: %s".formatted(written, how(input));
      add(job, distance, effect, Set.of(variant));
      Set<String> columns = next.computeIfAbsent(written, t -> new HashSet<>());
      lineage.columns().forEach(column -> columns.add(column.name()));
    }
  }

  /** Whether it reads an affected table of which no recorded run of it shows the columns. */
  private boolean unrecorded(LineageJob job) {
    List<JobColumns> runs = known.getOrDefault(job.name(), List.of());
    Set<String> recorded =
        runs.stream()
            .flatMap(run -> run.lineage().stream())
            .flatMap(lineage -> lineage.sources().stream())
            .map(source -> graph.tableOf(job, source.path()))
            .collect(Collectors.toSet());
    return graph.of(job.name()).stream()
        .filter(edge -> readsAffected(edge) && !graph.ofItself(edge))
        .filter(edge -> edge.seen().isPresent() || runs.isEmpty())
        .anyMatch(edge -> !recorded.contains(edge.table()));
  }

  private List<Input> affected(LineageJob job, List<Input> inputs) {
    return inputs.stream()
        .filter(
            input -> {
              String table = graph.tableOf(job, input.path());
              Set<String> columns = affected.getOrDefault(table, Set.of());
              return columns.contains(input.column()) || columns.contains(ANY);
            })
        .toList();
  }

  private static String how(Input input) {
    return input.how().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void add(LineageJob job, int distance, String effect, Set<String> variants) {
    distances.putIfAbsent(job.name(), distance);
    effects
        .computeIfAbsent(job.name(), j -> new TreeMap<>())
        .computeIfAbsent(effect, e -> new TreeSet<>())
        .addAll(variants);
  }
}
