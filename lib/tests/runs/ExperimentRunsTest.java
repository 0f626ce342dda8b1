//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Samples.java
//SOURCES ../../runs/ExperimentPlan.java
//SOURCES ../../runs/ExperimentRuns.java
//SOURCES ../../project/Workspace.java
package tests.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import project.Workspace;
import runs.Arm;
import runs.ExperimentPlan;
import runs.ExperimentRuns;
import runs.Run;
import runs.Status;

class ExperimentRunsTest {
  private static final ExperimentPlan PLAN =
      new ExperimentPlan(
          "exp-1",
          ExperimentPlan.Kind.PAIR,
          "daily_sales",
          List.of(
              new Arm("none", "none", List.of("job_steps", "none"), ""),
              new Arm("mine", "spark-submit 'my job.py'", List.of(), "/tmp/out")),
          List.of(),
          List.of("day", "segment"),
          true,
          3,
          "2g",
          2.5,
          "d1",
          List.of("--pairs", "3"));

  @TempDir Path temp;
  private final List<Run> log = new ArrayList<>();

  private void add(int pair, String variant, Status status, String error) {
    log.add(Samples.of("r" + log.size(), "exp-1", pair, variant, status, error));
  }

  private void add(int pair, String variant, Status status) {
    add(pair, variant, status, status == Status.SUCCESS ? "" : "no space");
  }

  private ExperimentRuns runs() {
    return ExperimentRuns.of(PLAN, log);
  }

  private List<Integer> complete() {
    return runs().complete().stream().map(ExperimentRuns.Round::number).toList();
  }

  private List<Integer> dropped() {
    return runs().dropped().stream().map(ExperimentRuns.Dropped::number).toList();
  }

  @Test
  void aPlanComesBackFromItsFile() throws IOException {
    Workspace workspace = new Workspace(temp, false);
    PLAN.save(workspace);
    Path folder = ExperimentPlan.folder(workspace);
    Files.writeString(folder.resolve("torn.json"), "{\"id\": \"exp-0\", \"ki");
    Files.writeString(folder.resolve("edited.json"), "{\"id\": \"exp-0\", \"kind\": \"PAIR\"}");
    Files.writeString(folder.resolve("notes.txt"), "mine");
    assertEquals(List.of(PLAN), ExperimentPlan.all(folder));
    assertEquals(List.of(), ExperimentPlan.all(temp.resolve("nowhere")));
  }

  @Test
  void aRoundIsCompleteWhenEveryArmSucceeded() {
    add(0, "none", Status.SUCCESS);
    add(0, "mine", Status.SUCCESS);
    add(1, "none", Status.SUCCESS);
    assertEquals(List.of(), complete());
    add(1, "mine", Status.SUCCESS);
    add(2, "mine", Status.SUCCESS);
    add(2, "none", Status.SUCCESS);
    assertEquals(List.of(1, 2), complete());
    assertEquals(
        List.of("none", "mine"),
        runs().complete().get(1).runs().stream().map(Run::variant).toList());
    assertFalse(runs().finished());
  }

  @Test
  void aRoundWithAFailureIsDroppedAndSaysWhy() {
    add(1, "none", Status.SUCCESS);
    add(1, "mine", Status.FAILED, "the command ended with exit code 3");
    assertEquals(List.of(), complete());
    assertEquals(List.of(1), dropped());
    assertEquals("the command ended with exit code 3", runs().dropped().get(0).failed().error());
    assertEquals(1, runs().over());
  }

  @Test
  void forEachDroppedRoundOneMoreCounts() {
    for (int round = 1; round <= 3; round++) {
      assertEquals(0, runs().lost());
      add(round, "none", Status.SUCCESS);
      add(round, "mine", round == 2 ? Status.FAILED : Status.SUCCESS);
    }
    assertTrue(runs().finished());
    assertEquals(1, runs().lost());
    add(4, "none", Status.SUCCESS);
    add(4, "mine", Status.FAILED);
    assertEquals(1, runs().lost());
    assertEquals(List.of(2, 4), dropped());
    for (int round = 5; round <= 6; round++) {
      add(round, "none", Status.SUCCESS);
      add(round, "mine", Status.SUCCESS);
    }
    assertEquals(0, runs().lost());
    assertEquals(List.of(1, 3, 5), complete(), "nobody has lost the sixth");
  }

  @Test
  void aRoundThatWasStoppedIsNotOverAndCountsWhenItRanAgain() {
    add(1, "none", Status.SUCCESS);
    add(1, "mine", Status.ABORTED, "interrupted; the new output was published before");
    assertEquals(0, runs().over());
    add(1, "none", Status.SUCCESS);
    add(1, "mine", Status.SUCCESS);
    assertEquals(List.of(1), complete());
    assertEquals("r2", runs().complete().get(0).runs().get(0).runId());
  }

  @Test
  void aKilledRunBreaksItsRoundOffLikeAnInterruptedOne() {
    add(1, "none", Status.SUCCESS);
    add(1, "mine", Status.ABORTED, "process 7 was killed; the previous output is unchanged");
    assertEquals(0, runs().over());
    add(1, "none", Status.SUCCESS);
    add(1, "mine", Status.FAILED);
    assertEquals(List.of(1), dropped());
  }

  @Test
  void theRunThatStartedLastCountsWheneverTheOtherWasLogged() {
    log.add(Samples.later(Samples.of("r2", "exp-1", 1, "none", Status.SUCCESS, ""), 60));
    log.add(Samples.later(Samples.of("r3", "exp-1", 1, "mine", Status.SUCCESS, ""), 120));
    String killed = "process 7 was killed; the previous output is unchanged";
    log.add(Samples.of("r1", "exp-1", 1, "mine", Status.ABORTED, killed));
    assertEquals(List.of(1), complete());
    assertEquals("r3", runs().complete().get(0).runs().get(1).runId());
  }

  @Test
  void theSameCommandTwiceAsksHowNoisyTheMachineIs() {
    Arm arm = PLAN.arms().get(1);
    assertEquals(ExperimentPlan.Kind.AA, commands(arm, "spark-submit 'my job.py'").kind());
    assertEquals(ExperimentPlan.Kind.PAIR, commands(arm, "spark-submit new.py").kind());
  }

  private static ExperimentPlan commands(Arm a, String b) {
    Arm second = new Arm("b", b, List.of(), "/tmp/other");
    return ExperimentPlan.pairOfCommands(
        "mine", a, second, List.of(), 6, "2g", 2.5, List.of("--pairs", "6"));
  }

  @Test
  void runsOfOtherExperimentsAndRoundsBeyondThePlanAreNotItsOwn() {
    log.add(Samples.of("x", "exp-2", 1, "none", Status.SUCCESS, ""));
    log.add(Samples.of("y", "exp-2", 1, "mine", Status.SUCCESS, ""));
    add(4, "none", Status.SUCCESS);
    add(4, "mine", Status.SUCCESS);
    assertEquals(0, runs().over());
    for (int round = 1; round <= 3; round++) {
      add(round, "none", Status.SUCCESS);
      add(round, "mine", Status.SUCCESS);
    }
    assertTrue(runs().finished());
  }
}
