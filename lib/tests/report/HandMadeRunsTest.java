//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES SampleRuns.java
//SOURCES ../../report/HandMadeRuns.java
package tests.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.report.SampleRuns.cores;
import static tests.report.SampleRuns.experiment;
import static tests.report.SampleRuns.failed;
import static tests.report.SampleRuns.run;
import static tests.report.SampleRuns.withData;
import static tests.report.SampleRuns.withMachine;
import static tests.report.SampleRuns.withOutput;
import static tests.report.SampleRuns.withSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import report.HandMadeRuns;
import report.NotCompared;
import report.Selection;
import runs.DataRef;
import runs.Run;
import runs.Status;

class HandMadeRunsTest {
  private static final Run BASELINE = run("baseline", 10, 12);
  private static final Run OPTIMIZED = run("optimized", 11, 4);

  private static Selection select(Run... more) {
    List<Run> runs = new ArrayList<>(List.of(BASELINE, OPTIMIZED));
    runs.addAll(List.of(more));
    return HandMadeRuns.select(runs).orElseThrow();
  }

  private static List<String> reasons(Selection selection) {
    return selection.notCompared().stream().map(NotCompared::reason).toList();
  }

  static Stream<Arguments> others() {
    Run older = run("optimized", 1, 9);
    return Stream.of(
        Arguments.of(
            withData(older, new DataRef("z", 500_000, 1680, 9)),
            "data: 500,000 rows instead of 2,000,000"),
        Arguments.of(
            withData(older, new DataRef("d4t4", 2_000_000, 14, 9)),
            "data: 14 files instead of 1,680"),
        Arguments.of(
            withData(older, new DataRef("z", 2_000_000, 1680, 9)),
            "data: other rows (fingerprint z instead of d4t4)"),
        Arguments.of(withMachine(older, e -> cores(e, 1)), "cores 1 instead of 2"),
        Arguments.of(
            withSettings(older, "join=salted"), "settings join=salted instead of join=broadcast"),
        Arguments.of(
            withSettings(older, "join=broadcast event_date=2025-10-03.."),
            "only event_date 2025-10-03.. was computed"),
        Arguments.of(withOutput(older, "bad"), "another output than that of the compared runs"),
        Arguments.of(SampleRuns.paired(older, 0), "warm-up"),
        Arguments.of(run("optimized", 1, 0), "a duration of 0 is not a measurement"),
        Arguments.of(run("half", 1, 5), "variant half is neither baseline nor optimized"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void aRunUnderOtherConditionsIsListedWithItsReason(Run other, String reason) {
    Selection selection = select(other);
    assertEquals(List.of(reason), reasons(selection));
    assertEquals(List.of(BASELINE, OPTIMIZED), selection.compared());
  }

  @Test
  void theNewestGroupWithBothVariantsWins() {
    DataRef small = new DataRef("small", 1000, 1, 1);
    Run newBaseline = withData(run("baseline", 20, 2), small);
    assertEquals(List.of(BASELINE, OPTIMIZED), select(newBaseline).compared());

    Run newOptimized = withData(run("optimized", 21, 1), small);
    Selection both = select(newBaseline, newOptimized);
    assertEquals(List.of(newBaseline, newOptimized), both.compared());
    assertEquals(2, both.notCompared().size());
  }

  @Test
  void withoutSuchAGroupTheNewestOneIsShown() {
    Run old = withData(run("optimized", 5, 1), new DataRef("small", 1000, 1, 1));
    Selection selection = HandMadeRuns.select(List.of(old, BASELINE)).orElseThrow();
    assertFalse(selection.complete());
    assertEquals(List.of(BASELINE), selection.compared());
  }

  @Test
  void failuresCountByWhatIsKnownOfThem() {
    Run killed = failed("baseline", 12, Status.ABORTED, "killed");
    Run elsewhere = withData(failed("baseline", 13, Status.FAILED, "no space"), small());
    Selection selection = select(killed, elsewhere);
    assertEquals(List.of(killed), selection.failures());
    assertEquals(1, selection.before().successRate().succeeded());
    assertEquals(2, selection.before().successRate().runs());
    assertEquals(List.of("data: 1,000 rows instead of 2,000,000"), reasons(selection));
  }

  private static DataRef small() {
    return new DataRef("small", 1000, 1, 1);
  }

  @Test
  void theWarmUpCoupleOfAnExperimentDoesNotCount() {
    Selection selection = HandMadeRuns.select(experiment(3)).orElseThrow();
    assertEquals(6, selection.compared().size());
    assertEquals(List.of("warm-up", "warm-up"), reasons(selection));
  }

  @Test
  void aLaterRunWithOtherSettingsDoesNotTakeThePlaceOfCouples() {
    List<Run> runs = new ArrayList<>(experiment(3));
    Run later = withSettings(run("optimized", 900, 7), "join=salted");
    runs.add(later);
    Selection selection = HandMadeRuns.select(runs).orElseThrow();
    assertEquals(3, selection.after().runs().size());
    assertEquals("settings join=salted instead of join=broadcast", reasons(selection).get(2));
    assertEquals(later, selection.notCompared().get(2).run());
  }

  @Test
  void withoutCouplesTheNewestSettingsCount() {
    Run later = withSettings(run("optimized", 900, 7), "join=salted");
    assertEquals(List.of(later), select(later).after().runs());
  }

  /** However new: it did less than the run it would be compared with. */
  @Test
  void aRunOverSomeDaysTakesNoPlace() {
    Run some = withSettings(run("optimized", 900, 1), "join=broadcast event_date=2025-10-03..");
    assertEquals(List.of(OPTIMIZED), select(some).after().runs());
    assertTrue(HandMadeRuns.select(List.of(some)).isEmpty());
  }

  @Test
  void withoutASuccessThereIsNothingToSelect() {
    assertTrue(
        HandMadeRuns.select(List.of(failed("baseline", 1, Status.FAILED, "boom"))).isEmpty());
    assertTrue(HandMadeRuns.select(List.of()).isEmpty());
  }
}
