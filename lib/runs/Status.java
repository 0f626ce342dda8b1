package runs;

/** How a run ended. */
public enum Status {
  /** The output was published. */
  SUCCESS,
  /** The job stopped with an error; the previous output is still in place. */
  FAILED,
  /** The process was killed or interrupted; the previous output is still in place. */
  ABORTED
}
