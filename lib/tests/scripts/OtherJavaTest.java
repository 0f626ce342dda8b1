//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES BareMachine.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tests.Command;

/** scripts/jbangw on machines whose Java is not the 17 that the scripts ask for. */
@Tag("cli")
class OtherJavaTest {
  @TempDir Path temp;
  BareMachine machine;

  @BeforeEach
  void prepare() throws IOException {
    machine = BareMachine.in(temp);
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
    machine.withJava(version, said, exitCode);
    Command.Result result = machine.jbangw("version").run();
    assertEquals(1, result.exitCode());
    assertEquals("", result.out());
    List<String> lines = result.err().lines().filter(l -> !l.startsWith("Fetching ")).toList();
    assertEquals(1, lines.size(), result.err());
    String found = "error: Found %s (%s/java), wanted a JDK 17; ".formatted(version, machine.bin());
    assertTrue(lines.get(0).startsWith(found), result.err());
    assertTrue(lines.get(0).contains(" let JAVA_HOME name it, then run again: "), result.err());
  }

  /** JBang, which runs on any Java from 8 on, finds or fetches the 17. */
  @Test
  void anotherJavaIsNoTroubleWhenJbangGets17() throws IOException {
    machine.withJava("openjdk version \"11.0.24\"", "[jbang] Downloading JDK 17.\\n", 255);
    machine.program("the-script", "echo 'it runs'\n");
    Command.Result result = machine.jbangw("version").run();
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
    machine.withJava(version, said, 2);
    Command.Result result = machine.jbangw("version").run();
    assertEquals(2, result.exitCode());
    assertEquals("the-script\n", result.out());
    assertTrue(result.err().strip().endsWith(said.replace("\\n", "\n")), result.err());
  }
}
