package operate.slo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A stretch of failed runs: from the first that fails after a success, or at all, up to the next
 * success, which repairs it.
 *
 * @param <T> a run
 * @param failed in their order, at least one
 * @param repair empty while nothing has succeeded since
 */
public record Downtime<T>(List<T> failed, Optional<T> repair) {

  /**
   * Every stretch of failures, oldest first; only the last one can be without its repair.
   *
   * @param runs by start: only a run that begins after a failure can repair it
   */
  public static <T> List<Downtime<T>> in(List<T> runs, Predicate<T> succeeded) {
    List<Downtime<T>> found = new ArrayList<>();
    List<T> failed = new ArrayList<>();
    for (T run : runs) {
      if (!succeeded.test(run)) {
        failed.add(run);
      } else if (!failed.isEmpty()) {
        found.add(new Downtime<>(List.copyOf(failed), Optional.of(run)));
        failed.clear();
      }
    }
    if (!failed.isEmpty()) {
      found.add(new Downtime<>(List.copyOf(failed), Optional.empty()));
    }
    return List.copyOf(found);
  }
}
