//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
//SOURCES ../../compare/ParityLog.java
//SOURCES ../../runs/ExperimentPlan.java
//SOURCES ../../runs/ExperimentRuns.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import compare.Parity;
import compare.ParityLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import runs.Arm;
import runs.ExperimentPlan;
import runs.ExperimentPlan.Kind;
import runs.ExperimentRuns;
import runs.Run;
import runs.Status;
import sales.Step;
import tests.Command;

/** Experiments with steps of daily_sales, each as short as it can be. */
@Tag("cli")
@Timeout(300)
class ExperimentModesTest {
  /** One core: where there are more, that shows whether a run did as it was told. */
  private static final List<String> SMALL =
      List.of("--cores", "1", "--conf", "spark.sql.shuffle.partitions=4");

  @TempDir Path temp;
  LabFolder lab;

  @BeforeEach
  void withData() {
    lab = LabFolder.withData(temp);
  }

  private ExperimentRuns experiment(String... words) {
    Command.Result result =
        lab.run(Stream.concat(Stream.of(words), SMALL.stream()).toArray(String[]::new));
    assertEquals(0, result.exitCode(), result.err());
    assertTrue(result.out().contains("not enough runs (1 pair, 6 needed)"), result.out());
    List<ExperimentPlan> plans = ExperimentPlan.all(temp.resolve("ops/experiments"));
    assertEquals(1, plans.size());
    ExperimentRuns runs = ExperimentRuns.of(plans.get(0), lab.runs());
    assertTrue(runs.finished());
    assertEquals(1, runs.complete().size());
    return runs;
  }

  /** The runs of the experiment, in the order of the log. */
  private List<Run> logged(ExperimentRuns experiment) {
    return lab.runs().stream()
        .filter(run -> run.experiment().equals(experiment.plan().id()))
        .toList();
  }

  private static List<String> inTurn(List<Run> runs) {
    return runs.stream().map(r -> r.pair().getAsInt() + " " + r.variant()).toList();
  }

  /**
   * Every run succeeded on one core, gave the answer of the first arm, and was compared with it.
   */
  private void assertSameAnswerOnOneCore(ExperimentRuns experiment) {
    List<Run> runs = logged(experiment);
    for (Run run : runs) {
      assertEquals(Status.SUCCESS, run.status(), run.error());
      assertEquals("local[1]", run.environment().master());
      assertEquals(1, run.environment().cores());
      assertEquals(runs.get(0).output().fingerprint(), run.output().fingerprint(), run.variant());
      assertTrue(run.durationSec() > 0, run.toString());
    }
    List<Parity> parities = new ParityLog(temp.resolve("ops/parity.csv")).read();
    assertTrue(parities.stream().allMatch(Parity::identical), parities.toString());
    Set<String> compared =
        parities.stream()
            .flatMap(p -> Stream.of(p.leftVariant(), p.rightVariant()))
            .collect(Collectors.toSet());
    Set<String> arms =
        experiment.plan().arms().stream().map(Arm::label).collect(Collectors.toSet());
    assertEquals(arms, compared);
  }

  @Test
  void aPairAlternatesInFreshJvms() throws IOException {
    ExperimentRuns pair = experiment("experiment", "--a", "none", "--b", "all", "--pairs", "1");
    assertEquals(Kind.PAIR, pair.plan().kind());
    assertFalse(pair.plan().warm());
    assertEquals(List.of("0 none", "0 all", "1 none", "1 all"), inTurn(logged(pair)));
    assertSameAnswerOnOneCore(pair);
    assertTrue(logged(pair).stream().allMatch(r -> r.startupSec().isPresent()));
    otherSettingsAreNotGoneOnWith(pair.plan());
  }

  /** Whether {@code conf/} was edited or, as here, the plan. */
  private void otherSettingsAreNotGoneOnWith(ExperimentPlan plan) throws IOException {
    Path file = temp.resolve("ops/experiments").resolve(plan.id() + ".json");
    String longer = Files.readString(file).replace("\"rounds\" : 1,", "\"rounds\" : 2,");
    Files.writeString(file, longer.replace("shuffle.partitions=4", "shuffle.partitions=5"));
    LabFolder.assertRefused(
        1,
        ("error: Experiment %s would go on with spark.sql.shuffle.partitions 5 instead of 4: runs"
                + " under")
            .formatted(plan.id()),
        lab.run("experiment", "--resume"));
    Files.writeString(file, longer.replace("\"rounds\" : 2,", "\"rounds\" : 1,"));
  }

