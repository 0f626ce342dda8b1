package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tests.Command;

/** scripts/jbangw on machines that lack one thing or another. */
@Tag("cli")
class JbangwTest {
  private static final String JAR = "jbang-cli-0.132.1-all.jar";

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

  @TempDir Path temp;
  Path bin;
  Path cache;

  @BeforeEach
  void prepare() throws IOException {
    bin = Files.createDirectory(temp.resolve("bin"));
    cache = temp.resolve("cache");
    for (String tool : TOOLS) {
      Optional<Path> installed = installed(tool);
      if (installed.isPresent()) {
        stand(tool, installed.get());
      }
    }
  }

  static Optional<Path> installed(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  void program(String name, String body) throws IOException {
    String bash = installed("bash").orElseThrow().toString();
    Path file = Files.writeString(bin.resolve(name), "#!" + bash + "\n" + body);
    assertTrue(file.toFile().setExecutable(true));
  }

  /** Puts a program on the PATH that runs another; a link would point out of the test's folder. */
  void stand(String name, Path program) throws IOException {
    program(name, "exec '" + program + "' \"$@\"\n");
  }

  void withJava() throws IOException {
    stand("java", Path.of(System.getProperty("java.home"), "bin/java"));
  }

  /** A Maven that takes a while and then delivers the jar of this machine. */
  void withMaven() throws IOException {
    program("mvn", OUTPUT_DIRECTORY + "sleep 0.5; cp '" + machinesJar() + "' \"$d\"\n");
  }

  static Path machinesJar() {
    String folder = System.getenv("XDG_CACHE_HOME");
    Path jar =
        (folder == null ? Path.of(System.getenv("HOME"), ".cache") : Path.of(folder))
            .resolve("spark-tuning-lab")
            .resolve(JAR);
    assumeTrue(Files.exists(jar), "JBang was installed on this machine, jbangw did not fetch it");
    return jar;
  }

  Command jbangw(String... arguments) {
    return Command.lab(arguments)
        .in(temp)
        .with("PATH", bin.toString())
        .with("JAVA_HOME", "")
        .with("JBANG_DIR", "")
        .with("HOME", temp.toString())
        .with("XDG_CACHE_HOME", cache.toString());
  }

  /** Exit code 1, one line on stderr, nothing on stdout, nothing left in the cache. */
  void failsWith(String sentence) throws IOException {
    Command.Result result = jbangw("version").run();
    List<String> lines =
        result.err().lines().filter(line -> !line.startsWith("Fetching ")).toList();
    assertEquals(1, lines.size(), result.err());
    assertTrue(lines.get(0).startsWith("error: " + sentence), result.err());
    assertTrue(lines.get(0).contains("jbangw"), result.err());
    assertEquals("", result.out());
    assertEquals(1, result.exitCode());
    assertEquals(List.of(), cached());
  }

  List<String> cached() throws IOException {
    if (!Files.isDirectory(cache.resolve("spark-tuning-lab"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache.resolve("spark-tuning-lab"))) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void noJava() throws IOException {
    failsWith("Found no Java in JAVA_HOME or on PATH, wanted a JDK 17. Install one ");
  }

  @Test
  void aJavaThatOnlySaysThatThereIsNone() throws IOException {
    program("java", "echo 'Unable to locate a Java Runtime.' >&2; exit 1\n");
    failsWith("Found no Java in JAVA_HOME or on PATH, wanted a JDK 17. Install one ");
  }

  @Test
  void neitherJbangNorMaven() throws IOException {
    withJava();
    failsWith("Found neither jbang nor mvn on PATH, wanted one of them to start. ");
  }

  @Test
  void mavenWithoutNetwork() throws IOException {
    withJava();
    program("mvn", "echo '[ERROR] Unknown host somewhere.'; echo '[ERROR] more'; exit 1\n");
    failsWith("Maven could not fetch JBang 0.132.1: Unknown host somewhere. Check the network ");
  }

  @Test
  void aJarThatIsNotJbang() throws IOException {
    withJava();
    program("mvn", OUTPUT_DIRECTORY + "echo 'not a jar' >\"$d/" + JAR + "\"\n");
    failsWith("The JBang 0.132.1 that Maven fetched has SHA-256 ");
  }

  @Test
  void aCacheThatCannotBeWritten() throws IOException {
    withJava();
    program("mvn", "exit 0\n");
    Files.writeString(cache, "a file where a folder should be");
    failsWith("Cannot write to " + cache + "/spark-tuning-lab, wanted a folder to keep JBang in. ");
  }

  @Test
  void twoFirstStartsAtOnceBothWork() throws IOException, InterruptedException {
    withJava();
    withMaven();
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      starts.add(jbangw("version").start());
    }
    for (Process start : starts) {
      assertEquals(0, start.waitFor());
    }
    assertEquals(List.of(JAR), cached());
  }

  @Test
  void aSecondStartNeedsNoMavenAndSaysNothing() throws IOException {
    withJava();
    withMaven();
    assertEquals(0, jbangw("version").run().exitCode());
    Files.delete(bin.resolve("mvn"));
    assertEquals(new Command.Result(0, "0.132.1\n", ""), jbangw("version").run());
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

  /** The stack trace of a Java too old for JBang, and what JBang says when it finds no JDK 17. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java version \"1.7.0_80\"              | 1"
            + " | Error: A JNI error has occurred, please check your installation\\n"
            + "Exception in thread \"main\" java.lang.UnsupportedClassVersionError: Main\\n"
            + "\\tat java.lang.ClassLoader.defineClass1(Native Method)\\n",
        "openjdk version \"1.8.0_402\"          | 1"
            + " | Exception in thread \"main\" java.lang.NoSuchMethodError: x\\n\\tat Main.main()",
        "openjdk version \"11.0.24\" 2024-07-16 | 4"
            + " | [jbang] [ERROR] No suitable JDK was found for requested version: 17\\n"
            + "[jbang] Run with --verbose for more details.\\n",
        "openjdk version \"25.0.1\"             | 4"
            + " | [jbang] [ERROR] No suitable JDK was found for requested version: 17\\n",
      })
  void anotherJavaAndNoWayToGet17IsOneSentence(String version, int exitCode, String said)
      throws IOException {
    withJava(version, said, exitCode);
    Command.Result result = jbangw("version").run();
    assertEquals(1, result.exitCode());
    assertEquals("", result.out());
    List<String> lines = result.err().lines().filter(l -> !l.startsWith("Fetching ")).toList();
    assertEquals(1, lines.size(), result.err());
    String found = "error: Found %s (%s/java), wanted a JDK 17; ".formatted(version, bin);
    assertTrue(lines.get(0).startsWith(found), result.err());
    assertTrue(lines.get(0).contains(" let JAVA_HOME name it, then run again: "), result.err());
  }

  /** JBang, which runs on any Java from 8 on, finds or fetches the 17. */
  @Test
  void anotherJavaIsNoTroubleWhenJbangGets17() throws IOException {
    withJava("openjdk version \"11.0.24\"", "[jbang] Downloading JDK 17.\\n", 255);
    program("the-script", "echo 'it runs'\n");
    Command.Result result = jbangw("version").run();
    assertEquals("it runs\n", result.out());
    assertTrue(result.err().endsWith("[jbang] Downloading JDK 17.\n"), result.err());
    assertEquals(0, result.exitCode());
  }

  /** Whatever else JBang says goes through unchanged, on any Java. */
  @ParameterizedTest
  @CsvSource({"openjdk version \"11.0.24\"", "openjdk version \"17.0.15\" 2025-04-15"})
  void otherTroubleIsJbangsToTell(String version) throws IOException {
    String said =
        "[jbang] [ERROR] Script or alias could not be found\\n[jbang] Run with --verbose x";
    withJava(version, said, 2);
    Command.Result result = jbangw("version").run();
    assertEquals(2, result.exitCode());
    assertEquals("the-script\n", result.out());
    assertTrue(result.err().strip().endsWith(said.replace("\\n", "\n")), result.err());
  }

  @Test
  void anInstalledJbangIsPreferred() throws IOException {
    program("jbang", "echo \"installed: $*\"\nexit 7\n");
    assertEquals(
        new Command.Result(7, "installed: version --verbose\n", ""),
        jbangw("version", "--verbose").run());
  }

  @Test
  void aLinkToItselfIsNotAnInstalledJbang() throws IOException {
    Path self = Command.checkout().resolve("scripts/jbangw");
    Path link = Files.createSymbolicLink(bin.resolve("jbang"), self);
    failsWith("Found no Java ");
    Files.delete(link);
  }

  @Test
  void argumentsInputAndExitCodeGoThroughUnchanged() throws IOException {
    withJava();
    withMaven();
    Path script =
        Files.writeString(
            temp.resolve("Echo.java"),
"""
            //JAVA 17
            import java.util.List;
import java.util.Optional;
            class Echo {
              public static void main(String... args) throws Exception {
                System.out.println(List.of(args) + new String(System.in.readAllBytes()));
                System.exit(42);
              }
            }
""");
    Command echo = jbangw(script.toString(), "a b", "$HOME", "*", "it's", "\"x\"", "--rows=1");
    Command.Result result = echo.with("PATH", bin + ":" + System.getenv("PATH")).run("from stdin");
    assertEquals("[a b, $HOME, *, it's, \"x\", --rows=1]from stdin\n", result.out());
    assertEquals(42, result.exitCode());
  }

  @Test
  void fromAnyOtherFolderTheAliasesWorkAndTheFolderStays() {
    Command.Result result = Command.lab("test", "--list").in(temp).run();
    assertEquals(1, result.exitCode(), result.err());
    String launcher = Command.checkout().resolve("scripts/jbangw").toString();
    String last = result.err().lines().reduce((a, b) -> b).orElse("");
    assertTrue(last.contains(" and " + temp + " is not inside a checkout "), last);
    assertTrue(last.endsWith(" and run: " + launcher + " test"), last);
    assertFalse(Files.exists(temp.resolve("ops")));
  }

  @Test
  void belowTheRootTheAliasesWork() {
    Command.Result result =
        Command.lab("test", "--list", "--only", "belowTheRoot")
            .in(Command.checkout().resolve("lib/tests"))
            .run();
    assertEquals(0, result.exitCode(), result.err());
    assertEquals("scripts.JbangwTest.belowTheRootTheAliasesWork()  [cli]\n", result.out());
  }
}
