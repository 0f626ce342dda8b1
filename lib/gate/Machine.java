//SOURCES ../project/Differences.java
//SOURCES ../runs/Environment.java
package gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import project.Differences;
import runs.Environment;

/**
 * What must be the same before times may stand beside each other.
 *
 * @param host eight digits made of the machine's name: the file is published, the name is not
 * @param processors that the system has
 * @param cores task slots of the runs
 * @param heapMb of the runs, MiB
 */
public record Machine(
    String host,
    int processors,
    int cores,
    long heapMb,
    String spark,
    String java,
    String jvmFlags) {

  /** The machine of a run that was made just now. */
  public static Machine of(Environment environment) {
    return new Machine(
        digits(environment.host()),
        Runtime.getRuntime().availableProcessors(),
        environment.cores(),
        environment.heapMb(),
        environment.sparkVersion(),
        environment.javaVersion(),
        environment.jvmFlags());
  }

  /** {@code other machine}, {@code Java 21.0.2 instead of 17.0.15}; empty when nothing differs. */
  public String differenceOf(Machine found) {
    if (!host.equals(found.host)) {
      return "another machine";
    }
    return String.join(", ", Differences.of(found.traits(), traits(), ""));
  }

  private Map<String, Object> traits() {
    Map<String, Object> traits = new LinkedHashMap<>();
    traits.put("processors", processors);
    traits.put("cores", cores);
    traits.put("heap MiB", heapMb);
    traits.put("Spark", spark);
    traits.put("Java", java);
    traits.put("JVM flags", jvmFlags);
    return traits;
  }

  private static String digits(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
