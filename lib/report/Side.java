package report;

/** The two variants of a job that a report compares. */
public enum Side {
  /** The naive job. */
  BASELINE("baseline", "#c2703d"),
  /** The tuned job. */
  OPTIMIZED("optimized", "#17897b");

  private final String variant;
  private final String color;

  Side(String variant, String color) {
    this.variant = variant;
    this.color = color;
  }

  /** Its colour in every chart: told apart by every kind of colour vision, on light and on dark. */
  String color() {
    return color;
  }

  /** The variant as it stands in the run log; also the alias of the command that runs it. */
  public String variant() {
    return variant;
  }
}
