//SOURCES DataRef.java
//SOURCES ../operate/LineageLog.java
//SOURCES ../spark/Sessions.java
package runs;

import java.nio.file.Path;
import java.time.Instant;
import operate.LineageLog;
import org.apache.spark.sql.SparkSession;

/** What the body of a job works with. Every input it asks for goes into the lineage. */
public final class Job {
  private final SparkSession spark;
  private final Path raw;
  private final Path output;
  private final RunStart start;
  private final DataRef data;
  private final LineageLog lineage;

  Job(SparkSession spark, Path raw, Path output, RunStart start, DataRef data, LineageLog lineage) {
    this.spark = spark;
    this.raw = raw;
    this.output = output;
    this.start = start;
    this.data = data;
    this.lineage = lineage;
  }

  /** The open session. */
  public SparkSession spark() {
    return spark;
  }

  /** The folder of a raw table, {@code transactions} or {@code customers}; the read is recorded. */
  public Path reads(String table) {
    lineage.append(
        Instant.now(),
        "read",
        start.jobName(),
        "data/raw/" + table,
        data.fingerprint(),
        start.runId());
    return raw.resolve(table);
  }

  /** The empty folder to write the output into; it becomes visible when the body has returned. */
  public Path writes() {
    return output;
  }
}
