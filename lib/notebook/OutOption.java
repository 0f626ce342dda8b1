//DEPS info.picocli:picocli:4.7.7
//SOURCES Course.java
//SOURCES ../project/LabException.java
package notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import project.LabException;

/** The folder that pages and other forms of notebooks are written to. */
public final class OutOption {
  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the files go (default: notebooks/out).")
  private Optional<Path> out;

  /**
   * The folder, which is made if need be.
   *
   * @throws LabException when it cannot be written
   */
  public Path folder(Course course) {
    Path folder = out.orElseGet(course::out);
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".can-be-written", ""));
      return folder;
    } catch (IOException e) {
      throw LabException.failed(
          "Found that %s cannot be written (%s), wanted a folder that can. Name one with --out FOLDER"
              .formatted(folder, e.getClass().getSimpleName()),
          e);
    }
  }
}
