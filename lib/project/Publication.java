//SOURCES LabException.java
package project;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that appears complete or not at all.
 *
 * <p>The folder {@code data/silver/x} is a symbolic link into {@code data/silver/.x/}, which holds
 * one folder per version. A new version is written beside the old one and becomes the current one
 * by renaming a link, which is atomic: a reader sees the old or the new version, never a part or a
 * mixture. The version before the current one is kept for readers that still have it open. Where
 * links cannot be made (Windows without developer mode), folders are renamed instead, which leaves
 * a moment without the folder.
 *
 * <p>Closing without {@link #publish()} removes what was written. What a killed process left behind
 * is removed by the next publication of the same folder.
 */
public final class Publication implements AutoCloseable {
  private static final String STAGING = "staging-";

  /** Within one process file locks do not queue, so threads wait for each other here. */
  private static final Object PROCESS_LOCK = new Object();

  private final Path target;
  private final Path versions;
  private final Path staging;

  private Publication(Path target, Path versions, Path staging) {
    this.target = target;
    this.versions = versions;
    this.staging = staging;
  }

  /**
   * Starts a new version of {@code target}.
   *
   * @throws LabException when the folder it goes to cannot be written
   */
  public static Publication of(Path target) {
    Path absolute = target.toAbsolutePath().normalize();
    Path versions = absolute.resolveSibling("." + absolute.getFileName());
    try {
      Files.createDirectories(versions);
      removeAbandoned(versions);
      ProcessHandle self = ProcessHandle.current();
      Path staging = versions.resolve(STAGING + self.pid() + "-" + System.nanoTime());
      Files.createDirectory(staging);
      return new Publication(absolute, versions, staging);
    } catch (IOException e) {
      throw LabException.failed(
          "Cannot write %s (%s). Make the folder writable, or work in another one."
              .formatted(absolute.getParent(), reason(e)),
          e);
    }
  }

  /** The existing, empty folder to write the new version into. */
  public Path staging() {
    return staging;
  }

  /**
   * Makes what was written the current version.
   *
   * @return where this version lies, also when another process publishes the next one
   */
  public Path publish() {
    synchronized (PROCESS_LOCK) {
      try (FileChannel lock = FileChannel.open(versions.resolve("lock"), CREATE, WRITE)) {
        lock.lock();
        return publishAlone();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Path publishAlone() throws IOException {
    String unique = staging.getFileName().toString().substring(STAGING.length());
    Path version = versions.resolve("v" + System.currentTimeMillis() + "-" + unique);
    Path previous = Files.exists(target) ? target.toRealPath() : target;
    Files.move(staging, version, StandardCopyOption.ATOMIC_MOVE);
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      previous = Files.move(target, versions.resolve("v0-" + System.nanoTime()));
    }
    point(version);
    removeOld(version.getFileName(), previous.getFileName());
    return Files.exists(version) ? version : target;
  }

  private void point(Path version) throws IOException {
    Path link = versions.resolve("link-" + System.nanoTime());
    try {
      Files.createSymbolicLink(link, target.getParent().relativize(version));
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.move(version, target);
      return;
    }
    Files.move(link, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void removeOld(Path current, Path previous) throws IOException {
    for (Path version : list(versions)) {
      Path name = version.getFileName();
      if (name.toString().startsWith("v") && !name.equals(current) && !name.equals(previous)) {
        delete(version);
      }
    }
  }

  /** Removes what was written, unless it was published. */
  @Override
  public void close() {
    delete(staging);
  }

  private static void removeAbandoned(Path versions) throws IOException {
    for (Path path : list(versions)) {
      String name = path.getFileName().toString();
      if (name.startsWith(STAGING) && !isAlive(Long.parseLong(name.split("-")[1]))) {
        delete(path);
      }
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
    } catch (IOException | UncheckedIOException leftForNextTime) {
      // Another process may be removing the same abandoned folder; the next publication tries
      // again.
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
