//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
//SOURCES ../../compare/ParityLog.java
//SOURCES ../../runs/ExperimentPlan.java
//SOURCES ../../runs/ExperimentRuns.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.scripts.LabFolder.assertRefused;

import compare.Parity;
import compare.ParityLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import runs.ExperimentRuns;
import runs.Run;
import runs.Status;
import tests.Command;

/** Experiments with two small shell commands, in an empty folder: no data of the lab are needed. */
@Tag("cli")
@Timeout(240)
class CommandExperimentTest {
  private static final String OLD = "mkdir -p old; printf 'k,v\\n1,a\\n2,b\\n' > old/all.csv";
  private static final String NEW =
      "mkdir -p new; printf 'k,v\\n2,b\\n' > new/p1.csv; printf 'k,v\\n1,a\\n' > new/p2.csv";

  @TempDir Path temp;
  LabFolder lab;

  @BeforeEach
  void inAnEmptyFolder() {
    lab = new LabFolder(temp);
  }

  private static String[] words(String a, String b, String... more) {
    List<String> words = new ArrayList<>(List.of("experiment", "--a-cmd", a, "--b-cmd", b));
    words.addAll(List.of("--output-a", "old", "--output-b", "new", "--key", "k"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private ExperimentRuns runs() {
    List<ExperimentPlan> plans = ExperimentPlan.all(temp.resolve("ops/experiments"));
    return ExperimentRuns.of(plans.get(0), lab.runs());
  }

  private List<Parity> parities() {
    return new ParityLog(temp.resolve("ops/parity.csv")).read();
  }

  @Test
  void twoCommandsAlternateAndTheirOutputsAreCompared() {
    Command.Result result = lab.run(words(OLD, NEW, "--pairs", "2"));
    assertEquals(0, result.exitCode(), result.err());
    assertEquals(
        List.of("a", "b", "a", "b", "b", "a"),
        lab.runs().stream().map(Run::variant).toList(),
        "the warm-up, then AB BA");
    assertEquals(2, runs().complete().size());
    assertTrue(lab.runs().stream().allMatch(r -> r.durationSec() > 0 && r.costEur() > 0));
    assertEquals(3, parities().size());
    assertTrue(parities().stream().allMatch(Parity::identical));
    Parity last = parities().get(2);
    assertEquals(
        List.of(lab.runs().get(5).runId(), lab.runs().get(4).runId()),
        List.of(last.leftRunId(), last.rightRunId()));
  }

  @Test
  void anotherAnswerIsFoundWhateverTheSpeed() {
    Command.Result result = lab.run(words(OLD, NEW.replace("1,a", "1,A"), "--pairs", "1"));
    assertTrue(result.err().contains("the outputs differ"), result.err());
    assertEquals(1, runs().complete().size());
    assertFalse(parities().get(1).identical());
    assertTrue(parities().get(1).checks().stream().anyMatch(c -> c.detail().contains("[1,A]")));
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
    String id = runs().plan().id();
    String next = " experiment --resume " + id;
    assertTrue(stopped.err().strip().endsWith(next), stopped.err());
    assertEquals(1, parities().size(), "the warm-up's");

    Command.Result typo = lab.run(words(OLD, "fasle"));
    assertEquals(1, typo.exitCode(), typo.err());
    assertFalse(typo.err().strip().endsWith(next), typo.err());

    Command.Result resumed = lab.run("experiment", "--resume");
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertTrue(resumed.err().contains("Going on with " + id), resumed.err());
    assertEquals(3, parities().size());
    assertTrue(parities().stream().allMatch(Parity::identical));
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

  @Test
  void aFailedRunDropsItsRoundOnly() {
    String flaky = "echo . >> count; test $(wc -l < count) -ne 2 || exit 7; " + NEW;
    Command.Result result = lab.run(words(OLD, flaky, "--pairs", "2"));
    assertTrue(result.err().contains("failed: the command ended with exit code 7"), result.err());
    assertEquals(1, runs().complete().size());
    assertEquals(2, runs().complete().get(0).number());
    assertEquals("b", runs().dropped().get(0).failed().variant());
    assertEquals(Status.FAILED, runs().dropped().get(0).failed().status());
  }

  @Test
  void aCommandThatWritesNothingIsNoSuccess() {
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
    assertEquals(ExperimentPlan.Kind.AA, runs().plan().kind());
    assertEquals(1, runs().complete().size());
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
    assertEquals(2, runs().complete().size());
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
    String running = runs().plan().id();
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
    assertEquals(1, runs().complete().size());
    assertFalse(runs().finished());
    Files.delete(temp.resolve("waiting"));
    Files.writeString(temp.resolve("count"), "");

    Command.Result resumed = lab.run("experiment", "--resume");
    assertEquals(0, resumed.exitCode(), resumed.err());
    String goingOn = "Going on with %s: commands, a (mkdir".formatted(runs().plan().id());
    assertTrue(resumed.err().contains(goingOn), resumed.err());
    assertTrue(resumed.err().contains("; 1 of 2 rounds over."), resumed.err());
    assertEquals(
        signal.equals("-KILL"),
        resumed.err().contains(" Its command went on as process "),
        resumed.err());
    assertTrue(started.stream().noneMatch(ProcessHandle::isAlive), "the command still runs");
    assertTrue(runs().finished());
    assertEquals(2, runs().complete().size());
    Run broken = lab.runs().stream().filter(r -> r.status() != Status.SUCCESS).findFirst().get();
    assertEquals(Status.ABORTED, broken.status());
    String why = "interrupted|process \\d+ was killed; what the command wrote may be incomplete";
    assertTrue(broken.error().matches(why), broken.error());
    assertRefused(1, "error: No experiment was stopped", lab.run("experiment", "--resume"));
  }
}
