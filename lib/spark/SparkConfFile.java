//SOURCES ../project/LabException.java
//SOURCES ../project/Packed.java
//FILES conf/spark_local.conf=../../conf/spark_local.conf
//FILES conf/baseline.conf=../../conf/baseline.conf
//FILES conf/optimized.conf=../../conf/optimized.conf
//FILES conf/generate.conf=../../conf/generate.conf
//FILES conf/compact.conf=../../conf/compact.conf
package spark;

import java.util.LinkedHashMap;
import java.util.Map;
import project.LabException;
import project.Packed;

/**
 * The files of {@code conf/}, in the format of {@code spark-defaults.conf}: a key, white space, a
 * value; {@code #} starts a comment. They travel inside the script's jar, so that a command started
 * through the catalog finds them from any folder.
 */
public final class SparkConfFile {
  private SparkConfFile() {}

  /** The settings of {@code conf/<name>.conf}, in file order. */
  public static Map<String, String> read(String name) {
    String resource = "/conf/" + name + ".conf";
    return parse(resource, Packed.text(resource));
  }

  /**
   * The settings in {@code text}.
   *
   * @throws LabException naming the line that is not a key and a value
   */
  public static Map<String, String> parse(String source, String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      String[] keyAndValue = content.split("\\s+", 2);
      if (keyAndValue.length < 2) {
        throw LabException.failed(
            "%s line %d: '%s' has no value (wanted: key, white space, value)"
                .formatted(source, number, content));
      }
      settings.put(keyAndValue[0], keyAndValue[1]);
    }
    return settings;
  }
}
