//SOURCES ColumnImpact.java
//SOURCES Lineage.java
//SOURCES LineageImpact.java
//SOURCES ../../project/Quantity.java
//SOURCES ../../project/TextTable.java
package operate.lineage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import operate.lineage.LineageEdge.Seen;
import operate.lineage.LineageRun.Size;
import project.Quantity;
import project.TextTable;
import spark.ColumnLineage;

/** Lineage as tables, for a console and for a report. */
public final class LineageTables {
  /** The column of edges that names the newest run. */
  public static final String LAST_RUN = "last run";

  private static final String JOB = "job";
  private static final String NONE = "-";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private LineageTables() {}

  /** {@code 2026-11-26 19:03}, UTC. */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** What some jobs read and write, a row each. */
  public static TextTable edges(Lineage lineage, List<LineageJob> jobs) {
    List<List<String>> rows = new ArrayList<>();
    for (LineageJob job : jobs) {
      for (LineageEdge edge : lineage.graph().of(job.name())) {
        rows.add(row(lineage, edge));
      }
    }
    return new TextTable(
        "lllrrlll",
        List.of(JOB, "", "table", "rows", "runs", "last (UTC)", LAST_RUN, "registered"),
        rows);
  }

  /** The same of one job, without its name. */
  public static TextTable edges(Lineage lineage, LineageJob job) {
    return edges(lineage, List.of(job)).without(JOB);
  }

  private static List<String> row(Lineage lineage, LineageEdge edge) {
    Size size = lineage.size(edge);
    return List.of(
        edge.job(),
        edge.reads() ? "reads" : "writes",
        edge.table(),
        size.known() ? Quantity.count(size.rows()) : NONE,
        edge.seen().map(Seen::runs).map(Quantity::count).orElse("none"),
        edge.seen().map(s -> time(s.lastAt())).orElse(NONE),
        edge.seen().map(Seen::lastRun).orElse(NONE),
        registered(lineage.graph(), edge));
  }

  private static String registered(LineageGraph graph, LineageEdge edge) {
    if (edge.registered()) {
      return "yes";
    }
    return graph.ofItself(edge) ? "its own output" : "NO";
  }

  /** From which columns the columns of every written table are made; empty rows when not known. */
  public static TextTable columns(Lineage lineage) {
    Map<List<String>, Set<String>> variants = new LinkedHashMap<>();
    Map<String, Set<String>> all = new LinkedHashMap<>();
    for (JobColumns run : lineage.columns()) {
      LineageJob job = lineage.graph().job(run.job());
      for (ColumnLineage written : run.lineage()) {
        String table = lineage.graph().tableOf(job, written.path());
        all.computeIfAbsent(table, t -> new TreeSet<>()).add(run.variant());
        for (ColumnLineage.Column column : written.columns()) {
          String from = from(lineage.graph(), job, column.inputs(), written.unknown());
          variants
              .computeIfAbsent(List.of(table, column.name(), from), k -> new TreeSet<>())
              .add(run.variant());
        }
      }
    }
    return new TextTable(
        "lll",
        List.of("column", "made from", "in"),
        variants.entrySet().stream()
            .sorted(LineageTables::byTableAndColumn)
            .map(
                e ->
                    List.of(
                        e.getKey().get(0) + "." + e.getKey().get(1),
                        e.getKey().get(2),
                        in(e.getValue(), all.get(e.getKey().get(0)))))
            .toList());
  }

  private static int byTableAndColumn(
      Map.Entry<List<String>, Set<String>> left, Map.Entry<List<String>, Set<String>> right) {
    for (int i = 0; i < left.getKey().size(); i++) {
      int order = left.getKey().get(i).compareTo(right.getKey().get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String in(Set<String> variants, Set<String> all) {
    return variants.size() == all.size() && all.size() > 1
        ? "all variants"
        : String.join(", ", variants);
  }

  private static String from(
      LineageGraph graph, LineageJob job, List<ColumnLineage.Input> inputs, List<String> unknown) {
    if (inputs.isEmpty()) {
      return unknown.isEmpty() ? "no column" : "not known";
    }
    return inputs.stream()
        .map(
            i ->
                "%s.%s (%s)"
                    .formatted(
                        graph.tableOf(job, i.path()),
                        i.column(),
                        i.how().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
        .collect(Collectors.joining(", "));
  }

  /** What hangs on a table, a row for each job. */
  public static TextTable impact(LineageImpact impact) {
    return new TextTable(
        "rlllll",
        List.of("step", "job", "tier", "owner", "reads", "writes"),
        impact.steps().stream()
            .map(
                s ->
                    List.of(
                        Integer.toString(s.distance()),
                        s.job().name(),
                        s.job().tier(),
                        s.job().owner(),
                        String.join(", ", s.reads()),
                        String.join(", ", s.writes())))
            .toList());
  }

  /** What hangs on a column, a row for each effect. */
  public static TextTable impact(ColumnImpact impact) {
    return new TextTable(
        "rllll",
        List.of("step", "job", "tier", "owner", "what changes: how the column enters"),
        impact.steps().stream()
            .flatMap(
                s ->
                    s.effects().stream()
                        .map(
                            effect ->
                                List.of(
                                    Integer.toString(s.distance()),
                                    s.job().name(),
                                    s.job().tier(),
                                    s.job().owner(),
                                    effect)))
            .toList());
  }
}
