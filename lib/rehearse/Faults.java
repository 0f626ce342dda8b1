//SOURCES CorruptedFile.java
//SOURCES DoubledHotKey.java
//SOURCES DriftedColumn.java
//SOURCES FullDisk.java
//SOURCES FullHeap.java
//SOURCES KilledProcess.java
//SOURCES LateData.java
//SOURCES ../project/LabException.java
package rehearse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import project.LabException;

/** What can be rehearsed, in the order in which all of it is. */
public final class Faults {
  private static final String ALL = "all";

  private Faults() {}

  /** Those that leave the data as they are come first: the others have them made again. */
  public static List<Fault> all() {
    return List.of(
        new KilledProcess(),
        new FullDisk(),
        new FullHeap(),
        new CorruptedFile(),
        DriftedColumn.renamed(),
        DriftedColumn.ofAnotherType(),
        new LateData(),
        new DoubledHotKey());
  }

  /**
   * Those of these names, in the order of {@link #all}.
   *
   * @param kinds names, or the word {@code all}
   * @throws LabException for a name that is none, with those there are
   */
  public static List<Fault> of(List<String> kinds) {
    List<String> unknown = new ArrayList<>(kinds);
    unknown.removeAll(names());
    unknown.remove(ALL);
    if (!unknown.isEmpty()) {
      throw LabException.usage(
          "%s is nothing that can be rehearsed (wanted all, or some of %s)"
              .formatted(unknown.get(0), String.join(", ", names())));
    }
    return all().stream().filter(f -> kinds.contains(ALL) || kinds.contains(f.kind())).toList();
  }

  private static List<String> names() {
    return all().stream().map(Fault::kind).collect(Collectors.toList());
  }
}
