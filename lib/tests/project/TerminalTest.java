package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

class TerminalTest {
  @TempDir Path temp;

  @Test
  void aFileIsNone() {
    assertEquals("false", Command.java(ShowTerminal.class).run().out());
  }

  /** As in {@code command < file | less}: neither input nor output is one, and a reader waits. */
  @Test
  void standardErrorAloneIsEnough() throws IOException {
    Path out = temp.resolve("out");
    Command.Result result =
        Command.java(ShowTerminal.class).onATerminal("</dev/null >" + out).run();
    assumeTrue(result.exitCode() == 0, "no program makes a terminal here: " + result.err());
    assertEquals("true", Files.readString(out));
  }
}
