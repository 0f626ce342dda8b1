//SOURCES ../project/AtomicFile.java
package runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import project.AtomicFile;

/**
 * The Spark settings that runs were started with, {@code ops/settings/<conf_hash>.conf} in Spark's
 * own format: what the {@code conf_hash} of the run log stands for.
 *
 * @param folder of the files; it need not exist
 */
public record SettingsFiles(Path folder) {
  /** What nobody should find in a file, by Spark's own default of spark.redaction.regex. */
  private static final Pattern SECRET = Pattern.compile("(?i)secret|password|token|access[.]key");

  /** Writes the settings down, unless they are; a full disk is for the run to notice. */
  public void keep(String hash, Map<String, String> settings) {
    if (Files.exists(file(hash))) {
      return;
    }
    String text =
        shown(settings).entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      AtomicFile.write(file(hash), "# Of the runs with conf_hash %s.\n%s".formatted(hash, text));
    } catch (UncheckedIOException explainsOnly) {
      // A difference is noticed without them, and not named.
    }
  }

  /** The settings, as {@link #shown}; empty when they were not written down. */
  public Optional<Map<String, String>> read(String hash) {
    try {
      Map<String, String> settings = new TreeMap<>();
      for (String line : Files.readAllLines(file(hash))) {
        String[] parts = line.split(" ", 2);
        if (!line.startsWith("#") && parts.length == 2) {
          settings.put(parts[0], parts[1]);
        }
      }
      return Optional.of(settings);
    } catch (IOException notThere) {
      return Optional.empty();
    }
  }

  /** Settings as a file holds them: each on a line of its own, and no secret. */
  static Map<String, String> shown(Map<String, String> settings) {
    Map<String, String> shown = new TreeMap<>();
    settings.forEach(
        (key, value) ->
            shown.put(
                key,
                SECRET.matcher(key).find() ? "(redacted)" : value.strip().replaceAll("\\R", " ")));
    return shown;
  }

  private Path file(String hash) {
    return folder.resolve(hash + ".conf");
  }
}
