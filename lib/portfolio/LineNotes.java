//SOURCES ../project/Quantity.java
package portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import project.Quantity;

/**
 * What was odd about the lines of a file, counted by kind: thousands of bad lines are a few
 * sentences, each with the first line to look at.
 */
final class LineNotes {
  /** A reader recognizes the rest. */
  private static final int EXAMPLES = 3;

  /** A value may be a whole stack trace. */
  private static final int LONGEST_EXAMPLE = 40;

  private static final class Kind {
    private final int firstLine;
    private int lines;
    private final Set<String> examples = new LinkedHashSet<>();

    private Kind(int firstLine) {
      this.firstLine = firstLine;
    }
  }

  private final Map<String, Kind> leftOut = new LinkedHashMap<>();
  private final Map<String, Kind> assumed = new LinkedHashMap<>();

  /**
   * A line that does not count.
   *
   * @param reason the same for all lines of a kind: {@code start_time is no time}
   * @param found the value that was the matter, or empty
   */
  void leftOut(String reason, int line, String found) {
    add(leftOut, reason, line, found);
  }

  /** A line that counts, with something taken for granted. */
  void assumed(String what, int line, String found) {
    add(assumed, what, line, found);
  }

  private static void add(Map<String, Kind> kinds, String what, int line, String found) {
    Kind kind = kinds.computeIfAbsent(what, w -> new Kind(line));
    kind.lines++;
    if (!found.isBlank() && kind.examples.size() < EXAMPLES) {
      boolean tooLong = found.length() > LONGEST_EXAMPLE;
      kind.examples.add(
          "'" + (tooLong ? found.substring(0, LONGEST_EXAMPLE) + "..." : found) + "'");
    }
  }

  /** How many lines do not count. */
  int linesLeftOut() {
    return leftOut.values().stream().mapToInt(k -> k.lines).sum();
  }

  /** A sentence for each kind, without the dot. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    leftOut.forEach((why, kind) -> sentences.add(sentence(kind, "left out: " + why)));
    assumed.forEach((what, kind) -> sentences.add(sentence(kind, what)));
    return sentences;
  }

  private static String sentence(Kind kind, String what) {
    String examples = kind.examples.isEmpty() ? "" : ": " + String.join(", ", kind.examples);
    return "%s %s (first: line %d%s)"
        .formatted(Quantity.count(kind.lines, "line"), what, kind.firstLine, examples);
  }
}
