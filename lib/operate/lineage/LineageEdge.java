package operate.lineage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A job reads or writes a table: because the registry says so, because its runs did, or both.
 *
 * @param registered whether it stands in the registry
 * @param seen what the log knows of it; empty when no run ever did
 */
public record LineageEdge(
    String job, Direction direction, String table, boolean registered, Optional<Seen> seen) {

  /** By job, what it reads before what it writes, then by table. */
  static final Comparator<LineageEdge> ORDER =
      Comparator.comparing(LineageEdge::job)
          .thenComparing(LineageEdge::direction)
          .thenComparing(LineageEdge::table);

  /** From the job's point of view. */
  public enum Direction {
    READS,
    WRITES
  }

  /**
   * What the log knows of it.
   *
   * @param runs that did it
   * @param lastAt the newest time
   * @param lastRun the run of that time
   * @param variants of the table, sorted; empty when it has none
   */
  public record Seen(int runs, Instant lastAt, String lastRun, List<String> variants) {}

  /** Whether the job reads. */
  public boolean reads() {
    return direction == Direction.READS;
  }
}
