//SOURCES JobProcess.java
//SOURCES ../project/Count.java
//SOURCES ../project/LabException.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/RawData.java
package runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import project.Count;
import project.LabException;
import project.Workspace;
import sales.DatasetSpec;
import sales.RawData;

/**
 * The data that a command wants to run on.
 *
 * @param rows transactions asked for; empty for whatever is there
 * @param overwrite whether other data may be replaced
 * @param command line that wants them, as it was typed: {@code jbang demo --rows 1M}
 */
public record InputData(
    Workspace workspace, Optional<Count> rows, boolean overwrite, String command) {
  /** Enough for a first look. */
  private static final Count FIRST_LOOK = new Count(2_000_000);

  /**
   * Whether the data are there already.
   *
   * @throws LabException when the data there are damaged, or have another size and may not be
   *     replaced, or the size is out of its range
   */
  public boolean isThere() {
    if (overwrite && rows.isEmpty() && RawData.existsIn(workspace.raw())) {
      throw LabException.usage(
          "--overwrite replaces %s: say by how many rows, as --rows 2M"
              .formatted(workspace.fromHere(workspace.raw())));
    }
    DatasetSpec wanted = DatasetSpec.DEFAULT.withRows(rows.orElse(FIRST_LOOK).value());
    if (overwrite || !RawData.existsIn(workspace.raw())) {
      return false;
    }
    RawData found = RawData.open(workspace.raw());
    if (rows.isPresent() && found.spec().rows() != wanted.rows()) {
      throw LabException.failed(
          "%s holds %s transactions, wanted %s. To replace them: %s"
              .formatted(
                  workspace.fromHere(workspace.raw()),
                  new Count(found.spec().rows()),
                  rows.get(),
                  command + " --overwrite"));
    }
    return true;
  }

  /**
   * Generates them in a JVM of its own.
   *
   * @param script class of the generator's script
   * @return its exit code; what went wrong it has said itself
   */
  public int generate(Class<?> script, int cores, String memory) {
    List<String> arguments = new ArrayList<>(List.of("--cores", "" + cores));
    arguments.addAll(List.of("--rows", rows.orElse(FIRST_LOOK).toString()));
    if (overwrite) {
      arguments.add("--overwrite");
    }
    return JobProcess.run(script.getName(), arguments, memory, workspace, true);
  }
}
