//SOURCES JobSpec.java
//SOURCES ../operate/contract/CheckLog.java
//SOURCES ../operate/contract/Contracts.java
//SOURCES ../operate/contract/QualityMetric.java
//SOURCES ../operate/contract/References.java
//SOURCES ../operate/contract/TableAtHand.java
//SOURCES ../operate/contract/TableQuality.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Launcher.java
//SOURCES ../project/Quantity.java
//SOURCES ../project/Workspace.java
package runs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import operate.contract.CheckLog;
import operate.contract.CheckResult.Breached;
import operate.contract.CheckResult.NotChecked;
import operate.contract.Contract;
import operate.contract.Contracts;
import operate.contract.QualityMetric;
import operate.contract.References;
import operate.contract.TableAtHand;
import operate.contract.TableQuality;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Launcher;
import project.Quantity;
import project.Workspace;

/**
 * The contract of the table that a run is about to publish. What breaks it is not published, and
 * readers keep the previous output.
 *
 * @param contract empty for a table that has none, which is published as it is
 */
record OutputContract(Optional<Contract> contract, JobSpec job, Workspace workspace) {

  /**
   * The contract as it is now.
   *
   * @throws LabException when there is one and it is malformed
   */
  static OutputContract of(JobSpec job, Workspace workspace) {
    String table = job.table().layer() + "." + job.table().name();
    return new OutputContract(new Contracts(workspace).of(table), job, workspace);
  }

  /**
   * Checks an output, logs every result in {@code ops/quality_metrics.csv}, and says what it warns
   * of and what nobody looked at.
   *
   * @param written the folder the output was written to
   * @return the metrics of the quality snapshot, which the checks need anyway; empty without a
   *     contract
   * @throws LabException when a promise is broken whose breach is an error
   */
  Optional<List<QualityMetric>> check(SparkSession spark, Path written, String runId) {
    return contract.map(c -> check(spark, c, written, runId).metrics());
  }

  private TableQuality check(SparkSession spark, Contract promised, Path written, String runId) {
    TableAtHand output =
        TableAtHand.stored(spark, written, new References(spark, workspace)).unpublished();
    Instant now = Instant.now();
    TableQuality quality = TableQuality.of(promised, output, job.table().key(), now);
    new CheckLog(workspace.ops("quality_metrics.csv")).append(now, runId, job.variant(), quality);
    for (Breached warning : quality.warnings()) {
      System.err.printf(
          "warning: %s/%s, %s (%s)%n",
          promised.table(), job.variant(), warning.sentence(), warning.rule().place());
    }
    List<NotChecked> open = quality.notChecked();
    if (!open.isEmpty()) {
      System.err.printf(
          "warning: %s/%s, %s of its contract not checked: %s%n",
          promised.table(),
          job.variant(),
          Quantity.count(open.size(), "promise"),
          open.stream().map(NotChecked::sentence).collect(Collectors.joining("; ")));
    }
    if (!quality.errors().isEmpty()) {
      throw broken(promised, quality.errors());
    }
    return quality;
  }

  private static LabException broken(Contract promised, List<Breached> errors) {
    Breached first = errors.get(0);
    return LabException.failed(
        "The output breaks the contract of %s, so it is not published. %s%s (%s)%s. Look at what it was made of: %s"
            .formatted(
                promised.table(),
                first.sentence(),
                first.examples().stream().findFirst().map(e -> ", for example " + e).orElse(""),
                first.rule().place(),
                errors.size() == 1 ? "" : "; broken in %d more ways".formatted(errors.size() - 1),
                Launcher.command("quality")));
  }
}
