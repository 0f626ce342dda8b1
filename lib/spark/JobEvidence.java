package spark;

/**
 * When a Spark job was submitted and ended.
 *
 * @param jobId Spark's
 * @param submittedMs milliseconds after the clock's start
 * @param completedMs milliseconds after the clock's start; -1 if it was still running at the end
 */
public record JobEvidence(int jobId, long submittedMs, long completedMs) {}
