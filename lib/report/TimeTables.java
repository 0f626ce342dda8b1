//SOURCES Findings.java
//SOURCES Grid.java
//SOURCES MeasureRows.java
//SOURCES Numbers.java
//SOURCES Pairs.java
//SOURCES ../compare/Attainment.java
//SOURCES ../compare/MedianInterval.java
//SOURCES ../compare/Saving.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../compare/SuccessRate.java
//SOURCES ../compare/Tail.java
//SOURCES ../compare/Verdict.java
package report;

import compare.Attainment;
import compare.Estimate;
import compare.MedianInterval;
import compare.Saving;
import compare.SpeedUp;
import compare.SuccessRate;
import compare.Tail;
import compare.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import runs.Run;

/** The tables of times, costs and success. */
final class TimeTables {
  private static final ToDoubleFunction<Run> STARTUP = r -> r.startupSec().getAsDouble();

  private TimeTables() {}

  /** The numbers behind the headline, in words. */
  static String facts(Findings f) {
    Selection selection = f.selection();
    Durations before = f.durations(selection.before());
    Durations after = f.durations(selection.after());
    return ("%s against %s: p50 %s -> %s, p95 %s -> %s, outputs identical: yes, EUR per run %s ->"
            + " %s at %s")
        .formatted(
            selection.after().name(),
            selection.before().name(),
            Numbers.seconds(before.p50()),
            Numbers.seconds(after.p50()),
            Numbers.seconds(before.p95()),
            Numbers.seconds(after.p95()),
            Numbers.amount(f.cost().ofRun(before.avg())),
            Numbers.amount(f.cost().ofRun(after.avg())),
            f.cost().rate());
  }

  /** What changed, the rows a reader asks for first. */
  static Grid beforeAfter(Findings f) {
    Cost cost = f.cost();
    MeasureRows rows = new MeasureRows(f);
    rows.add("job time, p50", s -> f.durations(s).p50(), Numbers::seconds);
    List<String> intervals =
        f.selection().samples().stream().map(TimeTables::medianInterval).toList();
    if (!intervals.equals(List.of(Numbers.NONE, Numbers.NONE))) {
      rows.row("95 % interval of the p50", intervals.get(0), intervals.get(1), "");
    }
    rows.add("job time, p95", s -> f.durations(s).p95(), Numbers::seconds)
        .add("job time, average", s -> f.durations(s).avg(), Numbers::seconds);
    if (haveStartup(f.selection().compared())) {
      rows.add("start of JVM and session, p50", s -> s.median(STARTUP), Numbers::seconds)
          .add("start and job together, p50", TimeTables::wholeProcess, Numbers::seconds);
    }
    // In the unit of the rows, for two ranges side by side are wide.
    rows.add("EUR per run", s -> f.durations(s).avg(), sec -> Numbers.amount(cost.ofRun(sec)))
        .add(
            "EUR per month at %d runs a day".formatted(cost.runsPerDay()),
            s -> f.durations(s).avg(),
            sec -> Numbers.amount(cost.ofMonth(sec)));
    return success(f, rows)
        .grid(
            f.selection().complete() && !f.comparable()
                ? "Times of runs that are not shown to be comparable: no comparison"
                : "Before and after: %s".formatted(f.job()));
  }

  /** Runs in a warm JVM, and the reader's own commands, have no start of their own. */
  private static boolean haveStartup(List<Run> runs) {
    return !runs.isEmpty() && runs.stream().allMatch(r -> r.startupSec().isPresent());
  }

  /** The order statistics around the median. */
  private static String medianInterval(Sample sample) {
    return sample.isEmpty()
        ? Numbers.NONE
        : MedianInterval.of(sample.durationsSec())
            .map(Estimate::interval)
            .map(i -> Numbers.seconds(i.low()) + " to " + Numbers.seconds(i.high()))
            .orElse(Numbers.NONE);
  }

