package runs;

/** How a run ended. */
public enum Status {
  /** The output was published. */
  SUCCESS,
  /**
   * The job, or a check after it, stopped with an error, which says if the output is a new one. It
   * says something about the job: the round of an experiment in which it happens is dropped.
   */
  FAILED,
  /**
   * The process was killed or interrupted; the error says if the output is a new one. The round of
   * an experiment in which it happens was broken off, and is run again.
   */
  ABORTED
}
