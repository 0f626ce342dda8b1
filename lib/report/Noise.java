//SOURCES NextCommand.java
//SOURCES Pairs.java
//SOURCES Selection.java
//SOURCES ../compare/NoiseBand.java
//SOURCES Numbers.java
package report;

import compare.NoiseBand;
import java.util.Optional;
import java.util.stream.Stream;
import runs.ExperimentRuns;

/**
 * What counts as noise on the machine of a comparison.
 *
 * @param band what the comparison is judged by: measured by an A/A experiment, or the default
 * @param own what the comparison itself yields, if it is an A/A experiment whose times may stand
 *     against each other
 * @param experiment id of the A/A experiment; empty when there is none
 * @param howTo the command that measures the noise
 */
public record Noise(NoiseBand band, Optional<NoiseBand> own, String experiment, String howTo) {

  /**
   * The noise of a comparison.
   *
   * @param comparable whether its times may stand against each other
   * @param aa the A/A experiment beside it, if there is one
   */
  static Noise of(Selection selection, boolean comparable, Optional<Selection> aa) {
    String howTo = NextCommand.noise(selection);
    if (selection.aa()) {
      Optional<NoiseBand> own = comparable ? Optional.of(measured(selection)) : Optional.empty();
      return new Noise(new NoiseBand.Default(), own, id(selection), howTo);
    }
    return aa.map(s -> new Noise(measured(s), Optional.empty(), id(s), howTo))
        .orElseGet(() -> new Noise(new NoiseBand.Uncalibrated(0), Optional.empty(), "", howTo));
  }

  private static NoiseBand measured(Selection aa) {
    return NoiseBand.of(Pairs.durations(aa));
  }

  private static String id(Selection selection) {
    return selection.experiment().map(ExperimentRuns::plan).orElseThrow().id();
  }

  /** What an A/A experiment measured, the reported one or the one beside it. */
  Optional<NoiseBand.Calibrated> calibrated() {
    return Stream.concat(own.stream(), Stream.of(band))
        .filter(NoiseBand.Calibrated.class::isInstance)
        .map(NoiseBand.Calibrated.class::cast)
        .findFirst();
  }

  /** What the other experiments on this machine are judged by: all that is known of its noise. */
  NoiseBand ofOthers() {
    return calibrated().map(NoiseBand.class::cast).orElse(band);
  }

  /** {@code This A/A: noise band 4.1 %}; empty when no A/A experiment is reported. */
  String outcome() {
    return own.map(
            measured ->
                measured instanceof NoiseBand.Uncalibrated few
                    ? "This A/A: no noise band from %s".formatted(Numbers.pairs(few.pairs()))
                    : "This A/A: noise band " + measured.size())
        .orElse("");
  }

  /** The band, where it comes from, and how to measure it where it was not. */
  String sentence() {
    if (band instanceof NoiseBand.Calibrated) {
      return "%s; experiment %s".formatted(band.text(), experiment);
    }
    if (band instanceof NoiseBand.Default) {
      String measured = calibrated().map(c -> ", " + c.measured()).orElse("");
      return own.isEmpty() ? band.text() : "%s. %s%s".formatted(band.text(), outcome(), measured);
    }
    return "%s; to measure it: %s".formatted(band.text(), howTo);
  }
}
