//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES Baseline.java
//SOURCES ../project/AtomicFile.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Packed.java
//SOURCES ../project/Workspace.java
//FILES ops/gate/daily_sales.json=../../ops/gate/daily_sales.json
package gate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import project.AtomicFile;
import project.LabException;
import project.Launcher;
import project.Packed;
import project.Workspace;

/** Reads and writes {@code ops/gate/<model>.json}. */
public final class BaselineFile {
  /** Goes up when an older version of the lab would misread the file. */
  static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BaselineFile() {}

  /** Where the baseline of a model lies. */
  public static Path place(Workspace workspace, String model) {
    return workspace.ops("gate").resolve(model + ".json");
  }

  /**
   * The baseline of a model: the workspace's own, else, outside a checkout, the lab's, which travels
   * inside the script's jar.
   *
   * @throws LabException when there is none, or it cannot be read
   */
  public static Baseline of(Workspace workspace, String model) {
    Path file = place(workspace, model);
    try {
      if (Files.exists(file)) {
        return parse(workspace.fromHere(file), Files.readString(file));
      }
    } catch (IOException e) {
      throw LabException.failed(
          "%s cannot be read (%s), wanted a baseline. %s"
              .formatted(workspace.fromHere(file), e.getClass().getSimpleName(), makeOne()),
          e);
    }
    Optional<String> packed =
        workspace.checkout() ? Optional.empty() : Packed.find("/ops/gate/" + model + ".json");
    return parse(
        "the lab's own ops/gate/%s.json".formatted(model),
        packed.orElseThrow(
            () ->
                LabException.failed(
                    "No baseline %s yet, wanted what a change is held against. %s"
                        .formatted(workspace.fromHere(file), makeOne()))));
  }

  /** The same from text at hand; {@code file} is for messages. */
  public static Baseline parse(String file, String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      JsonNode format = tree.path("format");
      if (!format.isInt()) {
        throw LabException.failed(
            "%s has no format number, wanted a baseline of the gate. %s"
                .formatted(file, makeOne()));
      }
      if (format.intValue() != FORMAT) {
        throw LabException.failed(
            "%s has format %d, and this version of the lab reads format %d. %s%s"
                .formatted(
                    file,
                    format.intValue(),
                    FORMAT,
                    format.intValue() > FORMAT ? "Update the lab, or replace the file. " : "",
                    makeOne()));
      }
      Baseline baseline = JSON.treeToValue(tree, Baseline.class);
      requireRuns(file, baseline);
      return baseline;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String line = at == null || at.getLineNr() < 1 ? "" : " line " + at.getLineNr();
      throw LabException.failed(
          "%s%s is damaged: %s. Take it from version control again, or make a new one. %s"
              .formatted(file, line, plain(e.getOriginalMessage()), makeOne()),
          e);
    }
  }

  /** Without what is of use only to somebody who reads this class. */
  private static String plain(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceAll(" \\(index \\d+\\).*| \\(class .*|[.\\s]+$", "")
        .replace("creator property", "property");
  }

  private static void requireRuns(String file, Baseline baseline) {
    boolean times = baseline.timesSec().stream().allMatch(t -> t != null && t > 0 && t < 1e9);
    if (baseline.timesSec().isEmpty() || !times || baseline.cores() < 1) {
      throw LabException.failed(
          "%s has times_sec %s and cores %d, wanted times above 0 and at least one core. %s"
              .formatted(file, baseline.timesSec(), baseline.cores(), makeOne()));
    }
  }

  private static String makeOne() {
    return "Run: " + Launcher.command("gate save");
  }

  /** The text of the file. */
  static String text(Baseline baseline) {
    try {
      return JSON.writeValueAsString(baseline) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the baseline into the workspace. */
  public static Path save(Workspace workspace, Baseline baseline) {
    Path file = place(workspace, baseline.model());
    AtomicFile.write(file, text(baseline));
    return file;
  }
}
