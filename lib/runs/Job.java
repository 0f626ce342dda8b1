//SOURCES ../spark/Sessions.java
package runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** What the body of a job works with. Every input it asks for goes into the lineage. */
public final class Job {
  /** One input that was asked for. */
  record Read(Instant at, String table) {}

  private final SparkSession spark;
  private final Path raw;
  private final Path output;
  private final List<Read> reads = new ArrayList<>();

  Job(SparkSession spark, Path raw, Path output) {
    this.spark = spark;
    this.raw = raw;
    this.output = output;
  }

  /** The open session. */
  public SparkSession spark() {
    return spark;
  }

  /** The folder of a raw table, {@code transactions} or {@code customers}; the read is recorded. */
  public Path reads(String table) {
    reads.add(new Read(Instant.now(), table));
    return raw.resolve(table);
  }

  /** The empty folder to write the output into; it becomes visible when the body has returned. */
  public Path writes() {
    return output;
  }

  /** Every input asked for so far: kept here, because writing a log would be inside the clock. */
  List<Read> reads() {
    return List.copyOf(reads);
  }
}
