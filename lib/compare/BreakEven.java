//SOURCES Interval.java
package compare;

/**
 * After how many reads something that is paid once, as compacting small files is, has paid back.
 * Time only: reads are counted as if all of them were like the measured ones.
 */
public sealed interface BreakEven {

  /** The answer in words: {@code pays back after 12 to 15 reads}. */
  String sentence();

  /**
   * It pays back, whichever end of the intervals is true.
   *
   * @param fewest reads, at least 1
   * @param most reads, at least {@code fewest}
   */
  record PaysBack(long fewest, long most) implements BreakEven {
    @Override
    public String sentence() {
      return fewest == most
          ? "pays back after " + reads(fewest)
          : "pays back after %d to %s".formatted(fewest, reads(most));
    }
  }

  /**
   * The interval of the saving reaches down to nothing.
   *
   * @param fewest reads at best, at least 1
   */
  record MayNeverPayBack(long fewest) implements BreakEven {
    @Override
    public String sentence() {
      return "pays back after %s at best, perhaps never".formatted(reads(fewest));
    }
  }

  /** A read saves nothing. */
  record Never() implements BreakEven {
    @Override
    public String sentence() {
      return "never pays back: a read saves nothing";
    }
  }

  /**
   * The number of reads after which the time saved is at least the time spent.
   *
   * @param costSec spent once, above 0; both ends equal where it was measured once
   * @param savedSecPerRead as from {@link Saving#secondsPerRun}; negative where a read loses
   */
  static BreakEven of(Interval costSec, Interval savedSecPerRead) {
    if (!(costSec.low() > 0)) {
      throw new IllegalArgumentException("a cost of " + costSec.low() + " s, wanted above 0");
    }
    if (savedSecPerRead.high() <= 0) {
      return new Never();
    }
    long fewest = reads(costSec.low(), savedSecPerRead.high());
    return savedSecPerRead.low() > 0
        ? new PaysBack(fewest, reads(costSec.high(), savedSecPerRead.low()))
        : new MayNeverPayBack(fewest);
  }

  private static long reads(double costSec, double savedSec) {
    // A quotient that is whole but for the last bits of a double is not one read more.
    return Math.max(1, (long) Math.ceil(costSec / savedSec * (1 - 1e-12)));
  }

  private static String reads(long count) {
    return count == 1 ? "1 read" : count + " reads";
  }
}
