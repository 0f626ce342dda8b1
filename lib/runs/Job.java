//SOURCES CompactedInput.java
//SOURCES PublishedInput.java
//SOURCES Reprocessing.java
//SOURCES RunLog.java
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
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Launcher;
import project.Workspace;
import sales.RawData;

/** What the body of a job works with. Every input it asks for goes into the lineage. */
public final class Job {
  /**
   * One input that was asked for.
   *
   * @param path as a reader types it from the workspace root
   * @param version fingerprint of its rows
   */
  record Read(Instant at, String path, String version) {}

  private final SparkSession spark;
  private final Workspace workspace;
  private final RawData raw;
  private final Path output;
  private final Optional<Reprocessing> some;
  private final List<Read> reads = new ArrayList<>();
  private final List<PublishedInput> published = new ArrayList<>();

  /**
   * What one run works with.
   *
   * @param some the days that it computes; empty for all
   */
  Job(
      SparkSession spark,
      Workspace workspace,
      RawData raw,
      Path output,
      Optional<Reprocessing> some) {
    this.spark = spark;
    this.workspace = workspace;
    this.raw = raw;
    this.output = output;
    this.some = some;
  }

  /** The open session. */
  public SparkSession spark() {
    return spark;
  }

  /**
   * The folder of a raw table, {@code transactions} or {@code customers}; the read is recorded, of
   * a run over some days as a read of their folders.
   */
  public Path reads(String table) {
    some.map(days -> days.reads(table))
        .orElse(Map.of(table, raw.fingerprint()))
        .forEach((folder, version) -> read("data/raw/" + folder, version));
    return raw.folder().resolve(table);
  }

  /**
   * The folder of a table that another model has published, as it is now; the read is recorded.
   *
   * @param table {@code silver.daily_sales}
   * @param variant of the job that writes it, {@code optimized}
   * @throws project.LabException when it is not there
   */
  public Path reads(String table, String variant) {
    PublishedInput input = PublishedInput.of(workspace, raw, table, variant);
    input.warning().ifPresent(System.err::println);
    published.add(input);
    read(input.path(), input.data().fingerprint());
    return input.folder();
  }

  /**
   * What a run with published inputs was made from: those, and the raw data where it read any.
   *
   * @param all the raw data
   * @return empty without published inputs
   */
  Optional<DataRef> publishedData(DataRef all) {
    if (published.isEmpty()) {
      return Optional.empty();
    }
    List<DataRef> inputs = new ArrayList<>();
    if (reads.stream().anyMatch(read -> read.path().startsWith("data/raw/"))) {
      inputs.add(all);
    }
    published.forEach(input -> inputs.add(input.data()));
    return Optional.of(DataRef.of(inputs));
  }

  private void read(String path, String version) {
    reads.add(new Read(Instant.now(), path, version));
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
    read(workspace.fromRoot(place), raw.fingerprint());
    return folder;
  }

  /** Records that days of the output at {@code target} were carried over, if any were. */
  void readPrevious(Path target) {
    some.flatMap(Reprocessing::previousRun)
        .ifPresent(run -> read(workspace.fromRoot(target), outputOf(run)));
  }

  /** The fingerprint of a run's output; empty when its line is not in the log any more. */
  private String outputOf(String runId) {
    return new RunLog(workspace.runs())
        .read().runs().stream()
            .filter(run -> run.runId().equals(runId))
            .map(run -> run.output().fingerprint())
            .findFirst()
            .orElse("");
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
