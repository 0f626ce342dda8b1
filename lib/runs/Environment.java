package runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything outside the job that could explain a difference between two runs.
 *
 * @param master Spark's master URL
 * @param cores task slots of a local master
 * @param heapMb maximum heap the JVM was started with, MiB
 * @param sparkVersion of the running Spark
 * @param javaVersion of the running JVM
 * @param jvmFlags flags that change speed: heap, compiler, class-data sharing
 * @param confHash of the Spark settings that conf/ and {@code --conf} made, without the master
 * @param host name of the machine
 * @param gitCommit of the checkout, short; empty outside one
 * @param loadAverage of the machine over the minute before the run; negative when unknown
 */
public record Environment(
    String master,
    int cores,
    long heapMb,
    String sparkVersion,
    String javaVersion,
    String jvmFlags,
    String confHash,
    String host,
    String gitCommit,
    double loadAverage) {

  /** What must be the same of two runs that are compared, by the name that a reader is told. */
  public static final Map<String, Function<Environment, Object>> MACHINE = new LinkedHashMap<>();

  static {
    MACHINE.put("host", Environment::host);
    MACHINE.put("cores", Environment::cores);
    MACHINE.put("master", Environment::master);
    MACHINE.put("heap MiB", Environment::heapMb);
    MACHINE.put("Spark", Environment::sparkVersion);
    MACHINE.put("Java", Environment::javaVersion);
    MACHINE.put("JVM flags", Environment::jvmFlags);
  }

  /** For a run that ended before its session was open. */
  public static final Environment UNKNOWN = new Environment("", 0, 0, "", "", "", "", "", "", -1);
}
