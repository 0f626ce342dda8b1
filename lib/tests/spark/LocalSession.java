//SOURCES ../../spark/Sessions.java
package tests.spark;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import spark.SessionSpec;
import spark.Sessions;

/**
 * The one Spark context of the tests: two cores, few partitions, opened by the first test that asks
 * for it. Spark stops it when the JVM ends.
 */
public final class LocalSession {
  private static SparkSession shared;

  private LocalSession() {}

  /** The session with the lab's own settings and four shuffle partitions. */
  public static synchronized SparkSession open() {
    // A test of a whole command stops the session it opened, which in this JVM is the shared one.
    if (shared == null || shared.sparkContext().isStopped()) {
      SessionSpec spec =
          SessionSpec.local("tests", SessionSpec.localMaster(2))
              .with(Map.of("spark.sql.shuffle.partitions", "4"));
      shared = Sessions.open(spec);
    }
    return shared;
  }

  /**
   * Stops it, for a test that needs a Spark context of its own; the next that asks gets a new one.
   */
  public static synchronized void stop() {
    if (shared != null) {
      shared.stop();
    }
  }

  /** A session on the same context whose SQL settings are its own. */
  public static SparkSession with(Map<String, String> settings) {
    SparkSession session = open().newSession();
    settings.forEach((key, value) -> session.conf().set(key, value));
    return session;
  }

  /** As the naive job has it: the plan made first is the plan that runs, and nothing is sent. */
  public static SparkSession naive(int shufflePartitions) {
    return with(
        Map.of(
            "spark.sql.adaptive.enabled", "false",
            "spark.sql.autoBroadcastJoinThreshold", "-1",
            "spark.sql.shuffle.partitions", Integer.toString(shufflePartitions)));
  }
}
