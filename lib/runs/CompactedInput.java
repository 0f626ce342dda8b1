//SOURCES RunFolder.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/CompactedTransactions.java
//SOURCES ../sales/RawData.java
package runs;

import java.nio.file.Path;
import java.util.Optional;
import project.Workspace;
import sales.CompactedTransactions;
import sales.RawData;
import spark.TableSpec;

/** The compacted copy of the raw transactions, as far as there is one. */
public final class CompactedInput {
  private CompactedInput() {}

  /** Where {@code compact} publishes. */
  static Path place(Workspace workspace) {
    TableSpec table = CompactedTransactions.TABLE;
    return workspace.table(table.layer(), table.name(), CompactedTransactions.VARIANT);
  }

  /** The run that wrote the current copy, of whatever data; empty when there is none. */
  public static Optional<String> writtenBy(Workspace workspace) {
    return RunFolder.in(place(workspace)).map(RunFolder::runId);
  }

  /** The folder of the current copy; empty when there is none, or only one of other data. */
  public static Optional<Path> of(Workspace workspace, RawData raw) {
    return RunFolder.in(place(workspace))
        .filter(copy -> copy.data().all().equals(raw.fingerprint()))
        .map(RunFolder::folder);
  }
}
