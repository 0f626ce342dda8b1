//SOURCES PreviousOutput.java
//SOURCES RunFolder.java
//SOURCES ../project/Workspace.java
//SOURCES ../sales/RawData.java
//SOURCES ../spark/TableSpec.java
package runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import project.Workspace;
import sales.RawData;
import spark.TableSpec;

/** Whether the published outputs of a table are those of the data there are now. */
public final class PublishedOutputs {
  private PublishedOutputs() {}

  /**
   * A line for each variant, in the order of their names: that it is current, or which days of it
   * are not.
   *
   * @param raw the data there are now
   */
  public static List<String> of(TableSpec table, RawData raw, Workspace workspace) {
    Path folder = workspace.table(table.layer(), table.name(), "any").getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> variants = Files.list(folder)) {
      return variants
          .filter(v -> !v.getFileName().toString().startsWith("."))
          .sorted()
          .flatMap(v -> RunFolder.in(v).stream().map(o -> line(v, o, raw, workspace)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Path variant, RunFolder output, RawData raw, Workspace workspace) {
    return "%s: %s".formatted(workspace.fromHere(variant), state(output, raw));
  }

  private static String state(RunFolder output, RawData raw) {
    if (output.data().all().equals(raw.fingerprint())) {
      return "of these data";
    }
    boolean known = output.data().knowsDays() && raw.version().knowsDays();
    SortedSet<LocalDate> changed = raw.version().changedSince(output.data());
    return !known || changed.containsAll(raw.days().keySet())
        ? "of other data, by run " + output.runId()
        : "%s changed since run %s made it"
            .formatted(PreviousOutput.named(changed), output.runId());
  }
}
