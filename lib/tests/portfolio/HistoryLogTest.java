//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Histories.java
//SOURCES ../../portfolio/HistoryLog.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import portfolio.HistoryFormat;
import portfolio.HistoryLog;
import portfolio.ModelHistory;
import portfolio.ModelRun;
import portfolio.ModelRun.Outcome;
import portfolio.StatusWords;
import project.LabException;
import tests.Command;

/** Logs as other tools and tired people write them. */
class HistoryLogTest {
  private static final Instant UNTIL = Instant.parse("2026-06-01T00:00:00Z");
  private static final HistoryFormat OWN = Histories.format(2.5, UNTIL);
  private static final String HEADER = "job_name,start_time,end_time,duration_sec,status\n";

  @TempDir Path temp;
  Path file;

  @BeforeEach
  void name() {
    file = temp.resolve("runs.csv");
  }

  HistoryLog.Content read(String text) throws IOException {
    return read(text, OWN);
  }

  HistoryLog.Content read(String text, HistoryFormat format) throws IOException {
    Files.writeString(file, text);
    return HistoryLog.read(file, format);
  }

  String failure(String text) throws IOException {
    Files.writeString(file, text);
    return assertThrows(LabException.class, () -> HistoryLog.read(file, OWN)).getMessage();
  }

  /** The only run of the only model of one line. */
  ModelRun run(String line) throws IOException {
    List<ModelHistory> models = read(HEADER + line + "\n").models();
    assertEquals(1, models.size());
    assertEquals(1, models.get(0).runs().size());
    return models.get(0).runs().get(0);
  }

  @Test
  void theLabsOwnLogIsRead() {
    HistoryLog.Content content =
        HistoryLog.read(
            Command.checkout().resolve("ops/sample/job_runs.csv"),
            Histories.format(2.5, Instant.MAX));
    assertEquals(151, content.lines());
    assertEquals(0, content.linesLeftOut());
    assertEquals(List.of(), content.notes());
    assertTrue(
        content.models().stream()
            .map(ModelHistory::name)
            .toList()
            .containsAll(List.of("compact_transactions", "daily_sales/none", "daily_sales/all")));
    ModelHistory naive =
        content.models().stream()
            .filter(m -> m.name().equals("daily_sales/none"))
            .findFirst()
            .get();
    assertEquals("daily_sales", naive.job());
    // Warm-ups cost money, and their times do not count.
    assertTrue(naive.durations().length < naive.runs().size());
  }

  @Test
  void aTimeWithoutAZoneIsInTheReadersZone() throws IOException {
    HistoryFormat berlin =
        new HistoryFormat(Map.of(), StatusWords.known(), ZoneId.of("Europe/Berlin"), 2.5, UNTIL);
    HistoryLog.Content content =
        read(HEADER + "a,2026-01-31 10:00:00,2026-01-31 10:10:00,,OK\n", berlin);
    ModelRun run = content.models().get(0).runs().get(0);
    assertEquals(Instant.parse("2026-01-31T09:00:00Z"), run.start());
    assertEquals(600, run.durationSec());
    assertEquals(
        "1 line with times that name no zone, taken as Europe/Berlin (--zone) (first: line 2)",
        content.notes().get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS, SUCCEEDED",
    "success, SUCCEEDED",
    "Finished, SUCCEEDED",
    "failed, FAILED",
    "timed out, FAILED",
    "KILLED, ABORTED",
    "cancelled, ABORTED",
  })
  void schedulersHaveTheirOwnWords(String word, Outcome outcome) throws IOException {
    assertEquals(outcome, run("a,2026-01-31T09:00:00Z,,60," + word).outcome());
  }

