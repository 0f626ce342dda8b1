//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Histories.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tests.portfolio.Histories.BEGIN;
import static tests.portfolio.Histories.facts;
import static tests.portfolio.Histories.of;
import static tests.portfolio.Histories.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import portfolio.DataAge;
import portfolio.ModelHistory;
import portfolio.ModelRun;
import portfolio.ModelRun.Outcome;
import portfolio.Outage;
import portfolio.OutageTimes;

/** The day of the notebook on reliability: runs on the hour, five minutes each. */
class OutageTest {
  private static final Set<Integer> FAILED = Set.of(3, 9, 20, 21);

  private static List<ModelRun> day() {
    List<ModelRun> runs = new ArrayList<>();
    for (int h = 0; h <= 21; h++) {
      Outcome outcome =
          h == 10 ? Outcome.ABORTED : FAILED.contains(h) ? Outcome.FAILED : Outcome.SUCCEEDED;
      runs.add(run(60 * h, 300, outcome));
    }
    runs.add(run(3 * 60 + 40, 300, Outcome.SUCCEEDED));
    runs.sort(ModelRun.BY_START);
    return runs;
  }

  @Test
  void anOutageIsFromTheFirstFailureToTheEndOfTheNextSuccess() {
    List<Outage> outages = Outage.of(day());
    assertEquals(List.of(1, 2, 2), outages.stream().map(Outage::failedRuns).toList());
    assertEquals(
        List.of(
            Optional.of(Duration.ofMinutes(45)),
            Optional.of(Duration.ofMinutes(125)),
            Optional.empty()),
        outages.stream().map(Outage::repairTime).toList());
    assertEquals(0.6, outages.get(1).costEur(), 1e-9);
  }

  @Test
  void theMeanIsOfRepairedOnes() {
    OutageTimes repairs = OutageTimes.of(Outage.of(day()));
    assertEquals(2, repairs.closed());
    assertEquals(1, repairs.open());
    assertEquals(85, repairs.meanMin().getAsDouble());
    assertEquals(85, repairs.medianMin().getAsDouble());
    assertEquals(125, repairs.longestMin().getAsDouble());
  }

  @Test
  void withoutARepairThereIsNoMeanNotEvenOneOfZero() {
    OutageTimes open = OutageTimes.of(Outage.of(List.of(run(0, 300, Outcome.FAILED))));
    assertEquals(1, open.open());
    assertEquals(OptionalDouble.empty(), open.meanMin());
    assertEquals(OptionalDouble.empty(), OutageTimes.of(List.of()).longestMin());
  }

  @Test
  void theAgeOfTheDataIsASaw() {
    // Every 40 minutes in T1: late beyond 60 minutes, as in the notebook.
    ModelHistory model = of("m", facts("T1", "every 40 minutes"), day());
    DataAge age = DataAge.of(model, BEGIN.plus(Duration.ofMinutes(21 * 60 + 30))).orElseThrow();
    assertEquals(Duration.ofMinutes(60), age.limit());
    assertEquals(3, age.breaches());
    assertEquals(Duration.ofMinutes(40 + 120 + 85), age.late());
    assertEquals(Duration.ofMinutes(145), age.now());
    assertTrue(age.lateNow());
    assertEquals(1 - 245 / 1285.0, age.shareInTime(), 1e-12);
  }

  @Test
  void whatNeverSucceededHasNoAgeAndWhatRunsOnDemandIsNeverLate() {
    List<ModelRun> failed = List.of(run(0, 300, Outcome.FAILED));
    assertEquals(Optional.empty(), DataAge.of(of("m", facts("T1", "hourly"), failed), BEGIN));
    ModelHistory typed = of("m", facts("T1", "on demand"), day());
    assertEquals(Optional.empty(), DataAge.of(typed, BEGIN.plus(Duration.ofDays(9))));
  }
}
