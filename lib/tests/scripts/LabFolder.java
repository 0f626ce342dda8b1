//SOURCES ../../project/FileTree.java
//SOURCES ../Command.java
//SOURCES ../QuickStart.java
//SOURCES ../../runs/RunLog.java
//SOURCES ../../spark/EvidenceFiles.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import project.FileTree;
import runs.Run;
import runs.RunLog;
import spark.EvidenceFiles;
import spark.RunEvidence;
import tests.Command;
import tests.QuickStart;

/**
 * A folder outside the checkout that commands work in, as a reader's who started them through the
 * catalog.
 *
 * @param path the folder
 */
record LabFolder(Path path) {
  /** What the small data set is asked for with: two days, five files each. */
  static final List<String> SMALL =
      List.of("--rows", "100k", "--customers", "1000", "--days", "2", "--files-per-day", "5");

  private static Path generated;

  /** This folder with the small data set in it, which is generated once. */
  static synchronized LabFolder withData(Path path) {
    try {
      if (generated == null) {
        Path folder = Files.createTempDirectory("lab");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileTree.delete(folder)));
        Command.Result result = new LabFolder(folder).generate();
        assertEquals(0, result.exitCode(), result.err());
        generated = folder;
      }
      copy(generated.resolve("data"), path.resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LabFolder(path);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Generates the small data set here, with more options after its own. */
  Command.Result generate(String... more) {
    Stream<String> words =
        Stream.of(Stream.of("generate_data"), SMALL.stream(), Stream.of(more)).flatMap(w -> w);
    return run(words.toArray(String[]::new));
  }

  /** An alias of the lab, here, whatever master the tests were started with. */
  Command command(String... words) {
    return QuickStart.of(words).in(path).with("SPARK_MASTER", "");
  }

  /** Runs an alias to its end. */
  Command.Result run(String... words) {
    return command(words).run();
  }

  /** What a command said on stderr, without JBang's own messages about building it. */
  static List<String> said(Command.Result result) {
    return result
        .err()
        .lines()
        .filter(line -> !line.startsWith("[jbang]") && !line.startsWith("Note: "))
        .filter(line -> !line.startsWith("Preparing a class-data archive"))
        .toList();
  }

  /** Exit code, one sentence on stderr that starts like this, no stack trace, no result. */
  static void assertRefused(int exitCode, String start, Command.Result result) {
    assertEquals(exitCode, result.exitCode(), result.err());
    List<String> said = said(result);
    assertEquals(1, said.size(), result.err());
    assertEquals(start, said.get(0).substring(0, Math.min(start.length(), said.get(0).length())));
    assertEquals("", result.out());
    assertFalse(result.err().contains("\tat "), result.err());
  }

  /** The run log, oldest first; a line that cannot be read fails the test. */
  List<Run> runs() {
    RunLog.Content content = new RunLog(path.resolve("ops/job_runs.csv")).read();
    assertEquals(List.of(), content.warnings());
    return content.runs();
  }

  /** What Spark said about a run; a file that cannot be read fails the test. */
  RunEvidence evidence(Run run) {
    EvidenceFiles.Found found = new EvidenceFiles(path.resolve("ops/events")).read(run.runId());
    return found.evidence().orElseThrow(() -> new AssertionError(found.problem()));
  }

  /** The published output of a variant. */
  Path output(String variant) {
    return path.resolve("data/silver/daily_sales").resolve(variant);
  }

  /** What lies beside the published output: its versions and what is being written. */
  List<String> versions(String variant, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(path.resolve("data/silver/daily_sales/." + variant))) {
      return files.map(f -> f.getFileName().toString()).filter(n -> n.startsWith(prefix)).toList();
    }
  }

  /** Every file below a folder with a checksum of its bytes. */
  static Map<String, Long> contents(Path folder) throws IOException {
    Map<String, Long> contents = new TreeMap<>();
    Path root = folder.toRealPath();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        contents.put(root.relativize(file).toString(), crc.getValue());
      }
    }
    return contents;
  }
}
