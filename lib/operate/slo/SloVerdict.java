package operate.slo;

/**
 * Whether an objective is kept. Every answer says itself in one sentence without a full stop, and
 * names what to do next.
 */
public sealed interface SloVerdict {

  /** The answer in a word or three: {@code met}, {@code BROKEN}, {@code cannot tell yet}. */
  String word();

  /** What was measured and what follows from it. */
  String sentence();

  /** The next thing to do, in a few words; empty when there is nothing. */
  String next();

  /** Kept, and the runs are enough to say so. */
  record Met(String sentence) implements SloVerdict {
    @Override
    public String word() {
      return "met";
    }

    @Override
    public String next() {
      return "";
    }
  }

  /** Not kept. */
  record Broken(String sentence, String next) implements SloVerdict {
    @Override
    public String word() {
      return "BROKEN";
    }
  }

  /**
   * Neither can be said yet, which is no failure.
   *
   * @param need what is needed to tell
   */
  record NotEnoughRuns(String sentence, String need) implements SloVerdict {
    @Override
    public String word() {
      return "cannot tell yet";
    }

    @Override
    public String next() {
      return need;
    }
  }
}
