//SOURCES JobSpec.java
//SOURCES RunRecorder.java
//SOURCES RunFolder.java
//SOURCES RunSummary.java
//SOURCES ../compare/ParityLog.java
//SOURCES ../operate/lineage/LineageLog.java
//SOURCES ../operate/contract/QualityLog.java
//SOURCES ../operate/contract/QualitySnapshot.java
//SOURCES ../sales/FolderSize.java
//SOURCES ../spark/OutputParity.java
//SOURCES ../spark/RowFingerprint.java
package runs;

import static org.apache.spark.sql.functions.col;

import compare.Parity;
import compare.ParityLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import operate.contract.QualityLog;
import operate.contract.QualityMetric;
import operate.contract.QualitySnapshot;
import operate.lineage.LineageLog;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import project.Workspace;
import sales.FolderSize;
import spark.OutputParity;
import spark.RowFingerprint;

/**
 * What follows a published output, outside the clock: its fingerprint, its quality snapshot, its
 * lineage, the log line, and the comparison with the other variants' current outputs over the same
 * data.
 *
 * @param published where this run's own output lies, whatever other runs publish meanwhile
 * @param target where readers find the newest output
 * @param reference the only variant to compare with; empty for all
 * @param metrics of the quality snapshot where the output was counted before; empty to count it
 */
record AfterRun(
    Path published,
    Path target,
    Optional<String> reference,
    Workspace workspace,
    JobSpec job,
    RunRecorder recorder,
    LineageLog lineage,
    Optional<List<QualityMetric>> metrics) {

  /**
   * Proves the output and logs the run.
   *
   * @param dates what was computed anew and what carried over; empty when all was computed
   */
  void prove(SparkSession spark, Optional<String> dates) throws IOException {
    Dataset<Row> output = read(spark, published);
    RowFingerprint fingerprint = RowFingerprint.of(output);
    FolderSize size = FolderSize.of(published);
    recorder.output(
        new OutputRef(fingerprint.digits(), fingerprint.rows(), size.files(), size.bytes()));
    String runId = recorder.runId();
    String path = workspace.fromRoot(target);
    Instant now = Instant.now();
    lineage.append(now, "write", job.jobName(), path, fingerprint.digits(), runId);
    new QualityLog(workspace.ops("quality_snapshot.csv"))
        .append(
            now,
            runId,
            job.jobName(),
            job.variant(),
            path,
            metrics.orElseGet(() -> QualitySnapshot.of(job.table(), output)));
    List<Parity> parities = compareWithOthers(spark, output);
    Run run = recorder.succeeded();
    System.out.print(RunSummary.of(run, workspace.fromHere(target), dates, parities));
  }

  private List<Parity> compareWithOthers(SparkSession spark, Dataset<Row> output)
      throws IOException {
    RunFolder own = RunFolder.in(published).orElseThrow();
    ParityLog log = new ParityLog(workspace.ops("parity.csv"));
    List<Parity> parities =
        others().stream()
            .filter(o -> o.data().all().equals(own.data().all()))
            .map(other -> compare(spark, own, output, other))
            .toList();
    parities.forEach(p -> log.append(p, Instant.now()));
    return parities;
  }

  private Parity compare(SparkSession spark, RunFolder own, Dataset<Row> output, RunFolder other) {
    return new Parity(
        job.jobName(),
        other.runId(),
        other.variant(),
        own.runId(),
        own.variant(),
        OutputParity.checks(job.table(), read(spark, other.folder()), output));
  }

  private List<RunFolder> others() throws IOException {
    try (Stream<Path> folders = Files.list(target.getParent())) {
      return folders
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .filter(f -> !f.getFileName().equals(target.getFileName()))
          .filter(f -> reference.isEmpty() || f.endsWith(reference.get()))
          .sorted()
          .map(RunFolder::in)
          .flatMap(Optional::stream)
          .toList();
    }
  }

  /** The columns in the table's order: a partition column comes last in the files. */
  private Dataset<Row> read(SparkSession spark, Path folder) {
    Column[] columns =
        Arrays.stream(job.table().schema().fieldNames()).map(c -> col(c)).toArray(Column[]::new);
    return spark.read().parquet(folder.toString()).select(columns);
  }
}
