//DEPS org.apache.spark:spark-sql_2.12:3.5.9
//SOURCES RunProcess.java
//SOURCES ../project/FileTree.java
package runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.util.ShutdownHookManager;
import project.FileTree;

/**
 * Folders for what nobody keeps, in the system's temporary folder: {@code
 * spark-lab-4711-1760000000000-123}, the process that has it, by its number and its start, and a
 * number of its own. They go when the process ends, also by Ctrl-C; those of a process that was
 * killed are removed by whoever makes the next one.
 */
public final class Scratch {
  private static final String PREFIX = "spark-lab-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-(\\d+)-\\d+");

  private Scratch() {}

  /** A new, empty folder of this process. */
  public static Path folder() {
    Path folder = folderIn(Path.of(System.getProperty("java.io.tmpdir")));
    // Spark removes it after it has stopped its tasks: they would make their folders again.
    ShutdownHookManager.registerShutdownDeleteDir(folder.toFile());
    return folder;
  }

  /** The same in another folder, kept when the process ends. */
  public static Path folderIn(Path temporary) {
    RunProcess self = RunProcess.self();
    try {
      Path folder =
          Files.createTempDirectory(
              temporary, "%s%d-%d-".formatted(PREFIX, self.pid(), self.start().toEpochMilli()));
      removeLeftovers(temporary, Files.getOwner(folder));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whoever cannot list the folder, or is too late for one in it, has nothing to tidy up. */
  private static void removeLeftovers(Path temporary, UserPrincipal owner) {
    try (Stream<Path> paths = Files.list(temporary)) {
      paths
          .filter(path -> process(path).filter(process -> !process.isAlive()).isPresent())
          .filter(path -> isFolderOf(owner, path))
          .forEach(FileTree::delete);
    } catch (IOException | UncheckedIOException changing) {
      // Leftovers stay until the next time.
    }
  }

  /** Who has a folder of this name; empty for every other name. */
  private static Optional<RunProcess> process(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    try {
      return name.matches()
          ? Optional.of(
              new RunProcess(
                  Long.parseLong(name.group(1)),
                  Instant.ofEpochMilli(Long.parseLong(name.group(2)))))
          : Optional.empty();
    } catch (NumberFormatException tooLong) {
      return Optional.empty();
    }
  }

  private static boolean isFolderOf(UserPrincipal owner, Path path) {
    try {
      return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(owner);
    } catch (IOException gone) {
      return false;
    }
  }
}
