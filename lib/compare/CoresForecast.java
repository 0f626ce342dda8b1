//SOURCES RatioText.java
//SOURCES Replay.java
package compare;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the work of one run would take on other numbers of cores, by {@link Replay}, and how far
 * that model is off where the truth is known.
 *
 * <p>A small error shows that the order of the tasks and the time outside them are understood. It
 * does not show that a task takes as long among 31 others.
 *
 * @param cores the run's own
 * @param measuredSec the run's own
 * @param error predicted / measured - 1 on the run's own cores: below 0 the model is too fast
 * @param predictions for {@link #CORES}, in that order
 */
public record CoresForecast(
    int cores, double measuredSec, double error, List<Prediction> predictions) {
  /** A laptop, a workstation, a server, a small cluster. */
  public static final List<Integer> CORES = List.of(2, 8, 32, 128);

  /**
   * The model's answer for one number of cores.
   *
   * @param sec by {@link Replay#on}
   */
  public record Prediction(int cores, double sec) {}

  /** The forecast from one run. */
  public static CoresForecast of(RecordedRun run) {
    return new CoresForecast(
        run.cores(),
        run.elapsedSec(),
        Replay.on(run, run.cores()) / run.elapsedSec() - 1,
        CORES.stream().map(n -> new Prediction(n, Replay.on(run, n))).toList());
  }

  private String off() {
    String percent = String.format(Locale.ROOT, "%+.1f %%", 100 * error);
    // What rounds to nothing has no sign.
    return percent.substring(1).equals("0.0 %") ? "0.0 %" : percent;
  }

  /**
   * {@code a model, +0.3 % off on the 2 cores it was measured on: 15.4 s on 2 cores, 4.6 s on 8,
   * …}.
   */
  public String sentence() {
    return "a model, %s off on the %d cores it was measured on: %s"
        .formatted(
            off(),
            cores,
            predictions.stream()
                .map(p -> String.format(Locale.ROOT, "%.1f s on %d", p.sec(), p.cores()))
                .collect(Collectors.joining(", ")));
  }
}