  @Test
  void theReaderMaySayWhatAWordMeans() throws IOException {
    HistoryFormat format =
        new HistoryFormat(
            Map.of(),
            StatusWords.with(Map.of("green", "success", "OK", "none")),
            ZoneId.of("UTC"),
            2.5,
            UNTIL);
    String lines = "a,2026-01-31T09:00:00Z,,60,GREEN\na,2026-01-31T10:00:00Z,,60,ok\n";
    HistoryLog.Content content = read(HEADER + lines, format);
    assertEquals(1, content.models().get(0).runs().size());
    assertEquals(
        List.of("1 line left out: the run has no outcome (first: line 3: 'ok')"),
        content.notes().subList(0, 1));
  }

  @Test
  void thousandsOfBadLinesAreAFewSentences() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 5000; i++) {
      text.append("a,2026-01-31T09:00:00Z,,60,GREEN").append(i).append('\n');
      text.append("a,yesterday,,60,OK\n");
      text.append("torn,2026-01\n");
    }
    text.append("a,2026-01-31T09:00:00Z,,60,OK\n");
    HistoryLog.Content content = read(text.toString());
    assertEquals(15_001, content.lines());
    assertEquals(15_000, content.linesLeftOut());
    assertEquals(
        List.of(
            "5,000 lines left out: status is no known word; say what it means with --status"
                + " WORD=success (or failed, aborted, none) (first: line 2: 'GREEN0', 'GREEN1',"
                + " 'GREEN2')",
            "5,000 lines left out: start_time is not a time, as 2026-01-31T09:00:00Z, 2026-01-31"
                + " 09:00:00+01:00, or 2026-01-31 09:00:00 (first: line 3: 'yesterday')",
            "5,000 lines left out: not 5 values as the header has, or broken quotes (first: line"
                + " 4)",
            "1 line without a cost_eur from 0: it is the duration at 2.5 EUR an hour (--rate)"
                + " (first: line 15002)"),
        content.notes());
  }

  @Test
  void aClockThatWentBackChangesTheEndAndNotTheDuration() throws IOException {
    HistoryLog.Content content =
        read(
            HEADER
                + "a,2026-01-31T09:00:00Z,2026-01-31T08:10:00Z,600,OK\n"
                + "a,2026-01-31T10:00:00Z,2026-01-31T09:10:00Z,,OK\n");
    ModelRun run = content.models().get(0).runs().get(0);
    assertEquals(600, run.durationSec());
    assertEquals(Instant.parse("2026-01-31T09:10:00Z"), run.end());
    assertEquals(1, content.models().get(0).runs().size());
    assertEquals(
        "1 line left out: end before they start (first: line 3: '2026-01-31T09:10:00Z')",
        content.notes().get(0));
    assertEquals(
        "1 line end before they start: duration_sec is believed, not end_time (first: line 2:"
            + " '2026-01-31T08:10:00Z')",
        content.notes().get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,2026-01-31T09:00:00Z,,,OK           | neither an end_time nor a duration_sec",
        "a,2026-01-31T09:00:00Z,soon,-5,OK     | neither an end_time nor a duration_sec",
        "a,2026-01-31T09:00:00Z,,NaN,OK        | neither an end_time nor a duration_sec",
        "a,2026-01-31T09:00:00Z,,1e12,OK       | neither an end_time nor a duration_sec",
        ",2026-01-31T09:00:00Z,,60,OK          | job_name is empty",
        "a,2062-01-31T09:00:00Z,,60,OK         | end after 2026-06-01T00:00:00Z",
        "a,2026-01-31T09:00:00Z,,60,           | status is no known word",
        "\"a,2026-01-31T09:00:00Z,,60,OK       | not 5 values as the header has, or broken quotes",
      })
  void aLineThatTellsNothingIsNamed(String line, String why) throws IOException {
    String message = failure(HEADER + line + "\n");
    assertTrue(
        message.startsWith("No run in %s: 1 line left out: %s".formatted(file, why)), message);
  }

  @Test
  void runsThatOverlapAndRunsThatStandTwiceAreCounted() throws IOException {
    HistoryLog.Content content =
        read(
            HEADER
                + "a,2026-01-31T09:00:00Z,,7200,OK\n"
                + "a,2026-01-31T10:00:00Z,,7200,OK\n"
                + "a,2026-01-31T10:00:00Z,,7200,OK\n"
                + "b,2026-01-31T10:00:00Z,,7200,OK\n");
    assertEquals(2, content.models().get(0).runs().size());
    assertEquals(
        List.of(
            "1 run stand in the log twice and count once",
            "1 run began before the run before had ended, 1 of them of a; each counts"),
        content.notes().subList(1, 3));
  }

  @Test
  void costIsWhatTheLogSaysElseDurationTimesItsRateElseOurs() throws IOException {
    HistoryLog.Content content =
        read(
            "job_name;start_time;duration_sec;status;cost_eur;cluster_cost_eur_hr\n"
                + "a;2026-01-31T09:00:00Z;3600;OK;1,25;9\n"
                + "b;2026-01-31T09:00:00Z;1800;OK;;9\n"
                + "c;2026-01-31T09:00:00Z;1800;OK;-1;\n");
    assertEquals(
        List.of(1.25, 4.5, 1.25), content.models().stream().map(ModelHistory::costEur).toList());
  }

  @Test
  void aSpreadsheetsMarkAndCapitalsDoNotMatter() throws IOException {
    String header = "\uFEFFJob_Name, START_TIME ,Duration_Sec,Status\r\n";
    assertEquals(1, read(header + "a,2026-01-31T09:00:00Z,60,OK\r\n\r\n").models().size());
  }

  @Test
  void aMissingColumnIsNamedWithTheWayToSayItsName() throws IOException {
    assertEquals(
        file
            + " has no column job_name, status, end_time or duration_sec (found: dag_id,"
            + " start_time), wanted job_name, start_time, end_time or duration_sec, status. If it"
            + " has another name there, say so: --column job_name=NAME",
        failure("dag_id,start_time\n"));
  }

  @Test
  void columnsMayHaveOtherNames() throws IOException {
    HistoryFormat airflow =
        new HistoryFormat(
            Map.of("job_name", "dag_id", "status", "state", "start_time", "start_date"),
            StatusWords.known(),
            ZoneId.of("UTC"),
            2.5,
            UNTIL);
    String text = "dag_id,start_date,duration_sec,state\nx,2026-01-31T09:00:00Z,60,success\n";
    assertEquals("x", read(text, airflow).models().get(0).name());
    HistoryFormat typo =
        new HistoryFormat(
            Map.of("jobname", "dag_id"), StatusWords.known(), ZoneId.of("UTC"), 2.5, UNTIL);
    assertTrue(
        assertThrows(LabException.class, () -> HistoryLog.read(file, typo))
            .getMessage()
            .startsWith("--column jobname=dag_id: 'jobname' is no column of the lab's"));
  }

  @Test
  void anEmptyFileAndALoneHeaderAreOneSentence() throws IOException {
    assertEquals(
        file
            + " is empty, wanted a first line with job_name, start_time, end_time or duration_sec,"
            + " status",
        failure(""));
    assertEquals("No run in " + file + ": only a header", failure(HEADER));
  }

  @Test
  void oneVariantIsTheJobAndSeveralAreModels() throws IOException {
    String header = "job_name,variant,start_time,duration_sec,status\n";
    assertEquals(
        List.of("a"),
        read(header + "a,x,2026-01-31T09:00:00Z,60,OK\n").models().stream()
            .map(ModelHistory::name)
            .toList());
    assertEquals(
        List.of("a", "a/x", "a/y"),
        read(
                header
                    + "a,y,2026-01-31T09:00:00Z,60,OK\n"
                    + "a,x,2026-01-31T09:00:00Z,60,OK\n"
                    + "a,,2026-01-31T09:00:00Z,60,OK\n")
            .models()
            .stream()
            .map(ModelHistory::name)
            .toList());
  }
}
