package operate.slo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A stretch of failed runs, up to the success that repairs them.
 *
 * <p>A success repairs a failed run when it started no earlier and ended no earlier: a run that was
 * under way before may have read what was wrong, and one that was over before the failure was known
 * can have repaired nothing. Failures that one success repairs are one stretch, as are those that
 * nothing has repaired yet. Where runs do not overlap, that is: from the first failure after a
 * success, or at all, to the next success.
 *
 * <p>A success need not be a run of the whole table: one of some days only carries the others over
 * and publishes what a run over everything would give, or nothing. So it repairs as much.
 *
 * @param <T> a run
 * @param failed by start, at least one
 * @param repair empty while nothing has repaired them
 */
public record Downtime<T extends Downtime.Run>(List<T> failed, Optional<T> repair) {

  /** What a run has to tell. */
  public interface Run {
    /** When it began. */
    Instant start();

    /** When it was known how it went. */
    Instant end();

    /** Whether the table is a new one. */
    boolean succeeded();

    /** Whether it computed the whole table, not some days of it only. */
    boolean whole();

    /**
     * Whether it says that the table is down: the failure of a run over some days does not, for the
     * table that readers have is as good as before.
     */
    default boolean breaks() {
      return whole() && !succeeded();
    }
  }

  /** At equal ends a failure is first: the success beside it repairs it. */
  private static final Comparator<Run> AS_THEY_WERE_KNOWN =
      Comparator.comparing(Run::end).thenComparing(Run::succeeded).thenComparing(Run::start);

  /**
   * Every stretch of failures, in the order of their repair; only the last one can be without.
   *
   * @param runs in any order
   */
  public static <T extends Run> List<Downtime<T>> in(List<T> runs) {
    List<Downtime<T>> found = new ArrayList<>();
    List<T> failed = new ArrayList<>();
    for (T run : runs.stream().sorted(AS_THEY_WERE_KNOWN).toList()) {
      if (run.breaks()) {
        failed.add(run);
      } else if (run.succeeded()) {
        Map<Boolean, List<T>> repaired =
            failed.stream().collect(Collectors.partitioningBy(f -> !f.start().isAfter(run.start())));
        add(repaired.get(true), Optional.of(run), found);
        failed = new ArrayList<>(repaired.get(false));
      }
    }
    add(failed, Optional.empty(), found);
    return List.copyOf(found);
  }

  private static <T extends Run> void add(
      List<T> failed, Optional<T> repair, List<Downtime<T>> found) {
    if (!failed.isEmpty()) {
      List<T> byStart = failed.stream().sorted(Comparator.comparing(Run::start)).toList();
      found.add(new Downtime<>(byStart, repair));
    }
  }
}
