package runs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

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

  private static final int DIGITS = 16;

  /** Several inputs as one; the same when each of them is the same, in the same order. */
  static DataRef of(List<DataRef> inputs) {
    if (inputs.size() == 1) {
      return inputs.get(0);
    }
    return new DataRef(
        digest(inputs.stream().map(DataRef::fingerprint).collect(Collectors.joining(" "))),
        inputs.stream().mapToLong(DataRef::rows).sum(),
        inputs.stream().mapToLong(DataRef::files).sum(),
        inputs.stream().mapToLong(DataRef::bytes).sum());
  }

  private static String digest(String text) {
    try {
      byte[] bytes =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
