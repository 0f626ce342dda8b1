//SOURCES ../project/AtomicFile.java
//SOURCES ../sales/DataVersion.java
package runs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import project.AtomicFile;
import sales.DataVersion;

/**
 * The note a run leaves inside its output: which run wrote it, over which data. Spark does not see
 * files whose name starts with an underscore.
 */
record RunFolder(Path folder, String runId, String variant, DataVersion data) {
  private static final String NOTE = "_run.properties";

  void save() {
    Map<String, Object> p = new TreeMap<>(Map.of("run_id", runId, "variant", variant));
    data.put(p);
    AtomicFile.write(
        folder.resolve(NOTE),
        p.entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining()));
  }

  /** The output in {@code folder}, as it is now: a later publication does not change it. */
  static Optional<RunFolder> in(Path folder) {
    Properties p = new Properties();
    try {
      Path version = folder.toRealPath();
      p.load(new StringReader(Files.readString(version.resolve(NOTE))));
      return Optional.of(
          new RunFolder(
              version, p.getProperty("run_id"), p.getProperty("variant"), DataVersion.in(p)));
    } catch (IOException | RuntimeException none) {
      return Optional.empty();
    }
  }
}
