package rehearse;

/** What the output has to be after the repair. */
public enum Answer {
  /** The one from before the fault: the data are the same again. */
  AS_BEFORE,
  /** The naive job's over the data as they are now: the fault was in rows that are there to stay. */
  OF_THE_NAIVE_JOB
}
