//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES ../../runs/CommandOptions.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import project.LabException;
import runs.CommandOptions;

/** Which two outputs are wrong to ask for, known before anything is run. */
class CommandOptionsTest {
  @Command
  private static final class Line {
    @Mixin CommandOptions commands;
  }

  @TempDir Path temp;

  /** {@code old} is there, {@code link} leads to it, {@code new} is not there yet. */
  @BeforeEach
  void folders() throws IOException {
    Files.createDirectories(temp.resolve("old/part"));
    Files.createSymbolicLink(temp.resolve("link"), temp.resolve("old"));
  }

  private boolean given(String a, String b) {
    Line line = new Line();
    new CommandLine(line)
        .parseArgs(
            "--a-cmd=true",
            "--b-cmd=true",
            "--output-a=" + temp.resolve(a),
            "--output-b=" + temp.resolve(b));
    return line.commands.given();
  }

  @ParameterizedTest
  @CsvSource({"old, new", "new, newer", "link, new/old"})
  void twoFoldersAreRight(String a, String b) {
    assertTrue(given(a, b));
  }

  @ParameterizedTest
  @CsvSource({
    "old, link",
    "link, old/part",
    "link/part, old",
    "new, new/day=1",
    "link/new, old/new",
    "., new",
  })
  void oneFolderOrOneInTheOtherIsRefused(String a, String b) {
    LabException e = assertThrows(LabException.class, () -> given(a, b));
    assertEquals(LabException.USAGE, e.exitCode());
    assertEquals(
        ("--output-a %s and --output-b %s are one folder, or one lies in the other: each command"
                + " needs a folder of its own")
            .formatted(temp.resolve(a), temp.resolve(b)),
        e.getMessage());
  }

  @Test
  void theSamePathTwiceIsNamedOnce() {
    LabException e = assertThrows(LabException.class, () -> given("new", "old/../new"));
    assertTrue(e.getMessage().startsWith("--output-a and --output-b are both "), e.getMessage());
  }
}
