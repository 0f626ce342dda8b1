package tests.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import project.Cli;
import project.Launcher;
import tests.Command;

class CliTest {
  private static final String RED_ERROR = "\u001b[";

  /** The exit code and what was said on stderr. */
  private record Ended(int exitCode, String err) {}

  private static Ended run(String... args) {
    PrintStream before = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return new Ended(Cli.run(new Obstacle(), args), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setErr(before);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failed  | 1 | No data in data/raw. Run: jbang generate_data",
        "runtime | 1 | obstacle failed unexpectedly: IllegalStateException: first line."
            + " Run it again with --stacktrace to see where.",
        "checked | 1 | obstacle failed unexpectedly: Exception: checked."
            + " Run it again with --stacktrace to see where.",
        "silent  | 1 | obstacle failed unexpectedly: NullPointerException: null."
            + " Run it again with --stacktrace to see where.",
        "error   | 1 | obstacle failed unexpectedly: OutOfMemoryError: Java heap space."
            + " Run it again with --stacktrace to see where.",
        "denied  | 1 | obstacle failed on ops/report.md (AccessDeniedException)."
            + " Make sure that it can be read and written and the disk has space,"
            + " then run it again.",
        "full    | 1 | obstacle failed on ops/x (No space left on device)."
            + " Make sure that it can be read and written and the disk has space,"
            + " then run it again.",
      })
  void aFailureIsOneSentence(String how, int exitCode, String sentence) {
    assertEquals(new Ended(exitCode, "error: " + sentence + "\n"), run("--how", how));
  }

  @ParameterizedTest
  @ValueSource(strings = {"failed", "runtime", "error"})
  void theTraceIsShownWhenAskedFor(String how) {
    Ended ended = run("--how", how, "--stacktrace");
    assertEquals(1, ended.exitCode());
    assertTrue(ended.err().contains("\tat tests.project.Obstacle.call("), ended.err());
    assertTrue(ended.err().lines().reduce((a, b) -> b).orElse("").startsWith("error: "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nosuch   | Unknown option: '--nosuch'.",
        "stray      | Unmatched argument at index 0: 'stray'.",
        "--rows=abc | Invalid value for option '--rows': 'abc' is not an int.",
        "--only=[   | Invalid value for option '--only': cannot convert '[' to Pattern"
            + " (Unclosed character class near index 0 [ ^).",
        "--conf=x   | Value for option '--conf' (KEY=VALUE) should be in KEY=VALUE format but was x.",
        "--how=usage | --rows is 0, wanted at least 1.",
        "--unit=day | Invalid value for option '--unit': expected one of [long_hour, second]"
            + " but was 'day'.",
        "--how      | Missing required parameter for option '--how' (<how>).",
      })
  void badUsageIsOneLineThatNamesTheHelp(String argument, String sentence) {
    String help = " See: " + Launcher.command("obstacle --help") + "\n";
    assertEquals(new Ended(2, "error: " + sentence + help), run(argument));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--rows 5 lower --stacktrace"
            + " | --rows stands before lower, wanted after it: jbang obstacle lower --rows 5 --stacktrace.",
        "--how usage lower | --how does not go with lower.",
      })
  void anOptionOfTheCommandAboveIsNotPassedOver(String line, String sentence) {
    String help = " See: " + Launcher.command("obstacle lower --help") + "\n";
    String wanted = sentence.replace("jbang obstacle", Launcher.command("obstacle"));
    assertEquals(new Ended(2, "error: " + wanted + help), run(line.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lower --rows 5", "--stacktrace lower"})
  void theCommandBelowRunsWithItsOwnOptions(String line) {
    assertEquals(new Ended(0, ""), run(line.split(" ")));
  }

  @Test
  void successSaysNothingOnStandardError() {
    Command.Result result = Command.java(Obstacle.class).run();
    assertEquals(new Command.Result(0, "done\n", ""), result);
  }

  @Test
  void theExitCodeReachesTheShell() {
    Command.Result result = Command.java(Obstacle.class, "--how", "usage").run();
    String help = Launcher.command("obstacle --help");
    assertEquals(
        new Command.Result(2, "", "error: --rows is 0, wanted at least 1. See: " + help + "\n"),
        result);
  }

  /** The obstacle with its standard output going where the shell says. */
  private static Command.Result redirected(String redirection, String... args) {
    List<String> words = new ArrayList<>(List.of("bash", "-c"));
    words.add("set -o pipefail; \"$@\" " + redirection);
    words.add("bash");
    words.addAll(Command.java(Obstacle.class, args).words());
    return Command.of(words.toArray(String[]::new)).run();
  }

  @ParameterizedTest
  @CsvSource({"done, 1", "usage, 2"})
  void aResultThatCannotBeWrittenIsAFailure(String how, int exitCode) {
    assumeTrue(Files.exists(Path.of("/dev/full")), "a device of Linux");
    Command.Result result = redirected("> /dev/full", "--how", how);
    assertEquals(exitCode, result.exitCode(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertEquals(
        how.equals("done"),
        result
            .err()
            .equals(
                "error: obstacle failed on standard output (No space left on device). Make sure"
                    + " that it can be written and the disk has space, then run it again.\n"),
        result.err());
  }

  /** {@code command | head -1} */
  @Test
  void aReaderWhoHasSeenEnoughIsNoFailure() {
    assertEquals(new Command.Result(0, "", ""), redirected("| true"));
  }

  @Test
  void colourIsForTerminalsAndNeverAgainstNoColor() {
    Command failing = Command.java(Obstacle.class, "--how", "failed").with("NO_COLOR", "");
    Command forced = failing.with("CLICOLOR_FORCE", "1");
    assertTrue(forced.run().err().startsWith(RED_ERROR));
    for (Command plain : List.of(failing, forced.with("NO_COLOR", "1"))) {
      assertFalse(plain.run().err().contains(RED_ERROR));
    }
  }
}
