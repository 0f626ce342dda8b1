//SOURCES FixRules.java
//SOURCES PortfolioText.java
package portfolio;

/**
 * One reason to put a model on the list of what to fix.
 *
 * @param kind the rule it broke
 * @param eurPerMonth what it costs in a month of 30 days, at least 0
 * @param reason the numbers, in words
 */
public record Offence(Kind kind, double eurPerMonth, String reason) {

  /** The rules, the most urgent first. */
  public enum Kind {
    NOT_REPAIRED("not repaired"),
    STALE("stale"),
    COST_HOG("cost hog"),
    SLOW_DRIFT("slow drift"),
    FLAKY("flaky"),
    MONTH_END("month end");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As people say it: {@code cost hog}. */
    public String words() {
      return words;
    }

    /** Whether readers of the data wait now, whatever it costs. */
    public boolean urgent() {
      return this == NOT_REPAIRED || this == STALE;
    }

    /** When a model is put on the list, what makes sure that it is no chance, and what it costs. */
    public String rule(FixRules rules) {
      return switch (this) {
        case NOT_REPAIRED -> UnrepairedModel.RULE;
        case STALE -> StaleModel.RULE;
        case COST_HOG -> CostHog.rule(rules);
        case SLOW_DRIFT -> SlowDrift.rule(rules);
        case FLAKY -> FlakyModel.rule(rules);
        case MONTH_END -> MonthEndPeak.rule(rules);
      };
    }
  }
}