  @Test
  void aLadderTriesEveryStepAndItsRunsMayShareAWarmJvm() {
    ExperimentRuns ladder =
        experiment("experiment", "ladder", "--steps", "broadcast", "--rounds", "1", "--warm");
    assertEquals(Kind.LADDER, ladder.plan().kind());
    assertTrue(ladder.plan().warm());
    List<String> arms = ladder.plan().arms().stream().map(Arm::label).toList();
    assertEquals(List.of("none", "broadcast"), arms.subList(0, 2));
    assertEquals(Step.values().length + 1, new HashSet<>(arms).size(), "nothing, and each step");
    List<Run> runs = logged(ladder);
    assertEquals(
        arms, runs.stream().filter(r -> r.pair().getAsInt() == 1).map(Run::variant).toList());
    assertEquals(2 * 2 + arms.size(), runs.stream().filter(Run::warmUp).count(), "each once");
    assertSameAnswerOnOneCore(ladder);
    assertTrue(runs.stream().noneMatch(r -> r.startupSec().isPresent()), "one JVM for all");
  }

  /** What stops a warm experiment, once a text is on its stderr, and what it says at its end. */
  private String stopped(String signal, String text, String... words) throws Exception {
    Path err = temp.resolve("err");
    Files.deleteIfExists(err);
    Process process = lab.command(words).heedingCtrlC().start(err);
    while (!Files.exists(err) || !Files.readString(err).contains(text)) {
      assertTrue(process.isAlive(), "the experiment ended before it could be stopped");
      Thread.sleep(20);
    }
    List<String> kill = new ArrayList<>(List.of("kill", signal));
    // Ctrl-C reaches the command and the JVM of its runs; a kill hits one.
    process.children().forEach(jvm -> kill.add("" + jvm.pid()));
    if (signal.equals("-INT")) {
      kill.add("" + process.pid());
    }
    Command.of(kill.toArray(String[]::new)).run();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertEquals(signal.equals("-INT") ? 130 : 1, process.exitValue());
    assertFalse(Files.readString(err).contains("failed"), Files.readString(err));
    return Files.readString(err);
  }

  @Test
  void aWarmExperimentThatIsStoppedGoesOnInAnotherJvm() throws Exception {
    List<String> words = new ArrayList<>(List.of("experiment", "--b", "broadcast", "--warm"));
    words.addAll(List.of("--pairs", "2"));
    words.addAll(SMALL);
    String said = stopped("-INT", "1 of 2 rounds", words.toArray(String[]::new));
    ExperimentPlan plan = ExperimentPlan.all(temp.resolve("ops/experiments")).get(0);
    String goOn = "1 of 2 rounds kept. To go on from there: ";
    String resume = " experiment --resume " + plan.id();
    assertTrue(said.contains("\nInterrupted. " + goOn), said);
    assertTrue(said.strip().endsWith(resume), said);
    assertTrue(lab.runs().stream().allMatch(r -> r.counts() || r.warmUp() || r.interrupted()));

    said = stopped("-KILL", "warm-up   none", "experiment", "--resume");
    assertTrue(said.contains(" ended with exit code 137: the experiment stopped. " + goOn), said);
    assertTrue(said.strip().endsWith(resume), said);

    Command.Result resumed = lab.run("experiment", "--resume");
    assertEquals(0, resumed.exitCode(), resumed.err());
    assertTrue(ExperimentRuns.of(plan, lab.runs()).finished());
    assertTrue(resumed.out().matches("(?s).*100 % \\(2 of 2\\) +100 % \\(2 of 2\\).*"), resumed.out());
    String page = Files.readString(temp.resolve("ops/report.md"));
    assertTrue(page.contains("; in 2 warm JVMs, one after the other, each warmed up first)"), page);
  }
}
