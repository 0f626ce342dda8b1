//SOURCES Rule.java
package operate.contract;

import java.util.List;

/** What became of one rule on one table. */
public sealed interface CheckResult {

  /** The verdict on a promise that was not looked at, as the log has it. */
  String NOT_CHECKED = "not checked";

  /** The rule that was looked at. */
  Rule rule();

  /** What was found, or why nothing can be said. */
  Found found();

  /** In one word: {@code passed}, {@code error}, {@code warning}, {@code not checked}. */
  String verdict();

  /** Whether the table must not be used or published as it is. */
  default boolean isError() {
    return this instanceof Breached b && b.rule().severity() == Severity.ERROR;
  }

  /** Whether somebody should look at the table, which may be used. */
  default boolean isWarning() {
    return this instanceof Breached b && b.rule().severity() == Severity.WARNING;
  }

  /**
   * What was found.
   *
   * @param text for people: {@code 0.0982 % (491 rows)}
   * @param plain for files: {@code 0.0982}
   */
  record Found(String text, String plain) {
    /** Words, which are the same for both. */
    static Found words(String words) {
      return new Found(words, words);
    }
  }

  /** The promise is kept. */
  record Passed(Rule rule, Found found) implements CheckResult {
    @Override
    public String verdict() {
      return "passed";
    }
  }

  /**
   * The promise is broken.
   *
   * @param examples up to five of the rows, keys or files that break it, in a fixed order; empty
   *     where there are none to show, as for a row count
   */
  record Breached(Rule rule, Found found, List<String> examples) implements CheckResult {
    @Override
    public String verdict() {
      return rule.severity().text();
    }

    /** {@code amount null values: found 0.31 % (6,200 rows), wanted <= 0.2 %}. */
    public String sentence() {
      return "%s: found %s, wanted %s".formatted(rule.name(), found.text(), rule.wanted());
    }
  }

  /** Nothing can be said, and why. */
  record NotChecked(Rule rule, Found found) implements CheckResult {
    @Override
    public String verdict() {
      return NOT_CHECKED;
    }

    /** {@code amount text: a text for people (ops/contracts/raw.sales.odcs.yaml line 31)}. */
    public String sentence() {
      return "%s: %s (%s)".formatted(rule.name(), found.text(), rule.place());
    }
  }
}
