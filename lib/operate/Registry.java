//DEPS org.apache.commons:commons-csv:1.14.1
//DEPS commons-io:commons-io:2.20.0
//SOURCES Model.java
//SOURCES ../project/LabException.java
package operate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import project.LabException;

/**
 * {@code ops/models_registry.csv}: which jobs there are, who owns them, what they read and write.
 * People write this file by hand, so every mistake in it is named by line and column.
 *
 * @param file where it was read from
 * @param models in file order
 */
public record Registry(Path file, List<Model> models) {
  /** The file's columns, any order; several inputs or outputs are separated by semicolons. */
  public static final List<String> COLUMNS =
      List.of("model_name", "owner", "description", "inputs", "outputs", "schedule", "tier");

  /** Only a model that makes its data up reads nothing. */
  private static final String MAY_BE_EMPTY = "inputs";

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  /**
   * Reads the registry.
   *
   * @throws LabException when the file is missing, or a line of it is not a complete model
   */
  public static Registry read(Path file) {
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
  public static Registry parse(Path file, String text) {
    try (CSVParser lines = CSVParser.parse(text.replaceFirst("^\uFEFF", ""), FORMAT)) {
      return new Registry(file, models(file, lines));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * The model of this name.
   *
   * @throws LabException naming the models that there are
   */
  public Model model(String name) {
    return models.stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                LabException.failed(
                    "No model %s in %s (found: %s). Add a line for it: %s"
                        .formatted(name, file, names(), String.join(",", COLUMNS))));
  }

  private String names() {
    return models.isEmpty() ? "none" : String.join(", ", models.stream().map(Model::name).toList());
  }

  private static List<Model> models(Path file, CSVParser lines) {
    List<String> missing =
        COLUMNS.stream().filter(c -> !lines.getHeaderNames().contains(c)).toList();
    if (!missing.isEmpty()) {
      throw LabException.failed(
          "%s has no column %s (found: %s), wanted %s"
              .formatted(
                  file,
                  String.join(", ", missing),
                  String.join(", ", lines.getHeaderNames()),
                  String.join(", ", COLUMNS)));
    }
    List<Model> models = new ArrayList<>();
    for (CSVRecord record : lines) {
      String line = "%s line %d".formatted(file, lines.getCurrentLineNumber());
      Model model = model(line, record);
      if (models.stream().anyMatch(m -> m.name().equals(model.name()))) {
        throw LabException.failed("%s: %s is registered twice".formatted(line, model.name()));
      }
      models.add(model);
    }
    return List.copyOf(models);
  }

  private static Model model(String line, CSVRecord record) {
    if (!record.isConsistent()) {
      throw LabException.failed(
          "%s has %d values where the header has %d; a value with a comma in it needs quotes"
              .formatted(line, record.size(), record.getParser().getHeaderNames().size()));
    }
    for (String column : COLUMNS) {
      if (record.get(column).isBlank() && !column.equals(MAY_BE_EMPTY)) {
        throw LabException.failed("%s: %s is empty, wanted a value".formatted(line, column));
      }
    }
    return new Model(
        record.get("model_name"),
        record.get("owner"),
        record.get("description"),
        list(record.get("inputs")),
        list(record.get("outputs")),
        record.get("schedule"),
        record.get("tier"));
  }

  private static List<String> list(String value) {
    return Stream.of(value.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
