//DEPS org.apache.commons:commons-csv:1.14.1
//DEPS commons-io:commons-io:2.20.0
//SOURCES Model.java
//SOURCES ../../project/LabException.java
package operate.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import project.LabException;

/**
 * The registry as it is written, whatever is wrong with its rows.
 *
 * @param file where it was read from
 * @param header its columns
 * @param rows in file order
 */
public record RegistryFile(Path file, List<String> header, List<Row> rows) {
  /** The columns a registry must have, in any order. */
  public static final List<String> COLUMNS =
      List.of("model_name", "owner", "description", "inputs", "outputs", "schedule", "tier");

  /** When the row was last reviewed, YYYY-MM-DD. Older registries have no such column. */
  public static final String REVIEWED = "reviewed";

  /** Only a model that makes its data up reads nothing. */
  private static final String MAY_BE_EMPTY = "inputs";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  /**
   * One row.
   *
   * @param line its number in the file
   */
  public record Row(int line, CSVRecord values) {

    /** A value; empty when the row or the file has none. */
    public String get(String column) {
      return values.isSet(column) ? values.get(column) : "";
    }

    /** Several values, separated by semicolons. */
    public List<String> list(String column) {
      return Stream.of(get(column).split(";"))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .toList();
    }

    /** Why this is no complete model, a sentence each; empty when it is one. */
    public List<String> problems() {
      if (!values.isConsistent()) {
        return List.of(
            "%d values where the header has %d; a value with a comma in it needs quotes"
                .formatted(values.size(), values.getParser().getHeaderNames().size()));
      }
      List<String> problems = new ArrayList<>();
      COLUMNS.stream()
          .filter(c -> get(c).isBlank() && !c.equals(MAY_BE_EMPTY))
          .forEach(c -> problems.add("%s is empty, wanted a value".formatted(c)));
      if (!get(REVIEWED).isBlank() && reviewed().isEmpty()) {
        problems.add("%s is '%s', wanted a day, as 2026-11-01".formatted(REVIEWED, get(REVIEWED)));
      }
      return problems;
    }

    /** When it was last reviewed; empty when nobody says, or not in a way to understand. */
    public Optional<LocalDate> reviewed() {
      try {
        return Optional.of(LocalDate.parse(get(REVIEWED)));
      } catch (DateTimeException none) {
        return Optional.empty();
      }
    }

    /** The model; only of a row without problems. */
    public Model model() {
      return new Model(
          get("model_name"),
          get("owner"),
          get("description"),
          list("inputs"),
          list("outputs"),
          get("schedule"),
          get("tier"),
          reviewed());
    }
  }

  /**
   * Reads a registry.
   *
   * @throws LabException when the file is missing, is no CSV, or lacks a column
   */
  public static RegistryFile read(Path file) {
    if (!Files.exists(file)) {
      throw LabException.failed(
          "No registry at %s, wanted one line per job. Restore it: git checkout -- ops/%s"
              .formatted(file, file.getFileName()));
    }
    try {
      return parse(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The same from text at hand; {@code file} is for messages. */
  public static RegistryFile parse(Path file, String text) {
    try (CSVParser parser = CSVParser.parse(text.replaceFirst("^\uFEFF", ""), FORMAT)) {
      List<String> missing =
          COLUMNS.stream().filter(c -> !parser.getHeaderNames().contains(c)).toList();
      if (!missing.isEmpty()) {
        throw LabException.failed(
            "%s has no column %s (found: %s), wanted %s"
                .formatted(
                    file,
                    String.join(", ", missing),
                    String.join(", ", parser.getHeaderNames()),
                    String.join(", ", COLUMNS)));
      }
      List<Row> rows = new ArrayList<>();
      for (CSVRecord values : parser) {
        rows.add(new Row((int) parser.getCurrentLineNumber(), values));
      }
      return new RegistryFile(file, List.copyOf(parser.getHeaderNames()), List.copyOf(rows));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
