//SOURCES Contract.java
//SOURCES ../registry/LabRegistry.java
//SOURCES ../registry/Registry.java
//SOURCES ../../project/LabException.java
//SOURCES ../../project/Packed.java
//SOURCES ../../project/Workspace.java
//FILES contracts/bronze.transactions.odcs.yaml=../../../ops/contracts/bronze.transactions.odcs.yaml
//FILES contracts/raw.customers.odcs.yaml=../../../ops/contracts/raw.customers.odcs.yaml
//FILES contracts/raw.transactions.odcs.yaml=../../../ops/contracts/raw.transactions.odcs.yaml
//FILES contracts/silver.daily_sales.odcs.yaml=../../../ops/contracts/silver.daily_sales.odcs.yaml
package operate.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import operate.registry.LabRegistry;
import operate.registry.Registry;
import project.LabException;
import project.Packed;
import project.Workspace;

/**
 * The contracts that hold in a workspace: those in its {@code ops/contracts/}, and the lab's own,
 * which travel inside the script's jar, for tables that it has no other for.
 */
public record Contracts(Workspace workspace) {
  /** The tables of the lab's registry whose contract is in the jar, sorted by name. */
  public static List<String> ofLab() {
    return Registry.of(LabRegistry.read()).models().stream()
        .flatMap(m -> Stream.concat(m.inputs().stream(), m.outputs().stream()))
        .filter(table -> packed(table).isPresent())
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<String> packed(String table) {
    return Packed.find("/contracts/" + table + Contract.ENDING);
  }

  /**
   * The tables that have a contract, sorted by name.
   *
   * @throws LabException when a file's name does not tell which table it is for
   */
  public List<String> tables() {
    TreeSet<String> tables = new TreeSet<>(ofLab());
    files().forEach(file -> tables.add(Contract.table(shown(file))));
    return List.copyOf(tables);
  }

  /** A file that looks like a contract and is not named like one would hold nobody to anything. */
  private List<Path> files() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder())) {
      return files.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The contract of a table; empty when it has none.
   *
   * @throws LabException naming file, line and what was wanted
   */
  public Optional<Contract> of(String table) {
    files().forEach(file -> Contract.table(shown(file)));
    Path file = folder().resolve(table + Contract.ENDING);
    if (Files.exists(file)) {
      return Optional.of(Contract.read(shown(file)));
    }
    // For messages: there is no such file here, and one of one's own would be read instead.
    Path ofLab = Path.of("the lab's ops", "contracts", table + Contract.ENDING);
    return packed(table).map(text -> Contract.parse(ofLab, text));
  }

  private Path folder() {
    return workspace.ops("contracts");
  }

  private Path shown(Path file) {
    return Path.of(workspace.fromHere(file));
  }
}
