//SOURCES ../project/Quantity.java
//SOURCES ParquetFolder.java
//SOURCES Readable.java
//SOURCES ../project/TextTable.java
package sales;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import project.Quantity;
import project.TextTable;

/**
 * The files of one folder {@code day=YYYY-MM-DD}.
 *
 * @param day the folder's name
 * @param files at least 1
 * @param rows of all of them
 * @param bytes of all of them
 */
record DayFiles(String day, long files, long rows, long bytes) {
  /** A table longer than a month is cut. */
  private static final int SHOWN = 31;

  /** A line for each folder, sorted by name. */
  static List<DayFiles> of(ParquetFolder folder) {
    TreeMap<String, DayFiles> days = new TreeMap<>();
    for (ParquetFolder.File file : folder.files()) {
      String day = file.path().getParent().getFileName().toString();
      days.merge(day, new DayFiles(day, 1, file.rows(), file.bytes()), DayFiles::plus);
    }
    return List.copyOf(days.values());
  }

  private DayFiles plus(DayFiles other) {
    return new DayFiles(day, files + other.files, rows + other.rows, bytes + other.bytes);
  }

  /** The first 31 folders, and the total of all. */
  static String table(List<DayFiles> days) {
    List<List<String>> lines = new ArrayList<>();
    days.stream().limit(SHOWN).forEach(day -> lines.add(day.line()));
    if (days.size() > SHOWN) {
      String more = "and %s more folders".formatted(Quantity.count(days.size() - SHOWN));
      lines.add(List.of(more, "", "", "", ""));
    }
    days.stream()
        .reduce(DayFiles::plus)
        .map(t -> new DayFiles("all", t.files, t.rows, t.bytes))
        .ifPresent(total -> lines.add(total.line()));
    List<String> header = List.of("folder", "files", "rows", "total size", "mean file");
    return new TextTable("lrrrr", header, lines).plain("  ");
  }

  private List<String> line() {
    return List.of(
        day,
        Quantity.count(files),
        Quantity.count(rows),
        Quantity.bytes(bytes),
        Quantity.bytes((double) bytes / files));
  }
}
