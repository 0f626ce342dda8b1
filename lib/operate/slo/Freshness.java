//SOURCES History.java
//SOURCES Window.java
package operate.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How old the data were. They are as old as the end of the newest success, and late while that is
 * longer ago than allowed. What was before the first success of the log nobody knows: that time is
 * not observed.
 *
 * @param age at the window's end; empty when no run has succeeded
 * @param observed how much of the window is known: from its begin, or from the first success
 * @param late the stretches of it in which the data were too old, oldest first
 * @param window what it was computed over
 */
public record Freshness(Optional<Duration> age, Duration observed, List<Late> late, Window window) {

  /** A stretch in which the data were too old. */
  public record Late(Instant from, Instant to) {
    /** How long it was; a stretch that goes on counts up to the window's end. */
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  /**
   * The freshness over a window that ends now.
   *
   * @param maxAge how old the data may be: of that age they are not late yet
   */
  public static Freshness of(History history, Window window, Duration maxAge) {
    List<Instant> renewals = history.renewals();
    if (renewals.isEmpty()) {
      return new Freshness(Optional.empty(), Duration.ZERO, List.of(), window);
    }
    Instant first = later(renewals.get(0), window.from());
    List<Late> late = new ArrayList<>();
    for (int i = 0; i < renewals.size(); i++) {
      Instant from = later(renewals.get(i).plus(maxAge), window.from());
      Instant to = i + 1 < renewals.size() ? renewals.get(i + 1) : window.to();
      if (from.isBefore(to)) {
        late.add(new Late(from, to));
      }
    }
    Instant newest = renewals.get(renewals.size() - 1);
    return new Freshness(
        Optional.of(Duration.between(newest, window.to())),
        Duration.between(first, window.to()),
        List.copyOf(late),
        window);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** For how long the data were too old. */
  public Duration lateTime() {
    return late.stream().map(Late::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** The longest stretch in which they were. */
  public Optional<Duration> longest() {
    return late.stream().map(Late::length).max(Comparator.naturalOrder());
  }

  /** The share of the observed time in which the data were fresh; empty when none was observed. */
  public OptionalDouble share() {
    return observed.isZero()
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - ratio(lateTime(), observed));
  }

  /** The share of the whole window in which they were fresh at least, whatever came before. */
  public double shareAtLeast() {
    return ratio(observed.minus(lateTime()), window.length());
  }

  private static double ratio(Duration part, Duration whole) {
    return part.toMillis() / (double) whole.toMillis();
  }
}
