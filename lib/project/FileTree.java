package project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder with everything in it. */
public final class FileTree {
  private FileTree() {}

  /**
   * Removes what can be removed; links are removed, not followed. A folder that is not there, or
   * that another process is removing as well, is nobody's mistake.
   */
  public static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
    } catch (IOException | UncheckedIOException changing) {
      // Somebody else removes it at this moment.
    }
  }

  /**
   * The same tree in another place, its files as hard links: no byte is copied, and what is in
   * {@code from} is not touched. For files that nobody changes in place: removing one of the two
   * names leaves the other. Where links cannot be made, files are copied.
   *
   * @param to must not exist; the folder it goes to must
   * @throws IOException when {@code from} is missing or is being removed, or the disk is full
   */
  public static void link(Path from, Path to) throws IOException {
    repeat(from, to, FileTree::linkFile);
  }

  /**
   * The same tree in another place, its files copied: for files that somebody may change in place.
   *
   * @param to must not exist; the folder it goes to must
   * @throws IOException when {@code from} is missing or is being removed, or the disk is full
   */
  public static void copy(Path from, Path to) throws IOException {
    repeat(from, to, (file, place) -> Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES));
  }

  /** Puts a file at its place in the other tree. */
  @FunctionalInterface
  private interface Placing {
    void place(Path file, Path place) throws IOException;
  }

  private static void repeat(Path from, Path to, Placing file) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path place = to.resolve(from.relativize(path));
        if (Files.isDirectory(path)) {
          Files.createDirectory(place);
        } else {
          file.place(path, place);
        }
      }
    } catch (UncheckedIOException changing) {
      throw changing.getCause();
    }
  }

  private static void linkFile(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
