package runs;

/**
 * The input of a run.
 *
 * @param fingerprint of the rows, whatever their order and files; empty when the run never got to
 *     it
 * @param rows in the fact table
 * @param files of the fact table
 * @param bytes of the fact table
 */
public record DataRef(String fingerprint, long rows, long files, long bytes) {
  /** For a run that failed before it looked at its input. */
  public static final DataRef UNKNOWN = new DataRef("", 0, 0, 0);
}
