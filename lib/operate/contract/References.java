//SOURCES Contracts.java
//SOURCES Metric.java
//SOURCES TableFolder.java
//SOURCES ../../project/LabException.java
//SOURCES ../../spark/Sessions.java
package operate.contract;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Workspace;

/** Follows the relationships of contracts to the tables of a workspace. */
public record References(SparkSession spark, Workspace workspace)
    implements Function<Metric.Reference, Dataset<Row>> {

  /**
   * The values of the column that a relationship leads to.
   *
   * @throws LabException when it leads nowhere
   */
  @Override
  public Dataset<Row> apply(Metric.Reference target) {
    Contract contract =
        new Contracts(workspace)
            .of(target.table())
            .orElseThrow(
                () ->
                    LabException.failed(
                        "A contract refers to %s, which has none (found: %s)"
                            .formatted(
                                target.table(),
                                String.join(", ", new Contracts(workspace).tables()))));
    ContractColumn column =
        contract
            .column(target.property())
            .orElseThrow(
                () ->
                    LabException.failed(
                        "A contract refers to %s, and %s declares no such column (found: %s)"
                            .formatted(target, contract.file(), names(contract))));
    List<TableFolder> folders = TableFolder.of(workspace, contract);
    if (folders.isEmpty()) {
      throw LabException.failed(
          "A contract refers to %s, and no such table is in %s"
              .formatted(target.table(), workspace.root().resolve("data")));
    }
    // All variants of a table hold the same rows, or their parity would have failed.
    String folder = folders.get(0).version().toString();
    return spark.read().parquet(folder).select(OffendingRows.named(column.stored()));
  }

  private static String names(Contract contract) {
    return String.join(", ", contract.columns().stream().map(ContractColumn::name).toList());
  }
}
