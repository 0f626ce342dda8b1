package runs;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The command line of a fresh JVM with the class path of this one. Libraries stand before the
 * script's own jar, so that one class-data archive of the libraries fits every script that uses the
 * same ones.
 *
 * @param libraries jars of the dependencies, sorted: JBang lists them as a script happens to name
 *     them, and Spark's own distribution, which starts with {@code jars/*}, promises no order
 *     either
 * @param own jar of the running script
 */
record JvmCommand(List<String> libraries, String own) {

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
    return new JvmCommand(path.stream().filter(jar -> !jar.equals(own)).sorted().toList(), own);
  }

  /** {@code java} with this JVM's module flags, {@code extra} flags, a main class and arguments. */
  List<String> command(List<String> extra, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens") || a.startsWith("-D"))
        .forEach(command::add);
    command.addAll(extra);
    command.add("-D%s=%s".formatted(OWN, own));
    command.add("-cp");
    command.add(String.join(File.pathSeparator, libraries) + File.pathSeparator + own);
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  /** Makes an archive of the classes in a list. */
  List<String> dump(Path classList, Path archive) {
    return List.of(
        java(),
        "-Xshare:dump",
        "-XX:SharedClassListFile=" + classList,
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:disable",
        "-cp",
        String.join(File.pathSeparator, libraries));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Changes with the libraries, their order, and the JVM. */
  String librariesHash() {
    CRC32 crc = new CRC32();
    crc.update(System.getProperty("java.home").getBytes(StandardCharsets.UTF_8));
    crc.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
    for (String jar : libraries) {
      File file = new File(jar);
      crc.update(
          "%s %d %d"
              .formatted(jar, file.length(), file.lastModified())
              .getBytes(StandardCharsets.UTF_8));
    }
    return "%08x".formatted(crc.getValue());
  }
}
