//SOURCES Findings.java
//SOURCES Sample.java
//SOURCES ../compare/CoresForecast.java
//SOURCES ../compare/RecordedRun.java
//SOURCES ../compare/Replay.java
package report;

import compare.CoresForecast;
import compare.RecordedRun;
import compare.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

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

  /** How far the model is off for each side, and whether another machine would turn the result. */
  static List<String> says(Findings f) {
    List<String> sentences = new ArrayList<>();
    for (Sample sample : f.selection().samples()) {
      sentences.add(
          "%s: %s.".formatted(sample.name(), CoresForecast.of(recording(f, sample)).sentence()));
    }
    sentences.add(turn(f));
    return sentences;
  }

  /** Whether the side that is behind here would be ahead elsewhere. */
  private static String turn(Findings f) {
    Sample before = f.selection().before();
    Sample after = f.selection().after();
    boolean afterBehind = recording(f, after).elapsedSec() > recording(f, before).elapsedSec();
    Sample behind = afterBehind ? after : before;
    Sample ahead = afterBehind ? before : after;
    int here = recording(f, behind).cores();
    OptionalInt from = aheadFrom(recording(f, behind), recording(f, ahead));
    return from.isPresent()
        ? ("%s is behind here, on %d cores; by this model, which leaves the tasks as they were cut"
                + " here, it would be ahead of %s from %d cores on.")
            .formatted(behind.name(), here, ahead.name(), from.getAsInt())
        : "%s is behind here, on %d cores, and by this model on any number up to %d."
            .formatted(behind.name(), here, MOST_CORES);
  }

  /** The number of cores from which on the one is faster than the other, however many more. */
  private static OptionalInt aheadFrom(RecordedRun behind, RecordedRun ahead) {
    int from = MOST_CORES + 1;
    while (from > 1 && Replay.on(behind, from - 1) < Replay.on(ahead, from - 1)) {
      from--;
    }
    return from > MOST_CORES ? OptionalInt.empty() : OptionalInt.of(from);
  }
}
