//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES MeasureRows.java
//SOURCES Numbers.java
//SOURCES Pairs.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../compare/SuccessRate.java
//SOURCES ../compare/Tail.java
package report;

import compare.SpeedUp;
import compare.SuccessRate;
import compare.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import runs.Run;

/** The tables of times, costs and success. */
final class TimeTables {
  private static final ToDoubleFunction<Run> STARTUP = r -> r.startupSec().orElse(0);

  private TimeTables() {}

  /** What changed, the rows a reader asks for first. */
  static Grid beforeAfter(Findings f) {
    Cost cost = f.cost();
    MeasureRows rows = new MeasureRows(f);
    rows.add("job time, p50", s -> f.durations(s).p50(), Numbers::seconds)
        .add("job time, p95", s -> f.durations(s).p95(), Numbers::seconds)
        .add("job time, average", s -> f.durations(s).avg(), Numbers::seconds)
        .add("start of JVM and session, p50", s -> s.median(STARTUP), Numbers::seconds)
        .add("start and job together, p50", TimeTables::wholeProcess, Numbers::seconds)
        .add("cost per run", s -> cost.ofRun(f.durations(s).avg()), Numbers::eur)
        .add(
            "cost per month at %d runs a day".formatted(cost.runsPerDay()),
            s -> cost.ofMonth(f.durations(s).avg()),
            Numbers::eur);
    return success(f, rows)
        .grid(
            f.selection().complete() && !f.claims()
                ? "Times of two jobs whose answers are not shown to be the same: no comparison"
                : "Before and after: %s".formatted(f.job()));
  }

  static double wholeProcess(Sample sample) {
    return sample.median(r -> STARTUP.applyAsDouble(r) + r.durationSec());
  }

  private static MeasureRows success(Findings f, MeasureRows rows) {
    List<String> rates = f.selection().samples().stream().map(TimeTables::success).toList();
    return rows.row("runs that succeeded", rates.get(0), rates.get(1), "");
  }

  private static String success(Sample s) {
    if (s.runs().isEmpty() && s.failures().isEmpty()) {
      return Numbers.NONE;
    }
    SuccessRate rate = s.successRate();
    return "%s (%d of %d)".formatted(Numbers.percent(rate.rate()), rate.succeeded(), rate.runs());
  }

  /** What the few runs do not prove about reliability. */
  static String successBound(Sample sample) {
    return "%s: %s; a true failure rate of up to %s is compatible with that"
        .formatted(
            sample.side().variant(),
            success(sample),
            Numbers.percent(sample.successRate().possibleFailureRate()));
  }

  /** Runs, average, p50 and p95 of each variant. */
  static Grid percentiles(Findings f) {
    List<List<String>> rows = present(f).map(s -> percentiles(f, s)).toList();
    return new Grid(
        "Job time of the compared runs",
        "llrrrrrrl",
        List.of("job", "variant", "runs", "avg", "p50", "p95", "min", "max", "what this p95 is"),
        rows);
  }

  private static List<String> percentiles(Findings f, Sample s) {
    Durations d = f.durations(s);
    Tail tail = s.tail();
    String bound =
        tail.upperBound().isPresent()
            ? ": " + Numbers.seconds(tail.upperBound().getAsDouble())
            : "";
    return List.of(
        f.job(),
        s.side().variant(),
        String.valueOf(d.runs()),
        Numbers.seconds(d.avg()),
        Numbers.seconds(d.p50()),
        Numbers.seconds(d.p95()),
        Numbers.seconds(d.min()),
        Numbers.seconds(d.max()),
        tail.label() + bound);
  }

  /** The cost of each variant, per run and per month. */
  static Grid cost(Findings f) {
    List<List<String>> rows =
        present(f)
            .map(
                s ->
                    List.of(
                        f.job(),
                        s.side().variant(),
                        String.valueOf(s.runs().size()),
                        Numbers.eur(f.cost().ofRun(f.durations(s).avg())),
                        Numbers.eur(f.cost().ofRun(f.durations(s).min())),
                        Numbers.eur(f.cost().ofRun(f.durations(s).max())),
                        Numbers.eur(f.cost().ofMonth(f.durations(s).avg()))))
            .toList();
    return new Grid(
        "Cost of the compared runs",
        "llrrrrr",
        List.of("job", "variant", "runs", "per run, avg", "cheapest", "dearest", "per month"),
        rows);
  }

  /** Each couple with its ratio; only where a ratio may be claimed. */
  static Grid pairs(Findings f) {
    List<List<String>> rows = new ArrayList<>();
    for (Pairs.Couple couple : Pairs.of(f.selection())) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              Numbers.seconds(couple.baseline().durationSec()),
              Numbers.seconds(couple.optimized().durationSec()),
              Numbers.ratio(couple.durations().ratio())));
    }
    return new Grid(
        "Every pair of runs", "rrrr", List.of("pair", "baseline", "optimized", "ratio"), rows);
  }

  /** What a month saves, as a range; only where it may be claimed. */
  static String saving(Findings f) {
    int pairs = Pairs.of(f.selection()).size();
    String basis =
        switch (Math.min(pairs, SpeedUp.PAIRS_FOR_AN_INTERVAL)) {
          case 0 -> "extremes of the runs";
          case 1 -> "the one pair there is";
          case SpeedUp.PAIRS_FOR_AN_INTERVAL ->
              "the 95 % interval of the speed-up at the baseline's p50";
          default -> "the pair that saves least to the pair that saves most";
        };
    return "Saved per month at %d runs a day: %s (%s)."
        .formatted(
            f.cost().runsPerDay(), Numbers.eur(f.cost().savingPerMonth(f.selection())), basis);
  }

  private static Stream<Sample> present(Findings f) {
    return f.selection().samples().stream().filter(s -> !s.isEmpty());
  }
}
