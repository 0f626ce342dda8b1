//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES TwoCommands.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.scripts.LabFolder.assertRefused;
import static tests.scripts.TwoCommands.NEW;
import static tests.scripts.TwoCommands.OLD;
import static tests.scripts.TwoCommands.words;

import compare.Parity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tests.Command;

/** The outputs of two commands, compared after each round. */
@Tag("cli")
@Timeout(240)
class ComparedOutputsTest {
  @TempDir Path temp;
  private TwoCommands two;
  private LabFolder lab;

  @BeforeEach
  void inAnEmptyFolder() {
    two = new TwoCommands(temp);
    lab = two.lab();
  }

  @Test
  void anotherAnswerIsFoundWhateverTheSpeed() {
    String leaving = "sleep 4 & " + NEW.replace("1,a", "1,A");
    Command.Result result = lab.run(words(OLD, leaving, "--pairs", "1"));
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(result.err().contains("the outputs differ"), result.err());
    assertTrue(result.err().contains("warning: The command of b is over, and"), result.err());
    assertFalse(result.err().contains("The command of a is over"), result.err());
    String sentence = result.out().lines().reduce((first, last) -> last).orElseThrow();
    assertTrue(sentence.startsWith("The outputs of commands DIFFER"), sentence);
    assertTrue(sentence.contains("[1,A]"), sentence);
    assertEquals(1, two.runs().complete().size());
    assertFalse(two.parities().get(1).identical());
    assertTrue(two.parities().get(1).checks().stream().anyMatch(c -> c.detail().contains("[1,A]")));
  }

  @Test
  void oneFolderUnderTwoNamesIsNotComparedWithItself() throws IOException {
    Path old = Files.createDirectories(temp.resolve("old"));
    Files.createSymbolicLink(temp.resolve("new"), old);
    assertRefused(
        2,
        "error: --output-a old and --output-b new are one folder, or one lies in the other",
        lab.run(words(OLD, OLD, "--pairs", "1")));
    Files.delete(temp.resolve("new"));
    Command.Result linkedLater =
        lab.run(words(OLD, "rm -rf new; ln -s old new; touch old/*", "--pairs", "1"));
    assertEquals(1, linkedLater.exitCode(), linkedLater.err());
    assertTrue(linkedLater.err().contains(" are one folder, or one lies in"), linkedLater.err());
  }

  @Test
  void anOutputThatTheOtherCommandRemovesIsMissed() {
    Command.Result result = lab.run(words(OLD, "rm -r old; " + NEW, "--pairs", "1"));
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(result.err().contains("error: The output of a is gone since its run"), result.err());
    assertTrue(result.err().strip().endsWith(" --key k --pairs 1"), result.err());
  }

  @Test
  void outputsThatCannotBeComparedStopTheExperiment() {
    String[] words = words(OLD, NEW, "--pairs", "1", "--name", "mine, too");
    words[List.of(words).indexOf("--key") + 1] = "nosuch";
    Command.Result result = lab.run(words);
    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("--key nosuch is not a column"), result.err());
    assertTrue(result.err().contains("error: The outputs could not be compared"), result.err());
    assertFalse(result.err().contains("parity --help"), result.err());
    assertTrue(result.err().strip().endsWith(" --pairs 1 --name 'mine, too'"), result.err());
  }

  /** And a typo afterwards does not take the place of what was stopped. */
  @Test
  void aRoundThatWasNotComparedIsRunAgain() {
    String spoilt = "echo . >> count; test $(wc -l < count) -ne 2 || echo x > new/z.parquet";
    String b = "rm -f new/*.parquet; %s; %s".formatted(NEW, spoilt);
    Command.Result stopped = lab.run(words(OLD, b, "--pairs", "1"));
    assertEquals(1, stopped.exitCode(), stopped.err());
    String id = two.runs().plan().id();
    String next = " experiment --resume " + id;
    assertTrue(stopped.err().strip().endsWith(next), stopped.err());
    assertEquals(1, two.parities().size(), "the warm-up's");

    Command.Result typo = lab.run(words(OLD, "fasle"));
    assertEquals(1, typo.exitCode(), typo.err());
    assertFalse(typo.err().strip().endsWith(next), typo.err());

    Command.Result resumed = lab.run("experiment", "--resume");
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertTrue(resumed.err().contains("Going on with " + id), resumed.err());
    assertEquals(3, two.parities().size());
    assertTrue(two.parities().stream().allMatch(Parity::identical));
    assertEquals(
        2,
        lab.runs().stream()
            .filter(r -> r.experiment().equals(id))
            .filter(r -> r.variant().equals("b"))
            .filter(r -> !r.warmUp())
            .count());
    assertRefused(
        1, "error: Experiment " + id + " is not one that", lab.run("experiment", "--resume", id));
  }
}
