//SOURCES CompactedInput.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/RawData.java
//SOURCES ../spark/Sessions.java
package runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Launcher;
import project.Workspace;
import sales.RawData;

/** What the body of a job works with. Every input it asks for goes into the lineage. */
public final class Job {
  /** One input that was asked for; its path as a reader types it from the workspace root. */
  record Read(Instant at, String path) {}

  private final SparkSession spark;
  private final Workspace workspace;
  private final RawData raw;
  private final Path output;
  private final List<Read> reads = new ArrayList<>();

  Job(SparkSession spark, Workspace workspace, RawData raw, Path output) {
    this.spark = spark;
    this.workspace = workspace;
    this.raw = raw;
    this.output = output;
  }

  /** The open session. */
  public SparkSession spark() {
    return spark;
  }

  /** The folder of a raw table, {@code transactions} or {@code customers}; the read is recorded. */
  public Path reads(String table) {
    reads.add(new Read(Instant.now(), "data/raw/" + table));
    return raw.folder().resolve(table);
  }

  /**
   * The folder of the compacted transactions; the read is recorded.
   *
   * @throws project.LabException when there are none of these data
   */
  public Path readsCompacted() {
    Path place = CompactedInput.place(workspace);
    Path folder =
        CompactedInput.of(workspace, raw)
            .orElseThrow(
                () ->
                    LabException.failed(
                        "No compacted copy of %s in %s. Run: %s"
                            .formatted(
                                workspace.fromHere(workspace.raw()),
                                workspace.fromHere(place),
                                Launcher.command("compact"))));
    reads.add(new Read(Instant.now(), workspace.fromRoot(place)));
    return folder;
  }

  /** What the raw data are. */
  public RawData raw() {
    return raw;
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
