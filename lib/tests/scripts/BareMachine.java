//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../Command.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tests.Command;

/**
 * What a machine without this and that looks like to scripts/jbangw.
 *
 * @param folder its home
 * @param bin all that is on its PATH
 * @param cache where jbangw keeps JBang
 */
record BareMachine(Path folder, Path bin, Path cache) {
  /** JBang as jbangw keeps it. */
  static final String JAR = "jbang-cli-0.132.1-all.jar";

  /** What jbangw itself calls, besides java, mvn and jbang. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cut",
          "dirname",
          "grep",
          "head",
          "mkdir",
          "mktemp",
          "mv",
          "rm",
          "sha256sum",
          "shasum",
          "cp",
          "sleep",
          "env");

  private static final String OUTPUT_DIRECTORY =
      "for a; do case $a in -DoutputDirectory=*) d=${a#*=};; esac; done\n";

  /** A machine with bash and its tools, and nothing else, in an empty folder. */
  static BareMachine in(Path folder) throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    BareMachine machine = new BareMachine(folder, bin, folder.resolve("cache"));
    for (String tool : TOOLS) {
      Optional<Path> installed = installed(tool);
      if (installed.isPresent()) {
        machine.stand(tool, installed.get());
      }
    }
    return machine;
  }

  private static Optional<Path> installed(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Puts a program on the PATH. */
  void program(String name, String body) throws IOException {
    String bash = installed("bash").orElseThrow().toString();
    Path file = Files.writeString(bin.resolve(name), "#!" + bash + "\n" + body);
    assertTrue(file.toFile().setExecutable(true));
  }

  /** Puts a program on the PATH that runs another; a link would point out of the test's folder. */
  void stand(String name, Path program) throws IOException {
    program(name, "exec '" + program + "' \"$@\"\n");
  }

  /** The java that these tests run on. */
  void withJava() throws IOException {
    stand("java", Path.of(System.getProperty("java.home"), "bin/java"));
  }

  /** A Maven that takes a while and then delivers the jar of this machine. */
  void withMaven() throws IOException {
    withMaven("sleep 0.5; cp '" + machinesJar() + "' \"$d\"\n");
  }

  /** A Maven that does something with the folder {@code $d} that it is to download to. */
  void withMaven(String body) throws IOException {
    program("mvn", OUTPUT_DIRECTORY + body);
  }

  private static Path machinesJar() {
    String folder = System.getenv("XDG_CACHE_HOME");
    Path jar =
        (folder == null ? Path.of(System.getenv("HOME"), ".cache") : Path.of(folder))
            .resolve("spark-tuning-lab")
            .resolve(JAR);
    assumeTrue(Files.exists(jar), "JBang was installed on this machine, jbangw did not fetch it");
    return jar;
  }

  /** scripts/jbangw on this machine. */
  Command jbangw(String... arguments) {
    return Command.lab(arguments)
        .in(folder)
        .with("PATH", bin.toString())
        .with("JAVA_HOME", "")
        .with("JBANG_DIR", "")
        .with("HOME", folder.toString())
        .with("XDG_CACHE_HOME", cache.toString());
  }

  /** A java of a version that says something on stderr and ends when it is to run JBang. */
  void withJava(String version, String said, int exitCode) throws IOException {
    withMaven();
    program(
        "java",
        """
        if [ "$1" = -version ]; then printf 'Picked up JAVA_TOOL_OPTIONS: -Da\n%s\n' >&2; exit 0; fi
        printf '%%b' '%s' >&2; printf 'the-script'; exit %d
        """
            .formatted(version, said, exitCode));
  }

  /** What jbangw has kept. */
  List<String> cached() throws IOException {
    if (!Files.isDirectory(cache.resolve("spark-tuning-lab"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache.resolve("spark-tuning-lab"))) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }
}
