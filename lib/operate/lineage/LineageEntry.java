package operate.lineage;

import java.time.Instant;

/**
 * One line of {@code ops/model_lineage.csv}: a run of a model read or wrote a table.
 *
 * @param model as in {@code ops/models_registry.csv}
 * @param path of the table's folder, from the workspace's root where it lies below
 * @param version fingerprint of the rows, empty when it is not known
 * @param runId as in {@code ops/job_runs.csv}
 */
public record LineageEntry(
    Instant at, Action action, String model, String path, String version, String runId) {

  /** What was done. */
  public enum Action {
    READ,
    WRITE
  }
}
