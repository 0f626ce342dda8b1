//DEPS com.google.guava:guava:33.0.0-jre
//DEPS tech.tablesaw:tablesaw-core:0.44.4
//DEPS org.apache.commons:commons-csv:1.14.1
//JAVA_OPTIONS -Dslf4j.internal.verbosity=ERROR
//SOURCES ../runs/Run.java
//SOURCES ../runs/RunCsv.java
package report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import runs.Run;
import runs.RunCsv;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** The run log as a Tablesaw table, a row for each run and a column for each of the log's. */
public final class RunsTable {
  /** An error message may be long; Tablesaw's own limit of 4096 would refuse the whole file. */
  private static final int LONGEST_VALUE = 100_000;

  private RunsTable() {}

  /**
   * Reads the runs, as CSV, with a type given for each column: Tablesaw would guess them from the
   * values, so that one odd line could change a column's type.
   */
  public static Table of(List<Run> runs) {
    return Table.read()
        .usingOptions(
            CsvReadOptions.builder(new StringReader(csv(runs)))
                .tableName("job_runs")
                .maxCharsPerColumn(LONGEST_VALUE)
                .columnTypes(RunsTable::type));
  }

  private static String csv(List<Run> runs) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
      printer.printRecord(RunCsv.COLUMNS);
      for (Run run : runs) {
        Map<String, String> values = RunCsv.toValues(run);
        printer.printRecord(RunCsv.COLUMNS.stream().map(values::get).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static ColumnType type(String column) {
    return switch (column) {
      case "start_time", "end_time" -> ColumnType.INSTANT;
      case "pair", "cores" -> ColumnType.INTEGER;
      case "load_average", "cluster_cost_eur_hr" -> ColumnType.DOUBLE;
      case "heaviest_stage_median_task_bytes", "heaviest_stage_max_task_bytes" -> ColumnType.DOUBLE;
      case "heap_mb", "tasks", "failed_tasks", "stages", "heaviest_stage_tasks" -> ColumnType.LONG;
      default -> typeOfUnit(column);
    };
  }

  private static ColumnType typeOfUnit(String column) {
    if (column.endsWith("_sec") || column.endsWith("_eur")) {
      return ColumnType.DOUBLE;
    }
    boolean counted =
        column.endsWith("_bytes") || column.endsWith("_rows") || column.endsWith("_files");
    return counted ? ColumnType.LONG : ColumnType.STRING;
  }
}
