//DEPS org.junit.jupiter:junit-jupiter:6.1.3
//SOURCES Histories.java
package tests.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tests.portfolio.Histories.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import portfolio.Cadence;
import portfolio.ModelRun;
import portfolio.ModelRun.Outcome;
import portfolio.TierTarget;

class CadenceTest {

  private static List<ModelRun> every(double minutes, int runs) {
    List<ModelRun> made = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      made.add(run(minutes * i, 60, Outcome.SUCCEEDED));
    }
    return made;
  }

  @Test
  void aRhythmIsSeenThroughAFewReruns() {
    List<ModelRun> runs = every(60, 40);
    runs.addAll(List.of(run(130, 60, Outcome.SUCCEEDED), run(611, 60, Outcome.SUCCEEDED)));
    runs.sort(ModelRun.BY_START);
    assertEquals(
        Optional.of(new Cadence("hourly", Duration.ofHours(1), true)), Cadence.seenIn(runs));
    assertEquals("every 20 minutes", Cadence.seenIn(every(20, 30)).orElseThrow().words());
    assertEquals("every 12 hours", Cadence.seenIn(every(720, 30)).orElseThrow().words());
  }

  @Test
  void fewRunsAndRunsTypedByHandHaveNone() {
    assertEquals(Optional.empty(), Cadence.seenIn(every(60, 10)));
    assertEquals(Optional.empty(), Cadence.seenIn(every(0.5, 40)));
    List<ModelRun> typed = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      typed.add(run(i * i * i, 60, Outcome.SUCCEEDED));
    }
    assertEquals(Optional.empty(), Cadence.seenIn(typed));
  }

  @Test
  void theLessHangsOnAModelTheOlderItsDataMayGet() {
    Cadence daily = Cadence.of("daily").orElseThrow();
    assertEquals(Duration.ofHours(36), TierTarget.of("T1").limit(daily));
    assertEquals(Duration.ofHours(60), TierTarget.of("T2").limit(daily));
    assertEquals(Duration.ofHours(84), TierTarget.of("T3").limit(daily));
    assertEquals(TierTarget.T2, TierTarget.of("gold"));
  }
}
