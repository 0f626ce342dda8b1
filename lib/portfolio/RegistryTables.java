//SOURCES ContractFiles.java
//SOURCES ../operate/registry/RegistryFile.java
package portfolio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import operate.registry.RegistryFile;

/**
 * Who makes the tables that somebody reads.
 *
 * @param rows of the registry
 * @param contracts a table that no model makes is a declared source when it has one
 */
record RegistryTables(List<RegistryFile.Row> rows, ContractFiles contracts) {

  /** Something that does not fit together. */
  record Problem(RegistryFile.Row row, String found, String wanted) {}

  List<Problem> problems() {
    Map<String, RegistryFile.Row> makers = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (RegistryFile.Row row : rows) {
      for (String table : row.list("outputs")) {
        RegistryFile.Row other = makers.putIfAbsent(table, row);
        if (other != null) {
          problems.add(
              new Problem(
                  row,
                  "%s writes %s, which %s in line %d writes, too"
                      .formatted(name(row), table, name(other), other.line()),
                  "one model for each table"));
        }
      }
    }
    for (RegistryFile.Row row : rows) {
      for (String table : row.list("inputs")) {
        if (!makers.containsKey(table) && contracts.problem(table).isPresent()) {
          problems.add(
              new Problem(
                  row,
                  "%s reads %s, which no model writes".formatted(name(row), table),
                  "a row that writes it, or %s, the contract of its source"
                      .formatted(contracts.places(table).get(0).getFileName())));
        }
      }
      if (readsItself(row, makers)) {
        problems.add(
            new Problem(
                row,
                "%s reads, directly or through others, what it writes".formatted(name(row)),
                "inputs that can be made before it runs"));
      }
    }
    return problems;
  }

  private static boolean readsItself(RegistryFile.Row row, Map<String, RegistryFile.Row> makers) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(row.list("inputs"));
    while (!open.isEmpty()) {
      RegistryFile.Row maker = makers.get(open.pop());
      if (maker == row) {
        return true;
      }
      if (maker != null && seen.add(name(maker))) {
        maker.list("inputs").forEach(open::push);
      }
    }
    return false;
  }

  private static String name(RegistryFile.Row row) {
    return row.get("model_name");
  }
}
