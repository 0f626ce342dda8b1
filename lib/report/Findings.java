//SOURCES Answers.java
//SOURCES Cost.java
//SOURCES Durations.java
//SOURCES Pairs.java
//SOURCES Selection.java
//SOURCES Side.java
//SOURCES ../compare/SpeedUp.java
//SOURCES ../operate/QualityMetric.java
package report;

import compare.SpeedUp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import operate.QualityMetric;
import runs.Run;

/**
 * Everything a report says about one job; every output is written from this and nothing else.
 *
 * @param job the model, as in the run log
 * @param log the run log as the reader would type its path
 * @param missing a sentence naming what is missing and the next command; empty when both variants
 *     are there
 * @param durations summary of the compared runs, by variant
 * @param quality metrics of the newest compared output, by variant; empty lists when not recorded
 * @param warnings a sentence each
 */
public record Findings(
    String job,
    String log,
    String missing,
    Selection selection,
    Map<String, Durations> durations,
    Answers answers,
    Cost cost,
    Map<Side, List<QualityMetric>> quality,
    List<String> warnings) {

  /** Whether the report may say that one variant is faster or cheaper than the other. */
  public boolean claims() {
    return selection.complete() && answers.identical();
  }

  /** The speed-up; empty unless {@link #claims()}. */
  public Optional<SpeedUp> speedUp() {
    return claims() ? Optional.of(Pairs.speedUp(selection)) : Optional.empty();
  }

  /** The summary of one variant; only for a sample that is not empty. */
  Durations durations(Sample sample) {
    return durations.get(sample.side().variant());
  }

  /** The newest compared run: it stands for the data and the machine, which all of them share. */
  Run newest() {
    List<Run> compared = selection.compared();
    return compared.get(compared.size() - 1);
  }
}
