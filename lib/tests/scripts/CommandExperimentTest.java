//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES TwoCommands.java
//SOURCES ../../runs/ExperimentPlan.java
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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import runs.ExperimentPlan;
import runs.ExperimentRuns.Round;
import runs.Run;
import runs.Status;
import tests.Command;

/** Experiments with two small shell commands, in an empty folder: no data of the lab are needed. */
@Tag("cli")
@Timeout(240)
class CommandExperimentTest {
  @TempDir Path temp;
  private TwoCommands two;
  private LabFolder lab;

  @BeforeEach
  void inAnEmptyFolder() {
    two = new TwoCommands(temp);
    lab = two.lab();
  }

  @Test
  void twoCommandsAlternateAndTheirOutputsAreCompared() {
    Command.Result result = lab.run(words(OLD, NEW, "--pairs", "2"));
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        List.of("a", "b", "a", "b", "b", "a"),
        lab.runs().stream().map(Run::variant).toList(),
        "the warm-up, then AB BA");
    assertEquals(2, two.runs().complete().size());
    assertTrue(lab.runs().stream().allMatch(r -> r.durationSec() > 0 && r.costEur() > 0));
    assertEquals(3, two.parities().size());
    assertTrue(two.parities().stream().allMatch(Parity::identical));
    Parity last = two.parities().get(2);
    assertEquals(
        List.of(lab.runs().get(5).runId(), lab.runs().get(4).runId()),
        List.of(last.leftRunId(), last.rightRunId()));
  }

  @Test
  void aFailedRunDropsItsRoundOnly() {
    String flaky = "echo . >> count; test $(wc -l < count) -ne 2 || exit 7; " + NEW;
    Command.Result result = lab.run(words(OLD, flaky, "--pairs", "2"));
    assertTrue(result.err().contains("failed: the command ended with exit code 7"), result.err());
    assertEquals(1, two.runs().complete().size());
    assertEquals(2, two.runs().complete().get(0).number());
    assertEquals("b", two.runs().dropped().get(0).failed().variant());
    assertEquals(Status.FAILED, two.runs().dropped().get(0).failed().status());
    String id = two.runs().plan().id();
    String next = "1 pair dropped; to make up for it: ";
    assertTrue(result.out().contains(next), result.out());

    assertRefused(1, "error: No experiment was stopped", lab.run("experiment", "--resume"));
    Command.Result madeUp = lab.run("experiment", "--resume", id);
    assertEquals(0, madeUp.exitCode(), madeUp.err());
    assertTrue(madeUp.err().contains("2 of 2 rounds over, 1 of them lost"), madeUp.err());
    assertEquals(List.of(2, 3), two.runs().complete().stream().map(Round::number).toList());
    assertEquals(1, two.runs().dropped().size());
    assertFalse(madeUp.out().contains(next), madeUp.out());
  }

  @Test
  void threeFailuresInARowAreNoAccident() {
    String once = "echo . >> count; test $(wc -l < count) -eq 1 || exit 7; " + NEW;
    Command.Result result = lab.run(words(OLD, once, "--pairs", "5"));
    assertEquals(1, result.exitCode(), result.err());
    assertTrue(result.err().contains("error: 3 rounds in a row failed"), result.err());
    assertEquals(3, two.runs().dropped().size());
  }

  @Test
  void aCommandThatWritesNothingIsNoSuccessWhateverWasThereBefore() throws IOException {
    Path earlier = Files.createDirectories(temp.resolve("new")).resolve("all.csv");
    Files.writeString(earlier, "k,v\n1,a\n2,b\n");
    assertTrue(earlier.toFile().setLastModified(System.currentTimeMillis() - 60_000));
    Command.Result result = lab.run(words(OLD, "true"));
    assertEquals(1, result.exitCode());
    assertTrue(result.err().contains("the command wrote nothing into"), result.err());
    assertTrue(result.err().contains("error: The warm-up run failed"), result.err());
    assertEquals(2, lab.runs().size());
  }

  @Test
  void halfACommandLineIsRefused() {
    assertRefused(
        2,
        "error: Without --b-cmd, --output-a, --output-b: two commands",
        lab.run("experiment", "--a-cmd", OLD));
    assertRefused(
        2,
        "error: --output-a and --output-b are both same",
        lab.run(
            "experiment",
            "--a-cmd",
            OLD,
            "--b-cmd",
            NEW,
            "--output-a",
            "same",
            "--output-b",
            "same"));
    assertRefused(2, "error: --warm does not go with --a-cmd", lab.run(words(OLD, NEW, "--warm")));
    assertRefused(
        2,
        "error: --pairs does not go with --resume",
        lab.run("experiment", "--resume", "--pairs", "9"));
    assertRefused(
        2,
        "error: --rows stands before ladder, wanted after it: ",
        lab.run("experiment", "--rows", "5M", "ladder"));
    assertEquals(List.of(), lab.runs());
  }

  @Test
  void theSameCommandTwiceAsksHowNoisyTheMachineIs() {
    String one = "mkdir -p $LAB_OUTPUT; printf 'k,v\\n1,a\\n' > $LAB_OUTPUT/all.csv";
    Command.Result result = lab.run(words(one, one, "--pairs", "1"));
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(ExperimentPlan.Kind.AA, two.runs().plan().kind());
    assertEquals(1, two.runs().complete().size());
  }

  /** Ctrl-C reaches the command and the lab at once; here the command is the first to notice. */
  @Test
  void ctrlCBreaksTheRoundOffWhoeverNoticesItFirst() {
    String stopped =
        "echo . >> count; test $(wc -l < count) -ne 2 || { kill -INT $PPID; exit 130; }";
    Command.Result result =
        lab.command(words(OLD, stopped + "; " + NEW, "--pairs", "2")).heedingCtrlC().run();
    assertEquals(130, result.exitCode(), result.err());
    assertTrue(
        result.err().contains("Interrupted. 0 of 2 rounds kept. To go on from there: "),
        result.err());
    assertFalse(result.err().contains("failed"), result.err());
    Run last = lab.runs().get(lab.runs().size() - 1);
    assertEquals(
        "b ABORTED interrupted", last.variant() + " " + last.status() + " " + last.error());

    Command.Result resumed = lab.run("experiment", "--resume");
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertEquals(2, two.runs().complete().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-TERM", "-KILL"})
  void whatWasStoppedGoesOn(String signal) throws Exception {
    String deaf = "(trap '' TERM; sleep 60; sleep 60) &";
    String slow = "test ! -f waiting || { %s sleep 60; }; %s".formatted(deaf, NEW);
    Process process =
        lab.command(
                words(
                    OLD,
                    "echo . >> count; test $(wc -l < count) -lt 3 || touch waiting; " + slow,
                    "--pairs",
                    "2"))
            .start();
    while (!Files.exists(temp.resolve("waiting"))) {
      assertTrue(process.isAlive(), "the experiment ended before it could be stopped");
      Thread.sleep(50);
    }
    String running = two.runs().plan().id();
    Command.Result second = lab.run("experiment", "--resume");
    assertEquals(1, second.exitCode());
    assertTrue(second.err().contains("error: Experiment " + running + " is running already, and"));

    Command.Result another = lab.run(words(OLD, NEW, "--pairs", "1"));
    assertEquals(1, another.exitCode());
    assertTrue(another.err().contains("error: Experiment " + running + " is running already, and"));

    List<ProcessHandle> started = process.descendants().toList();
    // No INT: shells make what they start in the background deaf to it.
    ProcessHandle java =
        started.stream()
            .filter(p -> p.info().command().orElse("").endsWith("java"))
            .findFirst()
            .orElse(process.toHandle());
    assertEquals(0, Command.of("kill", signal, Long.toString(java.pid())).run().exitCode());
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(1, two.runs().complete().size());
    assertFalse(two.runs().finished());
    Files.delete(temp.resolve("waiting"));
    Files.writeString(temp.resolve("count"), "");

    Command.Result resumed = lab.run("experiment", "--resume");
    assertEquals(0, resumed.exitCode(), resumed.err());
    String goingOn = "Going on with %s: commands, a (mkdir".formatted(two.runs().plan().id());
    assertTrue(resumed.err().contains(goingOn), resumed.err());
    assertTrue(resumed.err().contains("; 1 of 2 rounds over."), resumed.err());
    assertEquals(
        signal.equals("-KILL"),
        resumed.err().contains(" Its command went on as process "),
        resumed.err());
    assertTrue(started.stream().noneMatch(ProcessHandle::isAlive), "the command still runs");
    assertTrue(two.runs().finished());
    assertEquals(2, two.runs().complete().size());
    Run broken = lab.runs().stream().filter(r -> r.status() != Status.SUCCESS).findFirst().get();
    assertEquals(Status.ABORTED, broken.status());
    String why = "interrupted|process \\d+ was killed; what the command wrote may be incomplete";
    assertTrue(broken.error().matches(why), broken.error());
    assertRefused(1, "error: No experiment was stopped", lab.run("experiment", "--resume"));
  }
}
