//SOURCES SparkConfFile.java
package spark;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a session is made of.
 *
 * @param appName shown in the web UI
 * @param master Spark's master URL, {@code local[2]}
 * @param conf every setting, later sources already laid over earlier ones, sorted by key
 */
public record SessionSpec(String appName, String master, Map<String, String> conf) {

  /** {@code conf/spark_local.conf} alone. */
  public static SessionSpec local(String appName, String master) {
    return new SessionSpec(appName, master, new TreeMap<>(SparkConfFile.read("spark_local")));
  }

  /** This with the settings of {@code conf/<name>.conf} laid over. */
  public SessionSpec overlay(String name) {
    return with(SparkConfFile.read(name));
  }

  /** This with more settings laid over. */
  public SessionSpec with(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(conf);
    all.putAll(settings);
    return new SessionSpec(appName, master, all);
  }

  /** {@code local[n]} for a number of cores; {@code local[*]} for 0. */
  public static String localMaster(int cores) {
    return cores == 0 ? "local[*]" : "local[" + cores + "]";
  }
}
