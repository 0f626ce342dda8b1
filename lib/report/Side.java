package report;

/** The role that a sample plays in a comparison; what it is called there is {@link Sample#name}. */
public enum Side {
  /** What is measured against: an experiment's first arm, the naive job. */
  BEFORE("A", "#c2703d"),
  /** What should be better: the second arm, the tuned job. */
  AFTER("B", "#17897b");

  private final String letter;
  private final String color;

  Side(String letter, String color) {
    this.letter = letter;
    this.color = color;
  }

  /** How it stands in an order of runs, {@code A B B A}. */
  String letter() {
    return letter;
  }

  /** Its colour in every chart: told apart by every kind of colour vision, on light and on dark. */
  public String color() {
    return color;
  }
}
