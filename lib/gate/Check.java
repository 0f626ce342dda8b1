package gate;

/**
 * One line of the gate's answer.
 *
 * @param name of what was checked
 * @param baseline what was stored or is allowed
 * @param now what was found
 * @param outcome whether it lets the change pass
 * @param word the outcome in a word or two, as the table has it
 * @param sentence what there is to say about it, without a full stop; empty when the line says all
 */
public record Check(
    String name, String baseline, String now, Outcome outcome, String word, String sentence) {

  /** What a check means for the change. */
  public enum Outcome {
    /** As it was, or better. */
    PASSED,
    /** Could not be told; the change passes, and is told so. */
    OPEN,
    /** The change does not pass, unless it is meant and stored as the new baseline. */
    FAILED,
    /** The change does not pass, and no other baseline makes it right. */
    WRONG
  }

  static Check same(String name, String baseline, String now) {
    return new Check(name, baseline, now, Outcome.PASSED, "same", "");
  }

  static Check passed(String name, String baseline, String now, String word) {
    return new Check(name, baseline, now, Outcome.PASSED, word, "");
  }

  static Check open(String name, String baseline, String now, String word, String sentence) {
    return new Check(name, baseline, now, Outcome.OPEN, word, sentence);
  }

  static Check failed(String name, String baseline, String now, String sentence) {
    return new Check(name, baseline, now, Outcome.FAILED, "FAILED", sentence);
  }

  static Check wrong(String name, String baseline, String now, String sentence) {
    return new Check(name, baseline, now, Outcome.WRONG, "FAILED", sentence);
  }

  /** The same with a sentence to it. */
  Check saying(String words) {
    return new Check(name, baseline, now, outcome, word, words);
  }

  /** Whether it keeps the change out. */
  public boolean failed() {
    return outcome == Outcome.FAILED || outcome == Outcome.WRONG;
  }
}
