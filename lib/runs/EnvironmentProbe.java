//SOURCES Environment.java
//SOURCES ../project/Workspace.java
//SOURCES ../spark/SessionSpec.java
//SOURCES ../spark/Sessions.java
package runs;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import project.Workspace;
import spark.SessionSpec;

/** Looks at the machine, the JVM and the session. */
final class EnvironmentProbe {
  private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\d+|\\*)(?:,.*)?])?");

  private EnvironmentProbe() {}

  static Environment of(
      SparkSession spark, SessionSpec spec, long heapMb, Workspace workspace, double loadAverage) {
    return new Environment(
        spark.sparkContext().master(),
        cores(spark.sparkContext()),
        heapMb,
        spark.version(),
        Runtime.version().toString(),
        jvmFlags(),
        hash(spec),
        host(),
        workspace.checkout() ? gitCommit(workspace.root()) : "",
        loadAverage);
  }

  /** Of a command that is not a job of the lab: what it makes of the machine is not known. */
  static Environment ofCommand(Workspace workspace, double loadAverage) {
    return new Environment(
        "",
        Runtime.getRuntime().availableProcessors(),
        0,
        "",
        "",
        "",
        "",
        host(),
        workspace.checkout() ? gitCommit(workspace.root()) : "",
        loadAverage);
  }

  /** Of a job that has not started; empty or 0 where only its session would know. */
  static Environment expected(String master, long heapMb) {
    return new Environment(
        master,
        slots(master).orElse(0),
        heapMb,
        org.apache.spark.package$.MODULE$.SPARK_VERSION(),
        Runtime.version().toString(),
        "",
        "",
        host(),
        "",
        loadAverage());
  }

  /** Task slots: what the master says, not what a setting makes of the default parallelism. */
  private static int cores(SparkContext spark) {
    return slots(spark.master()).orElseGet(spark::defaultParallelism);
  }

  /** Task slots of a local master; empty for others, whose slots only the cluster knows. */
  private static OptionalInt slots(String master) {
    Matcher local = LOCAL.matcher(master);
    if (!local.matches()) {
      return OptionalInt.empty();
    }
    String slots = local.group(1);
    if (slots == null) {
      return OptionalInt.of(1);
    }
    return OptionalInt.of(
        slots.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(slots));
  }

  /** Flags that change speed, in a form that is the same on every machine. */
  static String jvmFlags() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("-X"))
        .map(a -> a.startsWith("-XX:SharedArchiveFile=") ? "-XX:SharedArchiveFile" : a)
        .collect(Collectors.joining(" "));
  }

  /** Of the settings that {@code conf/} and {@code --conf} made. */
  static String hash(SessionSpec spec) {
    CRC32 crc = new CRC32();
    crc.update(spec.conf().toString().getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }

  static double loadAverage() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException unknown) {
      return "localhost";
    }
  }

  /** Empty where there is no git or no repository: the commit explains, it is not needed. */
  private static String gitCommit(Path folder) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!git.waitFor(5, TimeUnit.SECONDS)) {
        git.destroyForcibly();
        return "";
      }
      return git.exitValue() == 0
          ? new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()
          : "";
    } catch (IOException noGit) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
