//SOURCES Findings.java
//SOURCES Numbers.java
//SOURCES Sample.java
//SOURCES ../compare/CoresForecast.java
//SOURCES ../compare/RecordedRun.java
//SOURCES ../compare/Replay.java
//SOURCES ../compare/Verdict.java
//SOURCES ../project/Quantity.java
package report;

import compare.CoresForecast;
import compare.RecordedRun;
import compare.Replay;
import compare.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import project.Quantity;

/** What the recorded tasks of both sides would take on other numbers of cores: a model. */
final class Replays {
  /** As far as the model looks. */
  private static final int MOST_CORES = CoresForecast.CORES.get(CoresForecast.CORES.size() - 1);

  private Replays() {}

  /** Whether the tasks of both sides were recorded. */
  static boolean ofBothSides(Findings f) {
    return f.selection().samples().stream()
        .allMatch(
            s ->
                f.evidence().containsKey(s.side())
                    && f.evidence().get(s.side()).recording().isPresent());
  }

  /** The model's answer for one side, which was recorded. */
  static double sec(Findings f, Sample sample, int cores) {
    return Replay.on(recording(f, sample), cores);
  }

  private static RecordedRun recording(Findings f, Sample sample) {
    return f.evidence().get(sample.side()).recording().orElseThrow();
  }

  /**
   * How far the model is off for each side, and whether another machine would turn the result; only
   * where the times may stand against each other, and from enough pairs. One arm against itself has
   * nothing to turn.
   */
  static List<String> says(Findings f) {
    List<String> sentences = new ArrayList<>();
    // What the model or the machine may be wrong by, as a share of a time.
    double margin = f.noise().band().factor() - 1;
    for (Sample sample : f.selection().samples()) {
      CoresForecast forecast = CoresForecast.of(recording(f, sample));
      sentences.add("%s: %s.".formatted(sample.name(), forecast.sentence()));
      margin = Math.max(margin, Math.abs(forecast.error()));
    }
    boolean enough = !(f.verdict().orElseThrow() instanceof Verdict.NotEnoughRuns);
    if (!f.selection().aa() && enough) {
      sentences.add(turn(f, margin));
    }
    return sentences;
  }

  /**
   * Who is ahead on the most cores the model looks at, beside what was shown here. Who is behind
   * here is for the verdict to say: a single run of each side is not enough for that.
   */
  private static String turn(Findings f, double margin) {
    Verdict verdict = f.verdict().orElseThrow();
    Sample before = f.selection().before();
    Sample after = f.selection().after();
    Optional<Sample> behind = Optional.empty();
    if (f.claimed()) {
      behind = Optional.of(verdict instanceof Verdict.Faster ? before : after);
    }
    String here =
        "%s here, on %s"
            .formatted(
                behind.map(s -> s.name() + " is behind").orElse(verdict.finding()),
                Quantity.count(recording(f, before).cores(), "core"));
    // Where nothing was shown the model may not know better; elsewhere it may guess.
    int least = f.claimed() ? 1 : recording(f, before).cores() + 1;
    int afterFrom = aheadFrom(recording(f, after), recording(f, before), margin, least);
    int beforeFrom = aheadFrom(recording(f, before), recording(f, after), margin, least);
    String elsewhere = "by this model neither would be ahead on %d".formatted(MOST_CORES);
    if (Math.min(afterFrom, beforeFrom) <= MOST_CORES) {
      Sample ahead = afterFrom <= MOST_CORES ? after : before;
      Sample other = ahead == after ? before : after;
      elsewhere =
          ("by this model, which leaves the tasks as they were cut here, %s would be ahead of %s"
                  + " from %s on")
              .formatted(
                  ahead.name(),
                  other.name(),
                  Quantity.count(Math.min(afterFrom, beforeFrom), "core"));
    }
    return ("%s; %s (it looks at up to %d cores; a lead of up to %s %% is none: that is the larger"
            + " of its own error and the noise band).")
        .formatted(here, elsewhere, MOST_CORES, Numbers.decimals(100 * margin, 1));
  }

  /**
   * The number of cores from which on the one is faster than the other by more than the margin,
   * however many more; more than {@link #MOST_CORES} when it is not even there.
   *
   * @param least the fewest cores to be looked at
   */
  private static int aheadFrom(RecordedRun one, RecordedRun other, double margin, int least) {
    int from = MOST_CORES + 1;
    while (from > least && Replay.on(other, from - 1) > (1 + margin) * Replay.on(one, from - 1)) {
      from--;
    }
    return from;
  }
}
