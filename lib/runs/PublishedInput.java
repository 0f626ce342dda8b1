//SOURCES DataRef.java
//SOURCES RunFolder.java
//SOURCES RunLog.java
//SOURCES ../operate/registry/RegistryInUse.java
//SOURCES ../operate/slo/SloFile.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/FolderSize.java
//SOURCES ../sales/RawData.java
package runs;

import java.nio.file.Path;
import java.util.Optional;
import operate.registry.Model;
import operate.registry.RegistryInUse;
import operate.slo.Slo;
import operate.slo.SloFile;
import project.LabException;
import project.Workspace;
import sales.FolderSize;
import sales.RawData;

/**
 * A table that another model has published, in the version of the moment.
 *
 * @param folder of that version: another that is published meanwhile does not change it
 * @param path as a reader types it from the workspace root
 * @param data what it holds
 * @param warning that it was made from other raw data than there are now; empty when it was not
 */
public record PublishedInput(Path folder, String path, DataRef data, Optional<String> warning) {

  /**
   * The current version of a table.
   *
   * @param table {@code silver.daily_sales}
   * @throws LabException when it is not there, with the command that makes it
   */
  public static PublishedInput of(Workspace workspace, RawData raw, String table, String variant) {
    int dot = table.indexOf('.');
    Path place = workspace.table(table.substring(0, dot), table.substring(dot + 1), variant);
    RunFolder found =
        RunFolder.in(place)
            .orElseThrow(
                () ->
                    LabException.failed(
                        "No %s in %s yet. %s"
                            .formatted(table, workspace.fromHere(place), make(workspace, table))));
    Optional<String> warning =
        found.data().all().equals(raw.fingerprint())
            ? Optional.empty()
            : Optional.of(
                "warning: %s/%s is of other raw data than there are now (run %s). %s"
                    .formatted(table, variant, found.runId(), make(workspace, table)));
    return new PublishedInput(
        found.folder(), workspace.fromRoot(place), data(workspace, found), warning);
  }

  /** What its run logged; without that line the run's id stands for what it wrote. */
  private static DataRef data(Workspace workspace, RunFolder found) {
    return new RunLog(workspace.runs())
        .read().runs().stream()
            .filter(run -> run.runId().equals(found.runId()))
            .map(Run::output)
            .filter(output -> !output.fingerprint().isEmpty())
            .map(o -> new DataRef(o.fingerprint(), o.rows(), o.files(), o.bytes()))
            .findFirst()
            .orElseGet(
                () -> {
                  FolderSize size = FolderSize.of(found.folder());
                  return new DataRef(found.runId(), 0, size.files(), size.bytes());
                });
  }

  private static String make(Workspace workspace, String table) {
    Optional<String> model =
        RegistryInUse.of(workspace).registry().models().stream()
            .filter(m -> m.outputs().contains(table))
            .map(Model::name)
            .findFirst();
    return model
        .flatMap(SloFile.of(workspace)::find)
        .map(Slo::command)
        .filter(command -> !command.isEmpty())
        .map(command -> "Run: " + command)
        .orElse(
            model
                .map(m -> "Run the job that writes it: " + m)
                .orElse("No registered model writes it"));
  }
}
