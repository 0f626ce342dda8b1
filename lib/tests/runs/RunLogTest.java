package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import runs.Run;
import runs.RunCsv;
import runs.RunLog;

class RunLogTest {
  @TempDir Path temp;
  Path file;
  RunLog log;

  @BeforeEach
  void open() {
    file = temp.resolve("ops/job_runs.csv");
    log = new RunLog(file);
  }

  List<String> ids() {
    return log.read().runs().stream().map(Run::runId).toList();
  }

  @Test
  void everyFieldOfARunComesBack() {
    log.append(Samples.full("r1"));
    log.append(Samples.empty("r2"));
    List<Run> runs = log.read().runs();
    // Column by column first, because the difference between two whole runs is hard to see.
    assertEquals(RunCsv.toValues(Samples.full("r1")), RunCsv.toValues(runs.get(0)));
    assertEquals(List.of(Samples.full("r1"), Samples.empty("r2")), runs);
    assertEquals(List.of(), log.read().warnings());
  }

  @Test
  void theSampleSetsEveryColumnToAValueOfItsOwn() {
    List<String> values = new ArrayList<>(RunCsv.toValues(Samples.full("r1")).values());
    assertEquals(values.size(), Set.copyOf(values).size());
    assertEquals(RunCsv.COLUMNS.size(), values.size());
  }

  @Test
  void theUsersColumnsAreThere() {
    assertTrue(
        RunCsv.COLUMNS.containsAll(
            List.of(
                "job_name",
                "start_time",
                "end_time",
                "duration_sec",
                "status",
                "cluster_cost_eur_hr",
                "cost_eur")));
  }

  @Test
  void aRunIsLoggedOnce() {
    log.append(Samples.full("r1"));
    log.append(Samples.empty("r1"));
    assertEquals(List.of("r1"), ids());
    assertEquals(Samples.full("r1"), log.read().runs().get(0));
  }

  @Test
  void noLogYetIsNoRuns() {
    assertEquals(new RunLog.Content(List.of(), List.of(), 0), log.read());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "duration_sec | fast       | a finite number",
        "duration_sec | NaN        | a finite number",
        "duration_sec | ''         | a finite number",
        "cost_eur     | 1,5        | a finite number",
        "data_rows    | 1.5        | a whole number",
        "cores        | two        | a whole number",
        "pair         | first      | a whole number",
        "startup_sec  | -          | a finite number",
        "status       | OK         | SUCCESS, FAILED or ABORTED",
        "status       | ''         | SUCCESS, FAILED or ABORTED",
        "start_time   | yesterday  | a UTC time like 2026-01-31T09:00:00Z",
        "end_time     | 2026-01-31 | a UTC time like 2026-01-31T09:00:00Z",
      })
  void aBadValueIsAWarningWithLineAndColumn(String column, String value, String wanted)
      throws IOException {
    log.append(Samples.empty("r1"));
    log.append(Samples.empty("r2"));
    log.append(Samples.empty("r3"));
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    List<String> fields = new ArrayList<>(Arrays.asList(lines.get(2).split(",", -1)));
    fields.set(RunCsv.COLUMNS.indexOf(column), '"' + value + '"');
    lines.set(2, String.join(",", fields));
    Files.write(file, lines);

    assertEquals(List.of("r1", "r3"), ids());
    assertEquals(
        List.of("%s line 3 left out: %s is '%s', wanted %s".formatted(file, column, value, wanted)),
        log.read().warnings());
    assertEquals(1, log.read().linesLeftOut());
  }

  /** Left out, it would have made the success rate better. */
  @ParameterizedTest
  @CsvSource({"FAILED, 2", "ABORTED, 2", "SUCCESS, 1"})
  void aRunThatFailedNeedSayNothingOfItsOutput(String status, int runs) throws IOException {
    log.append(Samples.empty("r1"));
    log.append(Samples.empty("r2"));
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    List<String> fields = new ArrayList<>(Arrays.asList(lines.get(2).split(",", -1)));
    fields.set(RunCsv.COLUMNS.indexOf("status"), status);
    for (String column : List.of("output_rows", "output_files", "output_bytes")) {
      fields.set(RunCsv.COLUMNS.indexOf(column), "");
    }
    lines.set(2, String.join(",", fields));
    Files.write(file, lines);
    assertEquals(runs, log.read().runs().size());
  }

  @Test
  void anUnknownColumnIsAWarningAndItsValuesAreKept() throws IOException {
    log.append(Samples.empty("r1"));
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(0, "note," + lines.get(0));
    lines.set(1, "mine," + lines.get(1));
    Files.write(file, lines);
    log.append(Samples.full("r2"));

    assertEquals(List.of(Samples.empty("r1"), Samples.full("r2")), log.read().runs());
    assertEquals(
        List.of(file + ": column note is not one of the log's, ignored"), log.read().warnings());
    assertEquals(0, log.read().linesLeftOut());
    assertTrue(Files.readString(file).contains("\nmine,r1,"));
  }

  @Test
  void aTornRunIsAWarningAndTheNextOneIsLogged() throws IOException {
    log.append(Samples.full("r1"));
    String line = Files.readAllLines(file).get(1);
    Files.writeString(file, line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
    assertEquals(List.of("r1"), ids());
    log.append(Samples.full("r2"));
    assertEquals(List.of("r1", "r2"), ids());
    assertEquals(1, log.read().warnings().size());
    assertEquals(1, log.read().linesLeftOut());
    assertTrue(log.read().warnings().get(0).startsWith(file + " line 3 left out: "));
  }
}
