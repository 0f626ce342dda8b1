package compare;

/**
 * When a Spark job was submitted and ended, on the clock of the run's {@link TaskSpan}s.
 *
 * @param jobId Spark's
 * @param startSec time of {@code SparkListenerJobStart}
 * @param endSec time of {@code SparkListenerJobEnd}, at least {@code startSec}
 */
public record JobSpan(int jobId, double startSec, double endSec) {

  /** Checks the order. */
  public JobSpan {
    if (!(startSec <= endSec)) {
      throw new IllegalArgumentException(
          "job %d cannot end at %s s when it started at %s s".formatted(jobId, endSec, startSec));
    }
  }

  /** Whether this job had ended when {@code later} was submitted. */
  boolean precedes(JobSpan later) {
    // A job of no length had ended when it was submitted, and yet it does not wait for itself.
    return jobId != later.jobId && endSec <= later.startSec;
  }
}
