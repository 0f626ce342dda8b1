//SOURCES ../project/LabException.java
//SOURCES ../project/Yaml.java
package portfolio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import project.LabException;
import project.Yaml;

/**
 * Finds the data contract of a table: {@code <table>.odcs.yaml}, which must name the table.
 *
 * @param folder where contracts lie; need not exist
 */
public record ContractFiles(Path folder) {
  private static final String END = ".odcs.yaml";

  /** Where the contract of a table is looked for, the first choice first. */
  public List<Path> places(String table) {
    return Stream.of(table, table.replace('.', '_'), bare(table))
        .distinct()
        .map(name -> folder.resolve(name + END))
        .toList();
  }

  /** What is wrong with the contract of a table; empty when it has one that names it. */
  public Optional<String> problem(String table) {
    List<Path> there = places(table).stream().filter(Files::isRegularFile).toList();
    if (there.isEmpty()) {
      return Optional.of("has no contract");
    }
    String problem = "";
    for (Path file : there) {
      try {
        if (names(Yaml.read(file), table)) {
          return Optional.empty();
        }
        problem = "is not named in %s".formatted(file);
      } catch (LabException e) {
        problem = "has a contract that cannot be read: " + e.getMessage();
      }
    }
    return Optional.of(problem);
  }

  /** Whether a contract's schema has the table, as ODCS has it: by name or physicalName. */
  private static boolean names(Yaml contract, String table) {
    return contract.get("schema").items().stream()
        .anyMatch(
            object -> {
              List<String> names =
                  Stream.of("name", "physicalName")
                      .flatMap(key -> object.find(key).map(Yaml::text).stream())
                      .toList();
              // raw.transactions is not bronze.transactions, though both are called transactions.
              boolean layered = names.stream().anyMatch(n -> n.contains("."));
              return names.contains(table) || !layered && names.contains(bare(table));
            });
  }

  private static String bare(String table) {
    return table.substring(table.lastIndexOf('.') + 1);
  }
}
