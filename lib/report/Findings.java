//SOURCES Answers.java
//SOURCES Contributions.java
//SOURCES Cost.java
//SOURCES Durations.java
//SOURCES Evidence.java
//SOURCES LineageBlock.java
//SOURCES Noise.java
//SOURCES Pairs.java
//SOURCES Reliability.java
//SOURCES Selection.java
//SOURCES Side.java
//SOURCES ../compare/Verdict.java
//SOURCES ../operate/contract/QualityMetric.java
package report;

import compare.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import operate.contract.QualityMetric;
import runs.Run;

/**
 * Everything a report says about one job; every output is written from this and nothing else.
 *
 * @param job the model, as in the run log
 * @param missing a sentence naming what is missing and the next command; empty when both sides are
 *     there
 * @param durations summary of the compared runs, by variant
 * @param ladder what each step contributes; empty when no ladder ran under the same conditions
 * @param compaction what the compacted input cost and after how many reads it pays back, a
 *     sentence; empty where no experiment tried it
 * @param evidence what Spark said of each side's median run; a side without runs is not there
 * @param quality metrics of the newest compared output, by side; empty lists when not recorded
 * @param reliability of the model in operation; empty where nothing is promised for it
 * @param lineage who reads and writes what; empty without a lineage log
 * @param warnings a sentence each
 */
public record Findings(
    String job,
    String missing,
    Selection selection,
    Map<String, Durations> durations,
    Answers answers,
    Noise noise,
    Optional<Contributions> ladder,
    Cost cost,
    String compaction,
    Map<Side, Evidence> evidence,
    Map<Side, List<QualityMetric>> quality,
    Optional<Reliability> reliability,
    Optional<LineageBlock> lineage,
    List<String> warnings) {

  /** Whether the times of both sides may stand against each other: same conditions, same answer. */
  public boolean comparable() {
    return selection.complete() && selection.conflict().isEmpty() && answers.identical();
  }

  /** What may be claimed; empty unless {@link #comparable()}. */
  public Optional<Verdict> verdict() {
    return comparable()
        ? Optional.of(Verdict.of(Pairs.durations(selection), true, noise.band()))
        : Optional.empty();
  }

  /** Whether the verdict is that one side is faster. */
  boolean claimed() {
    return verdict().filter(Verdict::isClaim).isPresent();
  }

  /** The summary of one side; only for a sample that is not empty. */
  Durations durations(Sample sample) {
    return durations.get(sample.name());
  }

  /** The newest compared run: it stands for the data and the machine, which all of them share. */
  Run newest() {
    return selection.newest();
  }
}
