//SOURCES HistoryColumns.java
//SOURCES HistoryFormat.java
//SOURCES LineNotes.java
//SOURCES LoggedRun.java
//SOURCES LoggedRuns.java
//SOURCES ../project/LabException.java
package portfolio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import portfolio.ModelRun.Outcome;
import portfolio.StatusWords.Meaning;
import project.LabException;

/**
 * Reads any log of runs, the lab's own or one that another tool wrote, line by line: a bad line is
 * counted and named, and stops nothing.
 */
public final class HistoryLog {
  private final Path file;
  private final HistoryFormat format;
  private final LineNotes notes = new LineNotes();
  private final LoggedRuns logged = new LoggedRuns();
  private HistoryColumns columns;
  private int lines;

  private HistoryLog(Path file, HistoryFormat format) {
    this.file = file;
    this.format = format;
  }

  /**
   * What a log holds.
   *
   * @param models in the order of their names, each with at least one run
   * @param lines how many there are besides the header and blank ones
   * @param linesLeftOut how many of them do not count
   * @param notes a sentence for every kind of line that was left out, and for all that was taken
   *     for granted
   */
  public record Content(
      List<ModelHistory> models, int lines, int linesLeftOut, List<String> notes) {}

  /**
   * Reads a log.
   *
   * @throws LabException when it is missing, empty, lacks a column, or has no readable run
   */
  public static Content read(Path file, HistoryFormat format) {
    return new HistoryLog(file, format).read();
  }

  private Content read() {
    // Not a strict decoder: it refuses the whole file for one character torn in half.
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      String header = in.readLine();
      if (header == null || header.isBlank()) {
        throw LabException.failed(
            "%s is empty, wanted a first line with %s".formatted(file, HistoryColumns.WANTED));
      }
      columns = HistoryColumns.of(file, header.replaceFirst("^\uFEFF", ""), format.columns());
      int number = 1;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        if (!line.isBlank()) {
          lines++;
          line(number, line);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
    List<ModelHistory> models = logged.models();
    List<String> sentences = new ArrayList<>(notes.sentences());
    if (models.isEmpty()) {
      throw LabException.failed(
          "No run in %s: %s"
              .formatted(file, lines == 0 ? "only a header" : String.join("; ", sentences)));
    }
    sentences.addAll(logged.notes());
    return new Content(models, lines, notes.linesLeftOut(), List.copyOf(sentences));
  }

  private void line(int number, String line) {
    Optional<List<String>> fields = columns.fields(line);
    if (fields.isEmpty()) {
      String why = "not %d values as the header has, or broken quotes".formatted(columns.count());
      notes.leftOut(why, number, "");
      return;
    }
    List<String> values = fields.get();
    String job = columns.value(values, "job_name");
    if (job.isEmpty()) {
      notes.leftOut("job_name is empty", number, "");
      return;
    }
    outcome(number, values)
        .flatMap(outcome -> new LoggedRun(number, values, columns, format, notes).run(outcome))
        .ifPresent(run -> logged.add(job, columns.value(values, "variant"), facts(values), run));
  }

  private Optional<Outcome> outcome(int number, List<String> values) {
    String word = columns.value(values, "status");
    Optional<Meaning> meaning = format.status().meaning(word);
    if (meaning.isEmpty()) {
      notes.leftOut(
          "status is no known word; say what it means with --status WORD=success (or failed,"
              + " aborted, none)",
          number,
          word);
      return Optional.empty();
    }
    if (meaning.get() == Meaning.NONE) {
      notes.leftOut("the run has no outcome", number, word);
    }
    return meaning.get().outcome();
  }

  private ModelFacts facts(List<String> values) {
    return new ModelFacts(
        columns.value(values, "owner"),
        columns.value(values, "tier"),
        columns.value(values, "schedule"),
        List.of(),
        List.of(),
        columns.value(values, "simulated").equalsIgnoreCase("true"));
  }
}
