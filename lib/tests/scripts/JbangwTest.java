package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

/** scripts/jbangw on machines that lack one thing or another. */
@Tag("cli")
class JbangwTest {
  @TempDir Path temp;
  BareMachine machine;

  @BeforeEach
  void prepare() throws IOException {
    machine = BareMachine.in(temp);
  }

  /** Exit code 1, one line on stderr, nothing on stdout, nothing left in the cache. */
  void failsWith(String sentence) throws IOException {
    Command.Result result = machine.jbangw("version").run();
    List<String> lines =
        result.err().lines().filter(line -> !line.startsWith("Fetching ")).toList();
    assertEquals(1, lines.size(), result.err());
    assertTrue(lines.get(0).startsWith("error: " + sentence), result.err());
    assertTrue(lines.get(0).contains("jbangw"), result.err());
    assertEquals("", result.out());
    assertEquals(1, result.exitCode());
    assertEquals(List.of(), machine.cached());
  }

  @Test
  void noJava() throws IOException {
    failsWith("Found no Java in JAVA_HOME or on PATH, wanted a JDK 17. Install one ");
  }

  @Test
  void aJavaThatOnlySaysThatThereIsNone() throws IOException {
    machine.program("java", "echo 'Unable to locate a Java Runtime.' >&2; exit 1\n");
    failsWith("Found no Java in JAVA_HOME or on PATH, wanted a JDK 17. Install one ");
  }

  @Test
  void neitherJbangNorMaven() throws IOException {
    machine.withJava();
    failsWith("Found neither jbang nor mvn on PATH, wanted one of them to start. ");
  }

  @Test
  void mavenWithoutNetwork() throws IOException {
    machine.withJava();
    machine.program("mvn", "echo '[ERROR] Unknown host somewhere.'; echo '[ERROR] more'; exit 1\n");
    failsWith("Maven could not fetch JBang 0.132.1: Unknown host somewhere. Check the network ");
  }

  @Test
  void aJarThatIsNotJbang() throws IOException {
    machine.withJava();
    machine.withMaven("echo 'not a jar' >\"$d/" + BareMachine.JAR + "\"\n");
    failsWith("The JBang 0.132.1 that Maven fetched has SHA-256 ");
  }

  @Test
  void aCacheThatCannotBeWritten() throws IOException {
    machine.withJava();
    machine.program("mvn", "exit 0\n");
    Files.writeString(machine.cache(), "a file where a folder should be");
    failsWith(
        "Cannot write to "
            + machine.cache()
            + "/spark-tuning-lab, wanted a folder to keep JBang in. ");
  }

  @Test
  void twoFirstStartsAtOnceBothWork() throws IOException, InterruptedException {
    machine.withJava();
    machine.withMaven();
    List<Process> starts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      starts.add(machine.jbangw("version").start());
    }
    for (Process start : starts) {
      assertEquals(0, start.waitFor());
    }
    assertEquals(List.of(BareMachine.JAR), machine.cached());
  }

  @Test
  void aSecondStartNeedsNoMavenAndSaysNothing() throws IOException {
    machine.withJava();
    machine.withMaven();
    assertEquals(0, machine.jbangw("version").run().exitCode());
    Files.delete(machine.bin().resolve("mvn"));
    assertEquals(new Command.Result(0, "0.132.1\n", ""), machine.jbangw("version").run());
  }

  @Test
  void anInstalledJbangIsPreferred() throws IOException {
    machine.program("jbang", "echo \"installed: $*\"\nexit 7\n");
    assertEquals(
        new Command.Result(7, "installed: version --verbose\n", ""),
        machine.jbangw("version", "--verbose").run());
  }

  @Test
  void aLinkToItselfIsNotAnInstalledJbang() throws IOException {
    Path self = Command.checkout().resolve("scripts/jbangw");
    Path link = Files.createSymbolicLink(machine.bin().resolve("jbang"), self);
    failsWith("Found no Java ");
    Files.delete(link);
  }

  @Test
  void argumentsInputAndExitCodeGoThroughUnchanged() throws IOException {
    machine.withJava();
    machine.withMaven();
    Path script =
        Files.writeString(
            temp.resolve("Echo.java"),
"""
            //JAVA 17
            import java.util.List;
            class Echo {
              public static void main(String... args) throws Exception {
                System.out.println(List.of(args) + new String(System.in.readAllBytes()));
                System.exit(42);
              }
            }
""");
    Command echo =
        machine.jbangw(script.toString(), "a b", "$HOME", "*", "it's", "\"x\"", "--rows=1");
    Command.Result result =
        echo.with("PATH", machine.bin() + ":" + System.getenv("PATH")).run("from stdin");
    assertEquals("[a b, $HOME, *, it's, \"x\", --rows=1]from stdin\n", result.out());
    assertEquals(42, result.exitCode());
  }

  /** Whatever is called like the alias there. */
  @Test
  void fromAnyOtherFolderTheAliasesWorkAndTheFolderStays() throws IOException {
    Files.createDirectory(temp.resolve("test"));
    Command.Result result = Command.lab("test", "--list").in(temp).run();
    assertEquals(1, result.exitCode(), result.err());
    String last = result.err().lines().reduce((a, b) -> b).orElse("");
    assertTrue(last.contains(" and " + temp + " is not inside a checkout "), last);
    assertTrue(last.endsWith(" cd into it, and run: scripts/jbangw test"), last);
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
