//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES LabFolder.java
package tests.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import runs.Run;
import spark.PlanFacts;
import spark.PlanFacts.ExchangeFact;
import spark.PlanFacts.WriteFact;
import spark.StageEvidence;
import tests.Command;

/** No step tuned is the baseline, all are the optimized job: not by their names, by their plans. */
@Tag("cli")
class StepsAreTheJobsTest {
  @TempDir static Path temp;
  private static LabFolder lab;

  @BeforeAll
  static void runBothJobsBothWays() throws IOException {
    lab = LabFolder.withData(Files.createDirectory(temp.resolve("lab")));
    for (List<String> words :
        List.of(
            List.of("baseline"),
            List.of("optimized"),
            List.of("steps", "none"),
            List.of("steps", "all"))) {
      Command.Result result =
          lab.command(words.toArray(String[]::new)).with("SPARK_MASTER", "local[2]").run();
      assertEquals(0, result.exitCode(), result.err());
    }
  }

  private static Run run(String variant) {
    return lab.runs().stream()
        .filter(run -> run.variant().equals(variant))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"baseline, none", "optimized, all"})
  void thePlanIsThatOfTheJob(String job, String steps) {
    assertEquals(facts(run(job)), facts(run(steps)));
  }

  @ParameterizedTest
  @CsvSource({"baseline, none", "optimized, all"})
  void theStagesHaveTheSameTasks(String job, String steps) {
    assertEquals(tasks(run(job)), tasks(run(steps)));
  }

  @ParameterizedTest
  @CsvSource({"baseline, none", "optimized, all"})
  void theSettingsAndTheAnswerAreThoseOfTheJob(String job, String steps) {
    assertEquals(run(job).environment().confHash(), run(steps).environment().confHash());
    assertEquals(run(job).output().fingerprint(), run(steps).output().fingerprint());
    assertEquals(run(job).output().files(), run(steps).output().files());
  }

  private static List<Integer> tasks(Run run) {
    return lab.evidence(run).stages().stream().map(StageEvidence::numTasks).sorted().toList();
  }

  private static List<PlanFacts> facts(Run run) {
    return lab.evidence(run).plans().stream().map(StepsAreTheJobsTest::comparable).toList();
  }

  /**
   * Without ids, times and the place in the code; and without the bytes of shuffles and files,
   * which depend on the order in which tasks end.
   */
  private static PlanFacts comparable(PlanFacts plan) {
    return new PlanFacts(
        0,
        "",
        0,
        0,
        plan.failed(),
        List.of(),
        plan.adaptive(),
        plan.planUpdates(),
        plan.initialJoins(),
        plan.joins(),
        plan.exchanges().stream()
            .map(e -> new ExchangeFact(e.operator(), e.partitioning(), e.partitions(), e.rows(), 0))
            .toList(),
        plan.shuffleReads(),
        plan.scans(),
        plan.writes().stream()
            .map(
                w ->
                    new WriteFact(
                        w.format(), w.files(), 0, w.rows(), w.partitions(), w.partitionColumns()))
            .toList(),
        plan.opaque(),
        plan.codegenStages(),
        plan.cacheScans(),
        plan.rddScans());
  }
}
