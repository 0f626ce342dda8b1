//SOURCES Pairs.java
//SOURCES Selection.java
//SOURCES ../compare/NoiseBand.java
//SOURCES ../project/Launcher.java
package report;

import compare.NoiseBand;
import java.util.Optional;
import project.Launcher;
import runs.ExperimentRuns;

/**
 * What counts as noise on the machine of a comparison.
 *
 * @param band measured by an A/A experiment, or the default
 * @param experiment id of that experiment; empty when there is none
 */
public record Noise(NoiseBand band, String experiment) {

  /** From the newest A/A experiment under the same conditions, if there is one. */
  static Noise of(Optional<Selection> aa) {
    return aa.map(
            s ->
                new Noise(
                    NoiseBand.of(Pairs.durations(s)),
                    s.experiment().map(ExperimentRuns::plan).orElseThrow().id()))
        .orElse(new Noise(new NoiseBand.Uncalibrated(0), ""));
  }

  /** The band, where it comes from, and how to measure it where it was not. */
  String sentence() {
    return band instanceof NoiseBand.Calibrated
        ? "%s; experiment %s".formatted(band.text(), experiment)
        : "%s; to measure it: %s"
            .formatted(band.text(), Launcher.command("experiment --a all --b all"));
  }
}
