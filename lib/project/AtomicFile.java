package project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file under a temporary name and gives it its real one when it is complete. */
public final class AtomicFile {

  /** Writes the content of one file; may throw. */
  @FunctionalInterface
  public interface Content {
    void writeTo(Path temporary) throws IOException;
  }

  private AtomicFile() {}

  /** Replaces {@code file} by {@code text} in UTF-8. */
  public static void write(Path file, String text) {
    write(file, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
  }

  /**
   * Replaces {@code file}; a reader sees the old or the new content, never a part of it.
   *
   * @throws UncheckedIOException when writing fails; the old content is then still there
   */
  public static void write(Path file, Content content) {
    Path absolute = file.toAbsolutePath();
    Path temporary =
        absolute.resolveSibling(
            "." + absolute.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.createDirectories(absolute.getParent());
      content.writeTo(temporary);
      Files.move(
          temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      temporary.toFile().delete();
    }
  }
}
