package compare;

/**
 * An amount of money that is only known to lie between two ends, or a price per hour of that kind.
 *
 * @param low EUR; negative where a saving may turn out to be a loss
 * @param high EUR, at least {@code low}
 */
public record EurRange(double low, double high) {

  /** Checks the order. */
  public EurRange {
    if (!(low <= high)) {
      throw new IllegalArgumentException(low + " to " + high + " EUR is not a range");
    }
  }

  /** The range {@code factor} times over; {@code factor} is at least 0. */
  public EurRange times(double factor) {
    return new EurRange(low * factor, high * factor);
  }
}
