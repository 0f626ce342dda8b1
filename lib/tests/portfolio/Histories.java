//SOURCES ../../portfolio/HistoryFormat.java
//SOURCES ../../portfolio/Portfolio.java
package tests.portfolio;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import portfolio.HistoryFormat;
import portfolio.ModelFacts;
import portfolio.ModelHistory;
import portfolio.ModelRun;
import portfolio.ModelRun.Outcome;
import portfolio.Portfolio;
import portfolio.StatusWords;

/** Hand-made histories: every number in them can be checked with a pencil. */
final class Histories {
  /** A Thursday. */
  static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private Histories() {}

  /** The lab's own columns and words, UTC. */
  static HistoryFormat format(double eurPerHour, Instant until) {
    return new HistoryFormat(Map.of(), StatusWords.known(), ZoneOffset.UTC, eurPerHour, until);
  }

  static ModelFacts facts(String tier, String schedule) {
    return new ModelFacts("team", tier, schedule, List.of(), List.of(), false);
  }

  /** A run that starts so many minutes after the beginning, at 3.60 EUR an hour: 0.001 EUR/s. */
  static ModelRun run(double startMin, double takesSec, Outcome outcome) {
    Instant start = BEGIN.plusMillis(Math.round(60_000 * startMin));
    Instant end = start.plusMillis(Math.round(1000 * takesSec));
    return new ModelRun(start, end, takesSec, outcome, takesSec / 1000, false);
  }

  static ModelHistory of(String name, ModelFacts facts, List<ModelRun> runs) {
    List<ModelRun> sorted = new ArrayList<>(runs);
    sorted.sort(ModelRun.BY_START);
    return new ModelHistory(name, name, facts, List.copyOf(sorted));
  }

  /** A run a day at one in the morning, day 0 first; a duration of 0 is no run at all. */
  static ModelHistory daily(
      String name, String tier, int days, IntToDoubleFunction sec, IntPredicate fails) {
    List<ModelRun> runs = new ArrayList<>();
    for (int d = 0; d < days; d++) {
      if (sec.applyAsDouble(d) > 0) {
        Outcome outcome = fails.test(d) ? Outcome.FAILED : Outcome.SUCCEEDED;
        runs.add(run(1440.0 * d + 60, sec.applyAsDouble(d), outcome));
      }
    }
    return of(name, facts(tier, "daily"), runs);
  }

  /** A run every hour, hour 0 first. */
  static ModelHistory hourly(
      String name, String tier, int hours, IntToDoubleFunction sec, IntPredicate fails) {
    List<ModelRun> runs = new ArrayList<>();
    for (int h = 0; h < hours; h++) {
      Outcome outcome = fails.test(h) ? Outcome.FAILED : Outcome.SUCCEEDED;
      runs.add(run(60.0 * h, sec.applyAsDouble(h), outcome));
    }
    return of(name, facts(tier, "hourly"), runs);
  }

  /** The portfolio of these at the end of this day. */
  static Portfolio portfolio(int days, ModelHistory... models) {
    return Portfolio.of(
        Arrays.asList(models),
        Optional.empty(),
        Optional.of(BEGIN.plus(Duration.ofDays(days))),
        ZoneOffset.UTC);
  }
}
