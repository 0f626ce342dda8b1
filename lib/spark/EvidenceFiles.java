//DEPS com.fasterxml.jackson.core:jackson-databind:2.15.2
//SOURCES RunEvidence.java
//SOURCES ../project/AtomicFile.java
package spark;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import project.AtomicFile;

/**
 * {@code ops/events/<run_id>.json}: the evidence about every run, a file each. Reading needs no
 * Spark.
 *
 * @param folder which need not exist yet
 */
public record EvidenceFiles(Path folder) {
  /** Goes up when a reader of the old form would misunderstand the new one. */
  private static final int SCHEMA = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .serializationInclusion(JsonInclude.Include.NON_EMPTY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** A whole file. */
  private record Content(int schema, RunEvidence evidence) {}

  /**
   * What was found of a run.
   *
   * @param problem one sentence why there is no evidence, empty if there is
   */
  public record Found(Optional<RunEvidence> evidence, String problem) {
    private static Found none(String problem, Object... values) {
      return new Found(Optional.empty(), problem.formatted(values));
    }
  }

  /**
   * Keeps the evidence about a run.
   *
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  public void write(String runId, RunEvidence evidence) {
    AtomicFile.write(
        file(runId),
        temporary -> JSON.writeValue(temporary.toFile(), new Content(SCHEMA, evidence)));
  }

  /** The evidence about a run, if there is any that can be read. */
  public Found read(String runId) {
    Path file = file(runId);
    try {
      Content content = JSON.readValue(Files.readString(file), Content.class);
      if (content == null || content.schema() != SCHEMA || content.evidence() == null) {
        return Found.none("%s is not evidence that this version of the lab can read", file);
      }
      return new Found(Optional.of(content.evidence()), "");
    } catch (NoSuchFileException e) {
      return Found.none("there is no %s", file);
    } catch (JsonProcessingException e) {
      return Found.none("%s is damaged or not evidence of the lab", file);
    } catch (IOException e) {
      return Found.none("%s cannot be read: %s", file, e.getMessage());
    }
  }

  private Path file(String runId) {
    return folder.resolve(runId + ".json");
  }
}
