//SOURCES ../project/FileTree.java
//SOURCES ../spark/ClassLoadingTour.java
//SOURCES JvmCommand.java
package runs;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import project.FileTree;
import spark.ClassLoadingTour;

/**
 * A class-data sharing archive of Spark's classes (JEP 310), made once for each version of Spark's
 * jars and the JVM. Loading 12,000 classes is most of the start of a short Spark job; with the
 * archive a session opens about twice as fast. Both variants of a job use the same one.
 *
 * <p>Beside an archive lies the list of the jars that its classes are from. Every command whose
 * class path has them all can use it, whatever else it has: they have to stand first.
 */
public final class ClassDataArchive {
  /** Archives kept; each has about 160 MB. */
  private static final int KEPT = 5;

  private static final String ARCHIVE = ".jsa";
  private static final String JARS = ".jars";
  private static final String LOCK = "lock";
  private static final String MAKING = "making-";
  private static final Duration ABANDONED = Duration.ofMinutes(30);

  private ClassDataArchive() {}

  /**
   * A command with the archive of its libraries, which is made now if there is none yet (about
   * 20 s).
   *
   * @return the same command when none can be made here
   */
  public static synchronized JvmCommand speedUp(JvmCommand jvm) {
    try {
      Path folder = Files.createDirectories(cacheFolder());
      Optional<JvmCommand> found = find(jvm, folder);
      JvmCommand faster = found.isPresent() ? found.get() : makeOnce(jvm, folder);
      Files.setLastModifiedTime(faster.archive().orElseThrow(), FileTime.from(Instant.now()));
      return faster;
    } catch (IOException e) {
      System.err.printf("Jobs start without a class-data archive: %s%n", e.getMessage());
      return jvm;
    }
  }

  /** With an archive whose jars are all on the class path, none of them changed since. */
  private static Optional<JvmCommand> find(JvmCommand jvm, Path folder) throws IOException {
    Set<String> libraries = Set.copyOf(jvm.libraries());
    for (Path list : files(folder, JARS)) {
      List<String> jars = Files.readAllLines(list);
      Path archive = beside(list, ARCHIVE);
      if (libraries.containsAll(jars)
          && archive.equals(folder.resolve(hash(jars) + ARCHIVE))
          && Files.isRegularFile(archive)) {
        return Optional.of(jvm.with(archive, Set.copyOf(jars)));
      }
    }
    return Optional.empty();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName().toString().replaceFirst("\\.\\w+$", ending));
  }

  /** Changes with the jars, their order, and the JVM. */
  private static String hash(List<String> jars) {
    CRC32 crc = new CRC32();
    crc.update(System.getProperty("java.home").getBytes(StandardCharsets.UTF_8));
    crc.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
    for (String jar : jars) {
      File file = new File(jar);
      crc.update(
          "%s %d %d"
              .formatted(jar, file.length(), file.lastModified())
              .getBytes(StandardCharsets.UTF_8));
    }
    return "%08x".formatted(crc.getValue());
  }

  /**
   * Of two commands that start at once one makes it and the other waits. The system itself frees
   * the lock of a command that is killed.
   */
  private static JvmCommand makeOnce(JvmCommand jvm, Path folder) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (channel.tryLock() == null) {
        System.err.println("Preparing a class-data archive: another command is at it, waiting.");
        channel.lock();
      }
      Optional<JvmCommand> meanwhile = find(jvm, folder);
      if (meanwhile.isPresent()) {
        return meanwhile.get();
      }
      JvmCommand made = make(jvm, folder);
      removeOld(folder);
      return made;
    }
  }

  private static JvmCommand make(JvmCommand jvm, Path folder) throws IOException {
    System.err.println(
        "Preparing a class-data archive, so that sessions open faster (once, about 20 s).");
    Path work = Files.createTempDirectory(folder, MAKING);
    Path classes = work.resolve("classes.lst");
    Path loaded = work.resolve("loaded.txt");
    Path made = work.resolve("made" + ARCHIVE);
    try {
      List<String> tour =
          jvm.command(
              List.of(
                  "-XX:DumpLoadedClassList=" + classes,
                  "-Xlog:class+load:file=%s:none".formatted(loaded)),
              ClassLoadingTour.class.getName(),
              List.of(work.resolve("tour").toString()));
      run(tour, work);
      List<String> jars = jarsOf(loaded, jvm);
      run(JvmCommand.dump(classes, jars, made), work);
      Path archive = folder.resolve(hash(jars) + ARCHIVE);
      Files.write(work.resolve("list"), jars);
      Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
      Files.move(
          work.resolve("list"), beside(archive, JARS), StandardCopyOption.ATOMIC_MOVE);
      return jvm.with(archive, Set.copyOf(jars));
    } finally {
      FileTree.delete(work);
    }
  }

  /**
   * The libraries that classes came from.
   *
   * @param loaded the JVM's log, {@code org.apache.spark.SparkConf source: file:/…/x.jar}
   */
  private static List<String> jarsOf(Path loaded, JvmCommand jvm) throws IOException {
    Set<String> urls = new HashSet<>();
    try (Stream<String> lines = Files.lines(loaded)) {
      lines
          .map(line -> line.replaceFirst(".* source: ", ""))
          .filter(source -> source.startsWith("file:"))
          .forEach(urls::add);
    }
    return jvm.libraries().stream()
        .filter(jar -> urls.contains(new File(jar).toURI().toString()))
        .toList();
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
    Comparator<Path> newestFirst = Comparator.comparing((Path f) -> -f.toFile().lastModified());
    List<Path> old = files(folder, ARCHIVE).stream().sorted(newestFirst).skip(KEPT).toList();
    for (Path archive : old) {
      Files.deleteIfExists(archive);
      Files.deleteIfExists(beside(archive, JARS));
    }
    long abandoned = System.currentTimeMillis() - ABANDONED.toMillis();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path f : files.toList()) {
        if (f.getFileName().toString().startsWith(MAKING)
            && f.toFile().lastModified() < abandoned) {
          FileTree.delete(f);
        }
      }
    }
  }
}
