package operate.lineage;

import java.time.Instant;
import java.util.Map;

/**
 * What lineage needs to know of a run.
 *
 * @param tags what else describes it, by name: variant, settings; nothing that is empty
 * @param error one sentence, empty when it succeeded
 * @param sparkVersion empty when Spark did not run
 * @param output what it published
 */
public record LineageRun(
    String runId,
    String job,
    String variant,
    Instant start,
    Instant end,
    Ended ended,
    String error,
    Map<String, String> tags,
    String sparkVersion,
    Size output) {

  /** How it ended, in OpenLineage's words. */
  public enum Ended {
    COMPLETE,
    FAIL,
    ABORT
  }

  /**
   * How much was read or written.
   *
   * @param rows negative when it is not known
   */
  public record Size(long rows, long files, long bytes) {
    /** Of nothing, or of something that nobody counted. */
    public static final Size UNKNOWN = new Size(-1, 0, 0);

    /** Whether it is known. */
    public boolean known() {
      return rows >= 0;
    }

    /** Both together. */
    Size plus(Size other) {
      return new Size(rows + other.rows, files + other.files, bytes + other.bytes);
    }
  }
}
