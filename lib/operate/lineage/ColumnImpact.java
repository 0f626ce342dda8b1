//SOURCES ColumnSearch.java
//SOURCES JobColumns.java
//SOURCES LineageGraph.java
//SOURCES LineageImpact.java
//SOURCES ../../project/LabException.java
//SOURCES ../../project/Launcher.java
package operate.lineage;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import project.LabException;
import project.Launcher;
import spark.ColumnLineage;
import spark.ColumnLineage.Field;

/**
 * What hangs on one column of a table, by the plans of the newest runs.
 *
 * @param column with its table, {@code raw.transactions.amount}
 * @param steps the nearest first, then the highest tier, then by name; each job once
 * @param untouched jobs that read an affected table and nothing of it that is affected, sorted
 */
public record ColumnImpact(String column, List<Step> steps, List<String> untouched) {

  /**
   * A job that would notice.
   *
   * @param distance 1 when it reads the column itself
   * @param effects what of its output would be wrong and how it enters, {@code
   *     silver.daily_sales.revenue: aggregation}, with the variants where not all of them do so
   */
  public record Step(int distance, LineageJob job, List<String> effects) {
    private static final Comparator<Step> ORDER =
        Comparator.comparing(Step::distance)
            .thenComparing(s -> s.job().tier())
            .thenComparing(s -> s.job().name());
  }

  /**
   * Everything downstream of a column.
   *
   * @param known of the newest run of each variant of each job
   * @throws LabException when nobody knows the table or the column, naming those that there are
   */
  public static ColumnImpact of(
      LineageGraph graph, List<JobColumns> known, String table, String column) {
    LineageImpact.require(graph, table);
    require(columns(graph, known, table), table, column);
    ColumnSearch found = new ColumnSearch(graph, known, table, column);
    return new ColumnImpact(
        table + "." + column,
        found.distances().entrySet().stream()
            .map(e -> new Step(e.getValue(), graph.job(e.getKey()), found.effects(e.getKey())))
            .sorted(Step.ORDER)
            .toList(),
        found.untouched());
  }

  private static void require(Set<String> columns, String table, String column) {
    if (columns.isEmpty()) {
      throw LabException.failed(
          "No run in the log has recorded the columns of %s. Run a job that reads it, as: %s"
              .formatted(table, Launcher.command("optimized")));
    }
    if (!columns.contains(column)) {
      throw LabException.failed(
          "No column %s in %s (found: %s)".formatted(column, table, String.join(", ", columns)));
    }
  }

  /** The columns of a table, by whoever read or wrote it, sorted. */
  static Set<String> columns(LineageGraph graph, List<JobColumns> known, String table) {
    Set<String> columns = new TreeSet<>();
    for (JobColumns run : known) {
      LineageJob job = graph.job(run.job());
      for (ColumnLineage lineage : run.lineage()) {
        Stream<String> read =
            lineage.sources().stream()
                .filter(source -> graph.tableOf(job, source.path()).equals(table))
                .flatMap(source -> source.fields().stream().map(Field::name));
        Stream<String> written =
            graph.tableOf(job, lineage.path()).equals(table)
                ? lineage.columns().stream().map(ColumnLineage.Column::name)
                : Stream.empty();
        Stream.concat(read, written).forEach(columns::add);
      }
    }
    return columns;
  }
}
