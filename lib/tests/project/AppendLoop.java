package tests.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import project.CsvLog;

/** A process that appends to a log: {@code file writer count}. */
public final class AppendLoop {
  /** The columns it writes. */
  static final List<String> COLUMNS = List.of("writer", "number", "text");

  private AppendLoop() {}

  /** Appends {@code count} records one by one. */
  public static void main(String... args) {
    CsvLog log = new CsvLog(Path.of(args[0]), COLUMNS);
    int count = Integer.parseInt(args[2]);
    for (int i = 0; i < count; i++) {
      log.append(Map.of("writer", args[1], "number", Integer.toString(i), "text", text(i)));
    }
  }

  /** Long enough to be torn, with everything that CSV has to quote. */
  static String text(int number) {
    return "line %d, \"quoted\" ".formatted(number) + "x".repeat(200);
  }
}
