package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import project.Launcher;
import tests.Command;

/** Commands that are stopped by a signal. */
@Timeout(60)
class InterruptionTest {
  @TempDir Path temp;
  Path err;

  @BeforeEach
  void name() {
    err = temp.resolve("err");
  }

  /** The exit code of a command that was sent a signal once it had said that it waits. */
  private int interrupt(String signal, Command command) throws Exception {
    Process process = command.heedingCtrlC().start(err);
    while (!Files.exists(err) || !Files.readString(err).contains("waiting\n")) {
      assertTrue(process.isAlive());
      Thread.sleep(10);
    }
    Command.of("kill", signal, Long.toString(process.pid())).run();
    return process.waitFor();
  }

  private String said() throws IOException {
    return Files.readString(err).replaceFirst("^waiting\n", "");
  }

  @ParameterizedTest
  @CsvSource({"-INT, 130", "-TERM, 143"})
  void oneSentenceSaysWhatIsThereAndHowToRunItAgain(String signal, int exitCode) throws Exception {
    assertEquals(exitCode, interrupt(signal, Command.java(Waiting.class, "--what", "it's 1")));
    String again = Launcher.command("waiting --what 'it'\\''s 1'");
    assertEquals("Interrupted. First. Second. Run again: " + again + "\n", said());
  }

  @Test
  void theNextCommandComesLast() throws Exception {
    interrupt("-TERM", Command.java(Waiting.class, "--next", "To go on: waiting --resume"));
    assertEquals("Interrupted. First. Second. To go on: waiting --resume\n", said());
  }

  /** Of two processes that Ctrl-C reaches, the one that was typed speaks. */
  @Test
  void aJvmThatAnotherCommandStartedTidiesUpInSilence() throws Exception {
    Path tidied = temp.resolve("tidied");
    Command child = Command.java(Waiting.class, "--tidied", tidied.toString());
    assertEquals(143, interrupt("-TERM", child.withFlag("-Dlab.run.id=x")));
    assertEquals("", said());
    assertTrue(Files.exists(tidied));
  }

  @Test
  void whatFailsBecauseOfItSaysNothing() throws Exception {
    assertEquals(143, interrupt("-TERM", Command.java(Waiting.class, "--fail")));
    assertEquals(1, said().lines().count(), said());
    assertTrue(said().startsWith("Interrupted. "), said());
  }

  @Test
  void theEndOfACommandIsNoInterruption() {
    assertEquals(
        new Command.Result(0, "", "waiting\n"), Command.java(Waiting.class, "--ends").run());
  }
}
