package project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The texts that travel inside a script's jar, where its {@code //FILES} put them, so that a command
 * finds them from any folder. UTF-8.
 */
public final class Packed {
  private Packed() {}

  /**
   * A text that is there.
   *
   * @param name from the root of the class path, {@code /conf/lab.properties}
   * @throws IllegalArgumentException when it is not
   */
  public static String text(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no resource " + name));
  }

  /** A text; empty when the jar has none of this name. */
  public static Optional<String> find(String name) {
    try (InputStream in = Packed.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
