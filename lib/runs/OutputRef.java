package runs;

/**
 * The output of a run.
 *
 * @param fingerprint of schema and rows, whatever their order and files; empty when nothing was
 *     published
 * @param rows in the output
 * @param files of the output
 * @param bytes of the output
 */
public record OutputRef(String fingerprint, long rows, long files, long bytes) {
  /** For a run that published nothing. */
  public static final OutputRef NONE = new OutputRef("", 0, 0, 0);
}
