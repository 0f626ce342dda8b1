//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleRuns.java
//SOURCES ../../report/Durations.java
//SOURCES ../../runs/RunCsv.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.report.SampleRuns.failed;
import static tests.report.SampleRuns.run;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import report.Durations;
import report.RunsTable;
import runs.Run;
import runs.RunCsv;
import runs.Status;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/** The run log in Tablesaw. */
class DurationsTest {
  @Test
  void everyColumnOfTheLogIsThereWithItsType() {
    Table table = RunsTable.of(List.of(SampleRuns.paired(run("baseline", 1, 12.345), 2)));
    assertEquals(RunCsv.COLUMNS, table.columnNames());
    assertEquals(12.345, table.doubleColumn("duration_sec").get(0));
    assertEquals(2, table.intColumn("pair").get(0));
    assertEquals(2_000_000L, table.longColumn("data_rows").get(0));
    assertEquals(SampleRuns.START.plusSeconds(60), table.instantColumn("start_time").get(0));
    assertEquals(ColumnType.STRING, table.column("conf_hash").type());
  }

  @Test
  void emptyAndLongValuesAreRead() {
    String error = "a, \"quoted\" error ".repeat(500);
    Run run = failed("baseline", 1, Status.FAILED, error);
    Table table = RunsTable.of(List.of(run));
    assertEquals(error.strip(), table.stringColumn("error").get(0).strip());
    assertEquals(1, table.intColumn("pair").countMissing());
  }

  @Test
  void theSummaryIsTypeSevenWhereTablesawWouldSayTheMaximum() {
    List<Run> runs = IntStream.rangeClosed(1, 10).mapToObj(i -> run("baseline", i, i)).toList();
    Durations d = Durations.byVariant(RunsTable.of(runs)).get("baseline");
    assertEquals(10, d.runs());
    assertEquals(5.5, d.avg(), 1e-12);
    assertEquals(5.5, d.p50(), 1e-12);
    assertEquals(9.55, d.p95(), 1e-12);
    assertEquals(1, d.min(), 1e-12);
    assertEquals(10, d.max(), 1e-12);
  }

  @Test
  void noRunsHaveNoSummary() {
    assertEquals(Map.of(), Durations.byVariant(RunsTable.of(List.of())));
  }
}