  /** What must stand under the table, a sentence each. */
  static List<String> notes(Findings f) {
    List<String> notes = new ArrayList<>();
    notes.add("EUR: average job time x %s.".formatted(f.cost().rate()));
    Stream.of(saving(f), f.compaction()).filter(s -> !s.isEmpty()).forEach(notes::add);
    List<String> tails = present(f).map(TimeTables::tail).distinct().toList();
    if (tails.size() == 1) {
      notes.add("p95: %s.".formatted(tails.get(0)));
    } else {
      present(f).map(s -> "p95 of %s: %s.".formatted(s.name(), tail(s))).forEach(notes::add);
    }
    if (f.comparable()) {
      notes.add(attainment(f));
    }
    return notes;
  }

  /** How surely a run afterwards is no slower than the typical run was before. */
  private static String attainment(Findings f) {
    double target = f.durations(f.selection().before()).p50();
    double[] times = f.selection().after().durationsSec();
    int within = (int) Arrays.stream(times).filter(t -> t <= target).count();
    return "With the p50 of %s, %s, as the target of %s: %s."
        .formatted(
            f.selection().before().name(),
            Numbers.seconds(target),
            f.selection().after().name(),
            new Attainment(within, times.length).sentence());
  }

  private static double wholeProcess(Sample sample) {
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
            sample.name(),
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
    return List.of(
        f.job(),
        s.name(),
        String.valueOf(d.runs()),
        Numbers.seconds(d.avg()),
        Numbers.seconds(d.p50()),
        Numbers.seconds(d.p95()),
        Numbers.seconds(d.min()),
        Numbers.seconds(d.max()),
        tail(s));
  }

  /** What its p95 is worth. */
  private static String tail(Sample sample) {
    Tail tail = sample.tail();
    return tail.upperBound().isPresent()
        ? tail.label() + ": " + Numbers.seconds(tail.upperBound().getAsDouble())
        : tail.label();
  }

  /** The cost of each variant, per run and per month. */
  static Grid cost(Findings f) {
    List<List<String>> rows =
        present(f)
            .map(
                s ->
                    List.of(
                        f.job(),
                        s.name(),
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

  /** Each couple with its ratio; only where the two sides may stand against each other. */
  static Grid pairs(Findings f) {
    List<List<String>> rows = new ArrayList<>();
    for (Pairs.Couple couple : Pairs.of(f.selection())) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              Numbers.seconds(couple.before().durationSec()),
              Numbers.seconds(couple.after().durationSec()),
              Numbers.ratio(couple.durations().ratio())));
    }
    return new Grid(
        "Every pair of runs",
        "rrrr",
        List.of("pair", f.selection().before().name(), f.selection().after().name(), "ratio"),
        rows);
  }

  /**
   * What a run and a month save, as ranges; empty where no difference in speed may be claimed, and
   * for one arm against itself.
   */
  static String saving(Findings f) {
    Optional<SpeedUp.OfPairs> claimed =
        f.verdict()
            .filter(v -> !f.selection().aa())
            .map(
                v ->
                    v instanceof Verdict.Faster faster
                        ? faster.speedUp()
                        : v instanceof Verdict.Slower slower ? slower.speedUp() : null);
    return claimed.map(speedUp -> saving(f, speedUp)).orElse("");
  }

  private static String saving(Findings f, SpeedUp.OfPairs speedUp) {
    Sample before = f.selection().before();
    Saving saving = f.cost().saving(f.durations(before).avg(), speedUp.interval());
    return ("Saved per run: %s; per month at %d runs a day: %s, from the 95 %% interval of the"
            + " speed-up, the average time of %s and that rate.")
        .formatted(
            Numbers.eur(saving.perRun()),
            f.cost().runsPerDay(),
            Numbers.eur(saving.perMonth()),
            before.name());
  }

  private static Stream<Sample> present(Findings f) {
    return f.selection().samples().stream().filter(s -> !s.isEmpty());
  }
}
