//SOURCES ../project/AtomicFile.java
package runs;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import project.AtomicFile;

/**
 * A small file in {@code ops/running/} that exists exactly while a run is under way. Its age since
 * the last touch is the run's last sign of life, so that a run whose process was killed is neither
 * lost nor left open.
 *
 * @param file the marker
 * @param start what was known when the run started
 */
record RunningMarker(Path file, RunStart start) {

  /** Creates the marker of a run in {@code folder}. */
  static RunningMarker create(Path folder, RunStart start) {
    Path file = folder.resolve(start.runId() + ".properties");
    AtomicFile.write(file, start.toText());
    return new RunningMarker(file, start);
  }

  /** The markers in {@code folder} whose process is gone. */
  static List<RunningMarker> abandoned(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(".properties"))
          .sorted()
          .map(RunningMarker::read)
          .flatMap(Optional::stream)
          .filter(m -> !m.start.isAlive())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when the run ended in this very moment, or the file is not a marker. */
  static Optional<RunningMarker> read(Path file) {
    Properties p = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      p.load(in);
      return Optional.of(new RunningMarker(file, RunStart.from(p)));
    } catch (IOException | RuntimeException gone) {
      return Optional.empty();
    }
  }

  /** Says that the run is still alive. */
  void touch() {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException gone) {
      // The run has just ended, or the disk is full: the run itself will say so.
    }
  }

  /** When the run last gave a sign of life. */
  Instant lastSeen() {
    try {
      Instant touched = Files.getLastModifiedTime(file).toInstant();
      return touched.isBefore(start.startTime()) ? start.startTime() : touched;
    } catch (IOException gone) {
      return start.startTime();
    }
  }

  void remove() {
    file.toFile().delete();
  }
}
