//SOURCES ../project/AtomicFile.java
package runs;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import project.AtomicFile;

/**
 * The note a run leaves inside its output: which run wrote it, over which data. Spark does not see
 * files whose name starts with an underscore.
 */
record RunFolder(Path folder, String runId, String variant, String dataFingerprint) {
  private static final String NOTE = "_run.properties";

  void save() {
    AtomicFile.write(
        folder.resolve(NOTE),
        "run_id=%s%nvariant=%s%ndata_fingerprint=%s%n".formatted(runId, variant, dataFingerprint));
  }

  /** The output in {@code folder}, as it is now: a later publication does not change it. */
  static Optional<RunFolder> in(Path folder) {
    Properties p = new Properties();
    try {
      Path version = folder.toRealPath();
      p.load(new StringReader(Files.readString(version.resolve(NOTE))));
      return Optional.of(
          new RunFolder(
              version,
              p.getProperty("run_id"),
              p.getProperty("variant"),
              p.getProperty("data_fingerprint")));
    } catch (IOException none) {
      return Optional.empty();
    }
  }
}
