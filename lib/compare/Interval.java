package compare;

/**
 * Two ends with everything between them, in the unit of what they bound.
 *
 * @param low at most {@code high}
 * @param high finite, as {@code low} is
 */
public record Interval(double low, double high) {

  /** Checks the order. */
  public Interval {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(low + " to " + high + " is not an interval");
    }
  }

  /** Whether {@code value} lies between the ends or on one of them. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
