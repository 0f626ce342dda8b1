package runs;

/** How a run ended. */
public enum Status {
  /** The output was published. */
  SUCCESS,
  /** The job, or a check after it, stopped with an error, which says if the output is a new one. */
  FAILED,
  /** The process was killed or interrupted; the error says if the output is a new one. */
  ABORTED
}
