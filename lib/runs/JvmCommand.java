package runs;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The command line of a fresh JVM. Libraries stand before the script's own jar, and those of a
 * class-data archive before the others, so that one archive of Spark's libraries fits every script
 * that uses Spark.
 *
 * @param libraries jars of the dependencies
 * @param own jar of the running script
 * @param archive of classes of the first libraries
 */
public record JvmCommand(List<String> libraries, String own, Optional<Path> archive) {

  /**
   * Compiled by the fast compiler only: a job of seconds ends before the optimizing compiler pays,
   * and on few cores that compiler takes time from the tasks. Both variants of a job use the same
   * flags.
   */
  static final List<String> SHORT_LIVED = List.of("-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1");

  /**
   * Tells a JVM that was started so which jar is the script's own; JBang puts that one first. What
   * that JVM starts inherits it.
   */
  private static final String OWN = "lab.script.jar";

  /** A JVM that runs the same job again and again: there the optimizing compiler pays. */
  static final List<String> LONG_LIVED = List.of("-XX:+UseParallelGC");

  /** The command for the class path of this JVM. */
  static JvmCommand here() {
    List<String> path =
        Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    String own = System.getProperty(OWN, path.get(0));
    return of(path.stream().filter(jar -> !jar.equals(own)).toList(), own);
  }

  /**
   * The command for libraries in whatever order, which it sorts: JBang lists them as a script
   * happens to name them, and Spark's own distribution, which starts with {@code jars/*}, promises
   * no order either.
   */
  public static JvmCommand of(List<String> libraries, String own) {
    return new JvmCommand(libraries.stream().sorted().toList(), own, Optional.empty());
  }

  /** The same with an archive of classes of some of the libraries. */
  JvmCommand with(Path classes, Set<String> archived) {
    Comparator<String> archivedFirst = Comparator.comparing(jar -> !archived.contains(jar));
    return new JvmCommand(
        libraries.stream().sorted(archivedFirst).toList(), own, Optional.of(classes));
  }

  /** {@code java} with this JVM's module flags, {@code extra} flags, a main class and arguments. */
  List<String> command(List<String> extra, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens") || a.startsWith("-D"))
        .forEach(command::add);
    command.addAll(extra);
    command.addAll(classes());
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  /** The flags that say where classes come from. */
  public List<String> classes() {
    List<String> flags = new ArrayList<>();
    archive.ifPresent(file -> flags.add("-XX:SharedArchiveFile=" + file));
    flags.add("-D%s=%s".formatted(OWN, own));
    flags.add("-cp");
    flags.add(String.join(File.pathSeparator, libraries) + File.pathSeparator + own);
    return flags;
  }

  /** Makes an archive of those classes in a list that come from {@code jars}. */
  static List<String> dump(Path classList, List<String> jars, Path archive) {
    return List.of(
        java(),
        "-Xshare:dump",
        "-XX:SharedClassListFile=" + classList,
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:disable",
        "-cp",
        String.join(File.pathSeparator, jars));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
