//SOURCES CheckLog.java
//SOURCES Contracts.java
//SOURCES QualityLog.java
//SOURCES QualityText.java
//SOURCES References.java
//SOURCES ../registry/Registry.java
//SOURCES ../slo/SloFile.java
//SOURCES TableAtHand.java
//SOURCES TableFolder.java
//SOURCES TableQuality.java
//SOURCES ../../project/LabException.java
//SOURCES ../../project/Launcher.java
//SOURCES ../../project/Workspace.java
//SOURCES ../../spark/Failures.java
//SOURCES ../../spark/Sessions.java
package operate.contract;

import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import operate.registry.Model;
import operate.registry.Registry;
import operate.slo.Slo;
import operate.slo.SloFile;
import org.apache.spark.sql.SparkSession;
import project.LabException;
import project.Launcher;
import project.Workspace;
import spark.Failures;
import spark.SessionSpec;
import spark.Sessions;

/**
 * The checks of the tables that lie in a workspace.
 *
 * @param master of the Spark session
 * @param remake what to do about damaged data: a sentence that ends in a command
 */
public record QualityChecks(Workspace workspace, String master, String remake) {

  /** As many shuffle partitions as the keys of millions of rows need. */
  private static final Map<String, String> SETTINGS = Map.of("spark.sql.shuffle.partitions", "16");

  /**
   * Checks tables and logs the results; progress goes to stderr.
   *
   * @param names tables, or variants as {@code silver.daily_sales/optimized}; empty for all that
   *     are there
   * @throws LabException when there is no such table or contract, or one cannot be read
   */
  public QualityText of(List<String> names) {
    Map<TableFolder, Contract> folders = folders(names);
    Map<TableFolder, TableQuality> checked = new LinkedHashMap<>();
    SessionSpec session = SessionSpec.local("quality", master).overlay("optimized").with(SETTINGS);
    try (SparkSession spark = Sessions.open(session)) {
      for (TableFolder folder : folders.keySet()) {
        System.err.printf("Checking %s ...%n", folder.name());
        checked.put(folder, check(spark, folder, folders.get(folder)));
      }
    } catch (Exception e) {
      throw Failures.explain(e, remake);
    }
    return new QualityText(checked);
  }

  private TableQuality check(SparkSession spark, TableFolder folder, Contract contract) {
    TableAtHand table =
        TableAtHand.stored(spark, folder.version(), new References(spark, workspace));
    Instant now = Instant.now();
    TableQuality quality = TableQuality.of(contract, table, List.of(), now);
    new CheckLog(workspace.ops("quality_metrics.csv")).append(now, "", folder.variant(), quality);
    new QualityLog(workspace.ops("quality_snapshot.csv"))
        .append(
            now,
            "",
            model(contract),
            folder.variant(),
            workspace.fromRoot(folder.path()),
            quality.metrics());
    return quality;
  }

  /** The model that writes the table, where the registry knows one. */
  private String model(Contract contract) {
    if (!Files.exists(workspace.ops("models_registry.csv"))) {
      return contract.name();
    }
    return Registry.read(workspace.ops("models_registry.csv")).models().stream()
        .filter(m -> m.outputs().contains(contract.table()))
        .map(Model::name)
        .findFirst()
        .orElse(contract.name());
  }

  private Map<TableFolder, Contract> folders(List<String> names) {
    Contracts contracts = new Contracts(workspace);
    Map<TableFolder, Contract> folders = new LinkedHashMap<>();
    for (String name : names.isEmpty() ? contracts.tables() : names) {
      String table = name.split("/", 2)[0];
      Contract contract = contracts.of(table).orElseThrow(() -> none(name, contracts));
      List<TableFolder> there =
          TableFolder.of(workspace, contract).stream()
              .filter(f -> name.equals(table) || name.equals(f.name()))
              .toList();
      if (there.isEmpty()) {
        missing(name, contract, !names.isEmpty());
      }
      there.forEach(folder -> folders.put(folder, contract));
    }
    return folders;
  }

  private static LabException none(String name, Contracts contracts) {
    return LabException.usage(
        "%s has no contract (found: %s)".formatted(name, String.join(", ", contracts.tables())));
  }

  /** What nobody has published yet is no breach; that raw data are missing is said in any case. */
  private void missing(String name, Contract contract, boolean named) {
    boolean raw = contract.layer().equals("raw");
    if (!raw && !named) {
      System.err.printf("%s is not there yet, so it is not checked%n", name);
      return;
    }
    List<String> found =
        TableFolder.of(workspace, contract).stream().map(TableFolder::name).toList();
    throw LabException.failed(
        "There is no %s in %s (found: %s). %s"
            .formatted(
                name,
                workspace.fromHere(workspace.root().resolve("data")),
                found.isEmpty() ? "nothing of it" : String.join(", ", found),
                raw ? "Run: " + Launcher.command("generate_data") : make(contract)));
  }

  private String make(Contract contract) {
    return SloFile.of(workspace)
        .find(model(contract))
        .map(Slo::command)
        .filter(command -> !command.isEmpty())
        .map(command -> "Run: " + command)
        .orElse("Run the job that writes it: " + model(contract));
  }
}
