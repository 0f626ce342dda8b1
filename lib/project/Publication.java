//SOURCES FileTree.java
//SOURCES Interruption.java
//SOURCES LabException.java
//SOURCES Workspace.java
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
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
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
 * <p>Closing without {@link #publish()} removes what was written, and so does an interruption. What
 * a killed process left behind is removed by the next publication of the same folder.
 */
public final class Publication implements AutoCloseable {
  private static final String STAGING = "staging-";
  private static final AtomicLong LAST = new AtomicLong(Long.MIN_VALUE);

  /** {@code /.x/v1760000000000-77-1/}, {@code /.x/staging-77-1/}: where {@code /x/} really lies. */
  private static final Pattern REAL_PLACE =
      Pattern.compile("/\\.([^/]+)/(?:v(?:0|\\d+-\\d+)|staging-\\d+)-\\d+(?=/|$)");

  private static final int TRIES = 5;
  private static final long UNTIL_WRITERS_NOTICE_MS = 300;

  /** Within one process file locks do not queue, so threads wait for each other here. */
  private static final Object PROCESS_LOCK = new Object();

  private final Path target;
  private final Path versions;
  private final Path staging;
  private final Interruption interruption;

  /** Guarded by this: an interruption either leaves the new version alone or keeps it back. */
  private boolean published;

  private boolean interrupted;

  private Publication(Path target, Path versions, Path staging) {
    this.target = target;
    this.versions = versions;
    this.staging = staging;
    this.interruption = Interruption.handledBy(this::giveUp);
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
      Path staging = versions.resolve(STAGING + self.pid() + "-" + unique());
      Files.createDirectory(staging);
      return new Publication(absolute, versions, staging);
    } catch (IOException e) {
      throw LabException.failed(
          "Cannot write %s (%s). Make the folder writable, or work in another one."
              .formatted(absolute.getParent(), reason(e)),
          e);
    }
  }

  /** Two threads may look at the clock in the same nanosecond. */
  private static long unique() {
    return LAST.updateAndGet(last -> Math.max(last + 1, System.nanoTime()));
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
  public synchronized Path publish() {
    if (interrupted) {
      throw LabException.failed("Interrupted before %s was published".formatted(target));
    }
    synchronized (PROCESS_LOCK) {
      try (FileChannel lock = FileChannel.open(versions.resolve("lock"), CREATE, WRITE)) {
        lock.lock();
        Path version = publishAlone();
        published = true;
        return version;
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
      previous = Files.move(target, versions.resolve("v0-" + unique()));
    }
    point(version);
    removeOld(version.getFileName(), previous.getFileName());
    return Files.exists(version) ? version : target;
  }

  private void point(Path version) throws IOException {
    Path link = versions.resolve("link-" + unique());
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
        FileTree.delete(version);
      }
    }
  }

  /** Removes what was written, unless it was published. */
  @Override
  public void close() {
    interruption.close();
    if (!isInterrupted()) {
      FileTree.delete(staging);
    }
  }

  private synchronized boolean isInterrupted() {
    return interrupted;
  }

  private String giveUp() {
    String shown = Workspace.here().fromHere(target);
    synchronized (this) {
      if (published) {
        return "%s is new and complete.".formatted(shown);
      }
      interrupted = true;
    }
    removeFromUnderWriters();
    return "%s is unchanged.".formatted(shown);
  }

  /** Writers still at work would make their folder again: a file in its place stops them. */
  private void removeFromUnderWriters() {
    try {
      boolean blocked = false;
      for (int i = 0; i < TRIES && !blocked; i++) {
        Path aside = staging.resolveSibling(staging.getFileName() + "-" + i);
        Files.move(staging, aside, StandardCopyOption.ATOMIC_MOVE);
        blocked = staging.toFile().createNewFile();
        FileTree.delete(aside);
      }
      Thread.sleep(UNTIL_WRITERS_NOTICE_MS);
    } catch (IOException leftForNextTime) {
      // The next publication removes what is left.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    FileTree.delete(staging);
  }

  /**
   * A path as readers know it: {@code data/raw/customers} for {@code data/.raw/v…/customers}, in
   * which Spark found a file.
   */
  public static String visible(String path) {
    return REAL_PLACE.matcher(path).replaceAll("/$1");
  }

  private static void removeAbandoned(Path versions) throws IOException {
    for (Path path : list(versions)) {
      String name = path.getFileName().toString();
      if (name.startsWith(STAGING) && !isAlive(Long.parseLong(name.split("-")[1]))) {
        FileTree.delete(path);
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

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
