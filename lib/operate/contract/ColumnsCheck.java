//SOURCES CheckResult.java
//SOURCES ColumnType.java
//SOURCES Contract.java
//SOURCES ../../project/Quantity.java
//SOURCES ../../spark/StoredColumns.java
package operate.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import project.Quantity;
import spark.StoredColumns;
import spark.StoredColumns.Shape;

/**
 * Whether a table has the columns that its contract declares, in every file.
 *
 * @param readable declared columns that can be read, with the type to read them with; what a file
 *     lacks is read as nulls, as Spark does
 * @param unreadable the others, each with the reason
 */
record ColumnsCheck(
    Contract contract, StoredColumns stored, StructType readable, Map<String, String> unreadable) {
  private static final int EXAMPLES = 5;

  static ColumnsCheck of(Contract contract, StoredColumns stored) {
    StructType readable = new StructType();
    Map<String, String> unreadable = new LinkedHashMap<>();
    for (ContractColumn column : contract.columns()) {
      Set<DataType> types = types(stored, column);
      boolean inFolders = stored.shapes().stream().anyMatch(s -> inFolder(s, column));
      if (types.isEmpty() && !inFolders) {
        unreadable.put(column.stored(), "there is no column " + column.stored());
      } else if (types.size() > 1 || types.stream().anyMatch(t -> !ColumnType.fits(column, t))) {
        unreadable.put(column.stored(), column.stored() + " is not as declared");
      } else {
        DataType type = inFolders ? ColumnType.ofFolder(column) : types.iterator().next();
        readable = readable.add(column.stored(), type);
      }
    }
    return new ColumnsCheck(contract, stored, readable, unreadable);
  }

  private static boolean inFolder(Shape shape, ContractColumn column) {
    return shape.folders().contains(column.stored());
  }

  private static Set<DataType> types(StoredColumns stored, ContractColumn column) {
    return stored.shapes().stream()
        .filter(s -> !inFolder(s, column) && s.columns().containsKey(column.stored()))
        .map(s -> s.columns().get(column.stored()))
        .collect(Collectors.toSet());
  }

  /** The result of the rule about declared columns. */
  CheckResult declared(Rule rule) {
    Map<String, List<Path>> wrong = new TreeMap<>();
    for (Shape shape : stored.shapes()) {
      for (ContractColumn column : contract.columns()) {
        String found = found(shape, column);
        if (!found.isEmpty()) {
          wrong.computeIfAbsent(found, f -> new ArrayList<>()).addAll(shape.files());
        }
      }
    }
    return result(rule, wrong, Rule.AS_DECLARED);
  }

  /** What is wrong with a column in these files; empty for nothing. */
  private String found(Shape shape, ContractColumn column) {
    DataType type = shape.columns().get(column.stored());
    if (inFolder(shape, column)) {
      return "";
    }
    if (type == null) {
      return "no " + column.declared();
    }
    if (!ColumnType.fits(column, type) || types(stored, column).size() > 1) {
      return "%s %s".formatted(column.stored(), type.catalogString());
    }
    boolean memory = shape.files().isEmpty();
    return column.partitioned() && !memory ? column.stored() + " not in the folders' names" : "";
  }

  /** The result of the rule about columns that are not declared. */
  CheckResult others(Rule rule) {
    Set<String> others = new TreeSet<>(stored.names());
    contract.columns().forEach(c -> others.remove(c.stored()));
    Map<String, List<Path>> found = new TreeMap<>();
    for (String other : others) {
      stored.shapes().stream()
          .filter(s -> s.columns().containsKey(other) || s.folders().contains(other))
          .forEach(s -> found.computeIfAbsent(other, o -> new ArrayList<>()).addAll(s.files()));
    }
    return result(rule, found, "0");
  }

  private CheckResult result(Rule rule, Map<String, List<Path>> wrong, String whenRight) {
    if (wrong.isEmpty()) {
      return new CheckResult.Passed(rule, CheckResult.Found.words(whenRight));
    }
    String found =
        wrong.entrySet().stream()
            .map(e -> e.getKey() + where(e.getValue()))
            .collect(Collectors.joining("; "));
    List<String> examples =
        wrong.values().stream()
            .filter(files -> files.size() < stored.files())
            .flatMap(Collection::stream)
            .distinct()
            .sorted()
            .limit(EXAMPLES)
            .map(Path::toString)
            .toList();
    return new CheckResult.Breached(rule, CheckResult.Found.words(found), examples);
  }

  private String where(List<Path> files) {
    return files.size() == stored.files()
        ? ""
        : " in %s of %s"
            .formatted(Quantity.count(files.size()), Quantity.count(stored.files(), "file"));
  }
}
