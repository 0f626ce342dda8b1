//SOURCES ../project/FileTree.java
//SOURCES ../spark/ClassLoadingTour.java
//SOURCES JvmCommand.java
package runs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import project.FileTree;
import spark.ClassLoadingTour;

/**
 * A class-data sharing archive of Spark's classes (JEP 310), made once for each set of libraries
 * and JVM. Loading 12,000 classes is most of the start of a short Spark job; with the archive a
 * session opens about twice as fast. Both variants of a job use the same one.
 */
final class ClassDataArchive {
  /** Archives kept; each has about 160 MB. */
  private static final int KEPT = 5;

  private static final String LOCK = "lock";
  private static final String MAKING = "making-";
  private static final Duration ABANDONED = Duration.ofMinutes(30);

  private ClassDataArchive() {}

  /**
   * The archive for these libraries, made now if it is not there yet (about 20 s).
   *
   * @return empty when it cannot be made here; jobs then start without one
   */
  static synchronized Optional<Path> forLibraries(JvmCommand jvm) {
    try {
      Path folder = Files.createDirectories(cacheFolder());
      Path archive = folder.resolve(jvm.librariesHash() + ".jsa");
      if (!Files.isRegularFile(archive)) {
        makeOnce(jvm, folder, archive);
      }
      Files.setLastModifiedTime(archive, FileTime.from(Instant.now()));
      return Optional.of(archive);
    } catch (IOException e) {
      System.err.printf("Jobs start without a class-data archive: %s%n", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Of two commands that start at once one makes it and the other waits. The system itself frees
   * the lock of a command that is killed.
   */
  private static void makeOnce(JvmCommand jvm, Path folder, Path archive) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        System.err.println("Preparing a class-data archive: another command is at it, waiting.");
        channel.lock();
      }
      if (!Files.isRegularFile(archive)) {
        make(jvm, folder, archive);
        removeOld(folder);
      }
    }
  }

  private static void make(JvmCommand jvm, Path folder, Path archive) throws IOException {
    System.err.println(
        "Preparing a class-data archive, so that sessions open faster (once, about 20 s).");
    Path work = Files.createTempDirectory(folder, MAKING);
    Path classes = work.resolve("classes.lst");
    Path made = work.resolve("archive.jsa");
    try {
      List<String> tour =
          jvm.command(
              List.of("-XX:DumpLoadedClassList=" + classes),
              ClassLoadingTour.class.getName(),
              List.of(work.resolve("tour").toString()));
      run(tour, work);
      run(jvm.dump(classes, made), work);
      Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      FileTree.delete(work);
    }
  }

  private static void run(List<String> command, Path work) throws IOException {
    Path output = work.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      int exit = process.waitFor();
      if (exit != 0) {
        List<String> lines = Files.readAllLines(output);
        throw new IOException(
            "exit code %d%s"
                .formatted(exit, lines.isEmpty() ? "" : ", " + lines.get(lines.size() - 1)));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** As scripts/jbangw has it: Java's own user.home ignores the variable. */
  private static String home() {
    String home = System.getenv("HOME");
    return home != null && !home.isBlank() ? home : System.getProperty("user.home");
  }

  private static Path cacheFolder() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path cache = xdg != null && !xdg.isBlank() ? Path.of(xdg) : Path.of(home(), ".cache");
    return cache.resolve("spark-tuning-lab");
  }

  /** Archives of older libraries, and what a killed process left behind. */
  private static void removeOld(Path folder) throws IOException {
    Comparator<Path> newestFirst = Comparator.comparing((Path f) -> f.toFile().lastModified());
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found = files.sorted(newestFirst.reversed()).toList();
      found.stream()
          .filter(f -> f.toString().endsWith(".jsa"))
          .skip(KEPT)
          .forEach(f -> f.toFile().delete());
      long abandoned = System.currentTimeMillis() - ABANDONED.toMillis();
      for (Path f : found) {
        if (f.getFileName().toString().startsWith(MAKING)
            && f.toFile().lastModified() < abandoned) {
          FileTree.delete(f);
        }
      }
    }
  }
}
