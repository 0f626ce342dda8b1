//SOURCES Contract.java
//SOURCES ../../project/LabException.java
//SOURCES ../../project/Workspace.java
package operate.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import project.LabException;
import project.Workspace;

/**
 * Where a table lies: the raw ones in a folder each, what jobs publish in one for each variant.
 *
 * @param variant of the job that wrote it; empty for raw tables
 * @param path as readers know it, maybe a link to the version of the moment
 */
public record TableFolder(String table, String variant, Path path) {

  /** The folders of a table that are there, sorted by variant. */
  public static List<TableFolder> of(Workspace workspace, Contract contract) {
    if (contract.layer().equals("raw")) {
      Path path = workspace.raw().resolve(contract.name());
      return Files.isDirectory(path)
          ? List.of(new TableFolder(contract.table(), "", path))
          : List.of();
    }
    Path variants =
        workspace.root().resolve("data").resolve(contract.layer()).resolve(contract.name());
    if (!Files.isDirectory(variants)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(variants)) {
      return folders
          .filter(Files::isDirectory)
          .filter(f -> !f.getFileName().toString().startsWith("."))
          .sorted()
          .map(f -> new TableFolder(contract.table(), f.getFileName().toString(), f))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a reader of results calls it: {@code silver.daily_sales/optimized}. */
  public String name() {
    return variant.isEmpty() ? table : table + "/" + variant;
  }

  /**
   * The version of the moment: another that is published meanwhile does not change it.
   *
   * @throws LabException when it is gone
   */
  public Path version() {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw LabException.failed("Cannot read %s: %s".formatted(path, e.getMessage()), e);
    }
  }
}
