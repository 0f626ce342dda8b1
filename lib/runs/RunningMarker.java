//SOURCES CommandProcesses.java
//SOURCES RunCsv.java
//SOURCES RunProcess.java
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
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import project.AtomicFile;

/**
 * A small file in {@code ops/running/} that exists from a run's start until its line is in the log.
 * It holds that line as far as it is known, so that a run whose process was killed is neither lost
 * nor left open, and one that ended while the log could not be written keeps how it ended. The
 * file's age since the last touch is the run's last sign of life.
 *
 * @param file the marker
 * @param output where the run publishes; empty for a command, which writes there by itself
 * @param process in which the run lives
 * @param command that it runs, a process of its own; empty for a job, or before it has started
 * @param ended whether {@code run} is how the run ended; otherwise it is how it would stand in the
 *     log if its process were gone now
 * @param run the line
 */
record RunningMarker(
    Path file,
    Optional<Path> output,
    RunProcess process,
    Optional<RunProcess> command,
    boolean ended,
    Run run) {

  /** Before the properties of a command's process. */
  private static final String COMMAND = "command_";

  /** The marker of {@code run}, which lives in this process. */
  static RunningMarker of(Path folder, Optional<Path> output, Run run) {
    Path file = folder.resolve(run.runId() + ".properties");
    return new RunningMarker(file, output, RunProcess.self(), Optional.empty(), false, run);
  }

  /** The same marker with what is known now. */
  RunningMarker with(Run known, boolean ended) {
    return new RunningMarker(file, output, process, command, ended, known);
  }

  /** The same marker of a run whose command has started. */
  RunningMarker runs(RunProcess started) {
    return new RunningMarker(file, output, process, Optional.of(started), ended, run);
  }

  /** What the run's command started; empty for a job, which ends with its parent. */
  Optional<CommandProcesses> startedBy() {
    return output.isPresent()
        ? Optional.empty()
        : Optional.of(new CommandProcesses(run.runId(), command));
  }

  /** Writes the file, whole or not at all. */
  void save() {
    Map<String, Object> p = new TreeMap<>(RunCsv.toValues(run));
    p.put("output", output.map(Path::toString).orElse(""));
    put(p, "", process);
    command.ifPresent(c -> put(p, COMMAND, c));
    p.put("ended", ended);
    AtomicFile.write(
        file,
        p.entrySet().stream()
            .map(e -> e.getKey() + "=" + escaped(e.getValue().toString()) + "\n")
            .collect(Collectors.joining()));
  }

  private static void put(Map<String, Object> p, String prefix, RunProcess process) {
    p.put(prefix + "pid", process.pid());
    p.put(prefix + "process_start", process.start());
  }

  private static RunProcess process(Properties p, String prefix) {
    return new RunProcess(
        Long.parseLong(p.getProperty(prefix + "pid")),
        Instant.parse(p.getProperty(prefix + "process_start")));
  }

  /** A backslash or a line break would be read as something else by {@link Properties}. */
  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replaceAll("\\R", " ");
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
          .filter(m -> !m.process.isAlive())
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
      Optional<RunProcess> command =
          p.containsKey(COMMAND + "pid") ? Optional.of(process(p, COMMAND)) : Optional.empty();
      boolean ended = Boolean.parseBoolean(p.getProperty("ended"));
      Run run = RunCsv.from(column -> p.getProperty(column, ""));
      Optional<Path> output =
          Optional.of(p.getProperty("output")).filter(path -> !path.isEmpty()).map(Path::of);
      return Optional.of(new RunningMarker(file, output, process(p, ""), command, ended, run));
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
      return touched.isBefore(run.startTime()) ? run.startTime() : touched;
    } catch (IOException gone) {
      return run.startTime();
    }
  }

  void remove() {
    file.toFile().delete();
  }
}
